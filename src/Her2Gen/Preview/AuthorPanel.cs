using System.Text.Json;
using Her2Gen.Articles;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.Markup;
using Her2Gen.Pages;
using Her2Gen.Reporting;

namespace Her2Gen.Preview;

/// <summary>What the script in a page shows its author beside it: what is wrong, where each paragraph was written, and how the text reads. As JSON.</summary>
/// <param name="preview">The state that is shown.</param>
/// <param name="root">The site's folder on disk.</param>
/// <param name="editor">How a place is opened.</param>
internal sealed class AuthorPanel(PreviewSite preview, string root, EditorLink editor)
{
    // Nobody reads more at once, and a page must not wait for them.
    private const int MostFindings = 200;
    private const int WordsPerMinute = 238;

    private readonly SourceLines lines = new(preview.Run.Value.Files);

    /// <param name="page">The page that the panel stands in; one of a sealed edition, or none at all, has findings only.</param>
    public ReadOnlyMemory<byte> Write(FilePath page)
    {
        Findings found = preview.Run.Value.Found;
        Manuscript? manuscript = ManuscriptOf(page);
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("build", preview.Number);
            json.WriteNumber("took", Math.Round(preview.Took.TotalMilliseconds, 1));
            json.WriteNumber("errors", found.Errors);
            json.WriteNumber("warnings", found.Warnings);
            WriteStale(json, page);
            WriteFindings(json, found, page, manuscript);
            if (manuscript is not null) WriteText(json, manuscript, page);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private Manuscript? ManuscriptOf(FilePath page)
    {
        if (preview.Site?.Article is not { } article) return null;
        return article.Manuscripts.Concat(article.Notices.Select(notice => notice.Manuscript)).FirstOrDefault(text => PagePlan.OutputOf(text.Path) == page);
    }

    // What hinders the drawing is said where the page would be.
    private void WriteStale(Utf8JsonWriter json, FilePath page)
    {
        if (!preview.Stale.Contains(page)) return;
        Diagnostic? cause = preview.Run.Value.Found.Reported.FirstOrDefault(found => found.Rule.Severity == Severity.Error && found.Rule.Id[2] is '1' or '2');
        json.WriteStartObject("stale");
        json.WriteString("message", cause is null ? "the page could not be drawn" : $"{cause.Rule.Name}: {cause.Message}");
        if (cause is not null) WritePlace(json, cause.Location);
        json.WriteEndObject();
    }

    private void WriteFindings(Utf8JsonWriter json, Findings found, FilePath page, Manuscript? manuscript)
    {
        string? file = manuscript?.File;
        bool IsHere(Diagnostic one) => one.Location.File == file || one.Location.File == page.Value || one.Page == page.Value;
        json.WriteStartArray("findings");
        foreach (Diagnostic one in found.Reported.OrderBy(one => one.Rule.Severity == Severity.Error ? 0 : 1).ThenBy(one => IsHere(one) ? 0 : 1).Take(MostFindings))
        {
            json.WriteStartObject();
            json.WriteString("severity", ReportedRun.Word(one.Rule.Severity));
            json.WriteString("rule", $"{one.Rule.Id} {one.Rule.Name}");
            json.WriteString("message", one.Message);
            json.WriteString("hint", one.Hint);
            json.WriteString("source", lines.At(one.Location));
            json.WriteBoolean("here", one.Location.File == file);
            WritePlace(json, one.Location);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("more", Math.Max(0, found.Reported.Count - MostFindings));
    }

    private void WriteText(Utf8JsonWriter json, Manuscript manuscript, FilePath page)
    {
        Article article = preview.Site!.Article;
        MarkdownText text = MarkdownReader.Read(manuscript.Decode(), manuscript.BodyStart, new MarkdownOptions(article.Settings.RawHtml, NumberSections: false, article.Data), new DiagnosticBag());
        AuthorFigures figures = AuthorFigures.Of(text);
        json.WriteString("file", manuscript.File);
        json.WriteString("edit", editor.To(root, manuscript.File, 1, 1));
        json.WriteStartArray("blocks");
        foreach (WrittenBlock block in figures.Blocks)
        {
            json.WriteStartObject();
            json.WriteString("words", block.Words);
            WritePlace(json, block.Place);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("reading");
        json.WriteNumber("words", figures.Words);
        json.WriteNumber("minutes", (figures.Words + WordsPerMinute - 1) / WordsPerMinute);
        if (figures.SummaryGrade is { } grade) json.WriteNumber("grade", Math.Round(grade, 1));
        if (manuscript.Front.EvidenceDate is { } evidence) json.WriteString("evidence", evidence.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteNumber("bytes", preview.Files.TryGet(page, out ReadOnlyMemory<byte> bytes) ? bytes.Length : 0);
        json.WriteNumber("paragraphs", figures.Blocks.Count(block => block.IsParagraph));
        WritePlaces(json, "uncited", figures.Blocks.Where(block => block is { IsParagraph: true, IsCited: false }).Select(block => (block.Words, block.Place)));
        WritePlaces(json, "notCited", preview.Run.Value.Found.Reported.Where(one => one.Rule.Id == Rules.UncitedReference.Id).Select(one => (one.Message, one.Location)));
        json.WriteEndObject();
    }

    private void WritePlaces(Utf8JsonWriter json, string name, IEnumerable<(string Text, Location Place)> places)
    {
        json.WriteStartArray(name);
        foreach ((string text, Location place) in places)
        {
            json.WriteStartObject();
            json.WriteString("text", text);
            WritePlace(json, place);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WritePlace(Utf8JsonWriter json, Location place)
    {
        json.WriteString("file", place.File);
        json.WriteNumber("line", place.Line);
        json.WriteNumber("column", place.Column);
        json.WriteNumber("end", place.EndColumn);
        json.WriteString("edit", editor.To(root, place.File, place.Line, place.Column));
    }
}
