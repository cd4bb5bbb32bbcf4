using System.Net;

namespace Her2Gen.Templates;

/// <summary>A template that is drawn where it is written: the layout's <c>body</c>.</summary>
/// <param name="Path">Below <c>templates/</c>.</param>
public sealed record DrawnTemplate(string Path);

/// <summary>Text that is markup already. Whatever else a template writes is escaped.</summary>
public sealed record Html(string Markup)
{
    public override string ToString() => Markup;

    /// <summary>Escapes for element content and for quoted attribute values, in HTML and in XML.</summary>
    public static string Escape(string text) =>
        text.AsSpan().IndexOfAny("<>&\"'") < 0 ? text : WebUtility.HtmlEncode(text.Replace("'", "\u0001", StringComparison.Ordinal)).Replace("\u0001", "&#39;", StringComparison.Ordinal);
}
