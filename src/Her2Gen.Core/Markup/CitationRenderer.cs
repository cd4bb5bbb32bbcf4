using Her2Gen.Diagnostics;
using Her2Gen.References;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Her2Gen.Markup;

internal sealed class CitationRenderer(HtmlWriter page) : HtmlObjectRenderer<CitationInline>
{
    protected override void Write(HtmlRenderer renderer, CitationInline citation)
    {
        foreach (CitedKey cited in citation.Keys)
            if (!Label.IsKey(cited.Key) && page.Library.ContainsKey(cited.Key)) page.Citations.Number(cited.Key);
        CitedKey[] keys = [.. citation.Keys.OrderBy(key => page.Library.ContainsKey(key.Key) ? page.Citations.Number(key.Key) : int.MaxValue)];
        for (int i = 0; i < keys.Length; i++)
        {
            CitedKey cited = keys[i];
            if (Label.IsKey(cited.Key))
            {
                WriteCrossReference(renderer, cited, isFirst: i == 0);
                continue;
            }

            if (i > 0) renderer.Write("<span class=\"cc\">,</span>");
            if (!page.Library.TryGetValue(cited.Key, out Reference? reference))
            {
                WriteMissing(renderer, cited.Key);
                continue;
            }

            if (citation.InSentence) renderer.WriteEscape(InTextNames.Of(reference, page.Words));
            if (cited.Prefix.Length > 0) renderer.Write("<span class=\"cc\"> ").WriteEscape(cited.Prefix).Write(" </span>");
            WriteCall(renderer, page, cited.Key, page.Text.At(cited.Span));
            if (cited.Locator.Length > 0) renderer.Write("<span class=\"cc\"> (").WriteEscape(cited.Locator).Write(")</span>");
        }
    }

    /// <summary>Writes the number of a reference that the library has.</summary>
    internal static void WriteCall(HtmlRenderer renderer, HtmlWriter page, string key, Location place)
    {
        int number = page.Citations.Number(key);
        // A key may hold a '%', which an address reads as an escape.
        string href = "#" + Uri.EscapeDataString(CitationList.ReferenceId(key));
        page.Sources.Note(href, place);
        renderer.Write("<a role=\"doc-biblioref\" href=\"").WriteEscape(href).Write("\" id=\"").WriteEscape(page.Citations.Call(key))
            .Write("\"><span class=\"vh\">Reference </span>").Write(number.ToString()).Write("</a>");
    }

    internal static void WriteMissing(HtmlRenderer renderer, string key) =>
        renderer.Write("<strong class=\"missing\">@").WriteEscape(key).Write("</strong>");

    private void WriteCrossReference(HtmlRenderer renderer, CitedKey cited, bool isFirst)
    {
        if (!isFirst) renderer.Write(", ");
        if (page.Text.Labels.Named(cited.Key) is not { } label)
        {
            WriteMissing(renderer, cited.Key);
            return;
        }

        if (cited.Prefix.Length > 0) renderer.WriteEscape(cited.Prefix).Write(' ');
        // A number stays with its word.
        renderer.Write("<a class=\"xref\" href=\"#").WriteEscape(Addresses.Encode(label.Id)).Write("\">").WriteEscape(label.Text.Replace(' ', '\u00A0')).Write("</a>");
        if (cited.Locator.Length > 0) renderer.Write(", ").WriteEscape(cited.Locator);
    }
}

internal sealed class ValueRenderer(HtmlWriter page) : HtmlObjectRenderer<ValueInline>
{
    // A value leads to its row, where the rest of it stands, and the reference.
    protected override void Write(HtmlRenderer renderer, ValueInline value)
    {
        if (value.Found is not { } found)
        {
            renderer.Write("<strong class=\"missing\">").WriteEscape(value.Text).Write("</strong>");
            return;
        }

        if (page.Around.ValueLink(found) is not { } href)
        {
            renderer.WriteEscape(found.Text);
            return;
        }

        page.Sources.Note(href, page.Text.At(value.Span));
        renderer.Write("<a class=\"value\" href=\"").WriteEscape(href).Write("\">").WriteEscape(found.Text).Write("</a>");
    }
}
