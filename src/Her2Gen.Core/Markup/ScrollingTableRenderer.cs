using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Her2Gen.Markup;

internal sealed class ScrollingTableRenderer(HtmlWriter page) : HtmlObjectRenderer<Table>
{
    // With more columns than this, a table may run into the margin where there is one.
    private const int MostColumnsInMeasure = 4;

    private int unnumbered;

    // A wide table scrolls in its own region, which the keyboard reaches (WCAG 2.1.1, 1.4.10).
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        renderer.EnsureLine();
        string wide = table.OfType<TableRow>().Any(row => row.Count > MostColumnsInMeasure) ? " wide" : "";
        string name = page.Enclosing is { } label ? $"aria-labelledby=\"{HtmlWriter.CaptionId(label)}\"" : $"aria-label=\"Unnumbered table {++unnumbered}\"";
        renderer.Write($"<section class=\"scroll{wide}\" {name} tabindex=\"0\"><table").WriteAttributes(table).Write(">\n");
        bool inHead = false;
        bool inBody = false;
        foreach (TableRow row in table.OfType<TableRow>())
        {
            if (row.IsHeader && !inHead) renderer.Write("<thead>\n");
            if (!row.IsHeader && !inBody) renderer.Write(inHead ? "</thead>\n<tbody>\n" : "<tbody>\n");
            inHead |= row.IsHeader;
            inBody |= !row.IsHeader;
            WriteRow(renderer, table, row);
        }

        if (inBody) renderer.Write("</tbody>\n");
        else if (inHead) renderer.Write("</thead>\n");
        renderer.Write("</table></section>\n");
    }

    private static void WriteRow(HtmlRenderer renderer, Table table, TableRow row)
    {
        renderer.Write("<tr>");
        for (int i = 0; i < row.Count; i++)
        {
            TableCell cell = (TableCell)row[i];
            string element = row.IsHeader ? "th" : "td";
            renderer.Write('<').Write(element);
            if (row.IsHeader) renderer.Write(" scope=\"col\"");
            TableColumnAlign? align = i < table.ColumnDefinitions.Count ? table.ColumnDefinitions[i].Alignment : null;
            if (align == TableColumnAlign.Right) renderer.Write(" class=\"num\"");
            if (align == TableColumnAlign.Center) renderer.Write(" class=\"mid\"");
            renderer.Write('>');
            bool implicitParagraph = renderer.ImplicitParagraph;
            renderer.ImplicitParagraph = cell.Count == 1;
            renderer.Write(cell);
            renderer.ImplicitParagraph = implicitParagraph;
            renderer.Write("</").Write(element).Write('>');
        }

        renderer.Write("</tr>\n");
    }
}
