namespace Her2Gen.Markup;

/// <summary>The text of a <c>style</c> attribute (CSS Style Attributes).</summary>
internal static class SvgStyle
{
    /// <summary>The declarations, split at each semicolon that stands in neither quotes nor brackets.</summary>
    public static IEnumerable<string> Declarations(string style)
    {
        int start = 0;
        int depth = 0;
        char quote = '\0';
        for (int at = 0; at < style.Length; at++)
        {
            char c = style[at];
            if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'') quote = c;
            else if (c == '(') depth++;
            else if (c == ')') depth--;
            else if (c == ';' && depth <= 0)
            {
                yield return style[start..at];
                start = at + 1;
            }
        }

        yield return style[start..];
    }

    /// <summary>A value without its <c>!important</c>, which an attribute cannot have.</summary>
    public static string WithoutWeight(string value)
    {
        int mark = value.LastIndexOf('!');
        return mark >= 0 && value[(mark + 1)..].Trim().Equals("important", StringComparison.OrdinalIgnoreCase) ? value[..mark] : value;
    }
}
