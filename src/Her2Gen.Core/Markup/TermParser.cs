using System.Net;
using Markdig.Extensions.GenericAttributes;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Her2Gen.Markup;

/// <summary>Reads marked terms: <c>[text]{.term}</c>, <c>[text]{.term key="Term"}</c>. Stands before the link parser, whose opening brackets it closes.</summary>
public sealed class TermParser : InlineParser
{
    private const string ClassName = "term";
    private const string KeyName = "key";

    public TermParser() => OpeningCharacters = [']'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '{' || processor.Inline?.FirstParentOfType<LinkDelimiterInline>() is not { IsActive: true, IsImage: false } open) return false;
        // The label of a link whose address stands elsewhere: then the braces are the link's.
        if (open.Label is not null) return false;
        StringSlice rest = slice;
        rest.SkipChar();
        if (!GenericAttributesParser.TryParse(ref rest, out HtmlAttributes? attributes) || attributes.Classes?.Remove(ClassName) != true) return false;

        int close = processor.GetSourcePosition(slice.Start, out int line, out int column);
        string? key = attributes.Properties?.Find(property => property.Key == KeyName).Value;
        attributes.Properties?.RemoveAll(property => property.Key == KeyName);
        TermInline term = new()
        {
            Key = key is null ? null : WebUtility.HtmlDecode(key),
            Span = new SourceSpan(open.Span.Start, close + rest.Start - slice.Start - 1),
            Line = line,
            Column = column,
        };
        term.SetAttributes(attributes);
        open.ReplaceBy(term);
        processor.Inline = term;
        processor.PostProcessInlines(0, term, null, false);
        term.IsClosed = true;
        processor.Document.SetData(typeof(TermInline), true);
        slice = rest;
        return true;
    }

    /// <summary>Whether a text marks any term.</summary>
    internal static bool HasMarks(MarkdownDocument tree) => tree.ContainsData(typeof(TermInline));
}
