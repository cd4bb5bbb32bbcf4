using System.Text;
using Markdig.Syntax.Inlines;

namespace Her2Gen.Markup;

/// <summary>The words of inline content, without markup, notes and citations.</summary>
public static class PlainText
{
    public static string Of(ContainerInline inlines)
    {
        StringBuilder text = new();
        Append(text, inlines);
        return text.ToString();
    }

    private static void Append(StringBuilder text, ContainerInline inlines)
    {
        foreach (Inline inline in inlines)
        {
            switch (inline)
            {
                case LiteralInline literal: text.Append(literal.Content.AsSpan()); break;
                case CodeInline code: text.Append(code.Content); break;
                case LineBreakInline: text.Append(' '); break;
                case HtmlEntityInline entity: text.Append(entity.Transcoded.AsSpan()); break;
                case ValueInline value: text.Append(value.Text); break;
                case AutolinkInline link: text.Append(link.Url); break;
                case Markdig.Extensions.Abbreviations.AbbreviationInline abbreviation: text.Append(abbreviation.Abbreviation.Label); break;
                case ContainerInline container: Append(text, container); break;
            }
        }
    }
}
