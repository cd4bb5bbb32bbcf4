using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Reporting;

/// <summary>Findings for people: each with its line and a caret, as compilers do; then a summary.</summary>
internal static class TextReport
{
    // A line longer than this is cut around the finding, so that the caret stays in sight.
    private const int WidestLine = 160;
    private const int BeforeFinding = 60;

    public static void Print(IReadOnlyList<Diagnostic> found, FileTree files, string outcome, TextWriter output)
    {
        Dictionary<string, string[]?> lines = new(StringComparer.Ordinal);
        foreach (Diagnostic diagnostic in found)
        {
            output.Write(diagnostic + "\n");
            string file = diagnostic.Location.File;
            if (!lines.TryGetValue(file, out string[]? text)) lines[file] = text = LinesOf(file, files);
            PrintLine(diagnostic, text, output);
        }

        int errors = found.Count(diagnostic => diagnostic.Rule.Severity == Severity.Error);
        string counts = found.Count == 0 ? "" : $"{Count(errors, "error")}, {Count(found.Count - errors, "warning")}; ";
        output.Write(counts + outcome + "\n");
    }

    private static void PrintLine(Diagnostic diagnostic, string[]? text, TextWriter output)
    {
        (int line, int column, int endColumn) = (diagnostic.Location.Line, diagnostic.Location.Column, diagnostic.Location.EndColumn);
        string number = line.ToString();
        string margin = new(' ', number.Length);
        if (text is not null && line <= text.Length && text[line - 1].Length > 0 && endColumn > column)
        {
            string shown = text[line - 1];
            int cut = shown.Length > WidestLine ? Math.Max(0, Math.Min(column - 1 - BeforeFinding, shown.Length - WidestLine)) : 0;
            shown = shown.Substring(cut, Math.Min(WidestLine, shown.Length - cut));
            int start = Math.Min(column - 1 - cut, shown.Length);
            // Tabs stay tabs, so that the caret stands under its column whatever a tab is worth.
            string indent = string.Concat(shown[..start].Select(c => c == '\t' ? '\t' : ' '));
            string carets = new('^', Math.Clamp(endColumn - column, 1, Math.Max(1, shown.Length - start)));
            output.Write($"{margin} |\n{number} | {shown}\n{margin} | {indent}{carets}\n");
        }

        if (diagnostic.Hint is { } hint) output.Write($"{margin} = hint: {hint}\n");
        if (diagnostic.Also.Count > 0) output.Write($"{margin} = also: {string.Join(", ", diagnostic.Also)}\n");
    }

    private static string[]? LinesOf(string file, FileTree files) =>
        FilePath.TryParse(file, out FilePath path) && files.TryGet(path, out ReadOnlyMemory<byte> bytes)
            ? SourceText.Decode(file, bytes, new DiagnosticBag()).Text.Split('\n')
            : null;

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";
}
