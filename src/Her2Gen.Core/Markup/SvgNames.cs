namespace Her2Gen.Markup;

/// <summary>The elements and attributes of SVG 2 that draw, and what is said of the rest.</summary>
internal static class SvgNames
{
    public const string Html = "http://www.w3.org/1999/xhtml";
    public const string Link = "http://www.w3.org/1999/xlink";
    public const string Xml = "http://www.w3.org/XML/1998/namespace";

    private const string Inline = "give its properties to the elements themselves, as attributes: drawing programs do so for “presentation attributes”";
    private const string Still = "show the state that the figure is about";

    private static readonly HashSet<string> Elements = Words("""
        svg g defs symbol use switch title desc metadata
        path rect circle ellipse line polyline polygon text tspan textPath
        linearGradient radialGradient stop pattern clipPath mask marker filter
        feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood
        feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
        """);

    private static readonly HashSet<string> Texts = Words("text tspan textPath title desc");

    private static readonly HashSet<string> Plain = Words("""
        amplitude azimuth baseFrequency bias clipPathUnits cx cy d diffuseConstant divisor dx dy edgeMode elevation exponent filterUnits fr fx fy
        gradientTransform gradientUnits height in in2 intercept k1 k2 k3 k4 kernelMatrix kernelUnitLength lengthAdjust limitingConeAngle
        markerHeight markerUnits markerWidth maskContentUnits maskUnits method mode numOctaves offset operator order orient
        patternContentUnits patternTransform patternUnits pathLength points pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits
        r radius refX refY requiredExtensions result rotate rx ry scale seed side slope spacing specularConstant specularExponent spreadMethod startOffset
        stdDeviation stitchTiles surfaceScale systemLanguage tableValues targetX targetY textLength transform type values viewBox width
        x x1 x2 xChannelSelector y y1 y2 yChannelSelector z
        """);

    private static readonly HashSet<string> Presentation = Words("""
        alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters color-rendering direction display
        dominant-baseline fill fill-opacity fill-rule filter flood-color flood-opacity font-family font-size font-size-adjust font-stretch font-style
        font-variant font-weight glyph-orientation-vertical image-rendering letter-spacing lighting-color marker-end marker-mid marker-start mask mask-type
        opacity overflow paint-order pointer-events shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap
        stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration text-overflow text-rendering transform-box transform-origin
        unicode-bidi vector-effect visibility white-space word-spacing writing-mode
        """);

    // Properties of CSS that are attributes of SVG by another right.
    private static readonly HashSet<string> Geometry = Words("cx cy r rx ry x y width height");

    // Editors write these, and browsers do nothing with them in an SVG.
    private static readonly HashSet<string> Idle = Words("enable-background line-height shape-margin shape-padding solid-color solid-opacity text-align text-decoration-color text-decoration-style");

    private static readonly HashSet<string> Defaults = Words("normal none auto initial inherit mixed start solid 0 0px");

    /// <summary>Why an element is refused, and what to do about it; null for one that is not.</summary>
    public static string? Refusal(string element, out string? hint)
    {
        (string? reason, hint) = element switch
        {
            "script" => ("runs in the page", "delete it"),
            "foreignObject" => ("holds HTML", "write its text as `text`"),
            "style" => ("would restyle the whole page", Inline),
            "a" => ("leads away from the page, or runs", "put the link into the text or the caption"),
            "image" or "feImage" => ("loads another file", "draw it with shapes, or use the whole figure as an image"),
            "animate" or "animateColor" or "animateMotion" or "animateTransform" or "set" or "mpath" or "discard" => ("changes the figure while it is read", Still),
            _ when Elements.Contains(element) => (null, null),
            _ => ("is not on the list of elements that draw and can do no harm", (string?)null),
        };
        return reason is null ? null : $"`{SvgValue.Shortened(element)}` {reason}";
    }

    public static bool HoldsText(string element) => Texts.Contains(element);

    /// <summary>Whether CSS may set it by a <c>style</c>, and SVG by an attribute of the same name.</summary>
    public static bool IsProperty(string name) => Presentation.Contains(name) || Geometry.Contains(name);

    /// <summary>Whether it draws or measures: its value is read as CSS reads values.</summary>
    public static bool IsDrawing(string attribute) => Plain.Contains(attribute) || Presentation.Contains(attribute);

    /// <summary>Whether a property may be left out: it has no effect, or none with this value, or is one program's own.</summary>
    public static bool IsIdle(string property, string value) =>
        Idle.Contains(property) || Defaults.Contains(value) || property.StartsWith('-') && !property.StartsWith("--", StringComparison.Ordinal);

    private static HashSet<string> Words(string text) => new(text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
