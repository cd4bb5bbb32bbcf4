using System.Globalization;
using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Reporting;

/// <summary>Findings for people: each with its line and a caret, as compilers do; then a summary.</summary>
internal static class TextReport
{
    // A line longer than this is cut around the finding, so that the caret stays in sight.
    private const int WidestLine = 160;
    private const int BeforeFinding = 60;

    // So many findings can be overlooked at a glance; more are counted by rule.
    private const int Handful = 5;

    public static void Print(ReportedRun run, TextWriter output)
    {
        PrintFindings(run.Found.Reported, run.Files, output);
        if (run.Found.Reported.Count > Handful)
        {
            int widest = run.Found.ByRule.Max(count => count.Value).ToString(CultureInfo.InvariantCulture).Length;
            foreach ((Rule rule, int count) in run.Found.ByRule)
                output.Write($"{count.ToString(CultureInfo.InvariantCulture).PadLeft(widest)} × {rule.Id} {rule.Name}\n");
        }

        output.Write(Printable.Of(run.Summary) + "\n");
    }

    /// <summary>Findings alone.</summary>
    /// <param name="files">The files that they may point into.</param>
    public static void PrintFindings(IEnumerable<Diagnostic> findings, FileTree files, TextWriter output)
    {
        SourceLines lines = new(files);
        foreach (Diagnostic diagnostic in findings)
        {
            output.Write(Printable.Of(diagnostic.ToString()) + "\n");
            PrintLine(diagnostic, lines.At(diagnostic.Location), output);
        }
    }

    private static void PrintLine(Diagnostic diagnostic, string? text, TextWriter output)
    {
        (int line, int column, int endColumn) = (diagnostic.Location.Line, diagnostic.Location.Column, diagnostic.Location.EndColumn);
        string number = line.ToString(CultureInfo.InvariantCulture);
        string margin = new(' ', number.Length);
        if (text is { Length: > 0 } && endColumn > column)
        {
            int cut = text.Length > WidestLine ? Math.Max(0, Math.Min(column - 1 - BeforeFinding, text.Length - WidestLine)) : 0;
            string shown = Printable.Of(text.Substring(cut, Math.Min(WidestLine, text.Length - cut)));
            int start = Math.Min(column - 1 - cut, shown.Length);
            // Tabs stay tabs, so that the caret stands under its column whatever a tab is worth.
            string indent = string.Concat(shown[..start].Select(c => c == '\t' ? '\t' : ' '));
            string carets = new('^', Math.Clamp(endColumn - column, 1, Math.Max(1, shown.Length - start)));
            output.Write($"{margin} |\n{number} | {shown}\n{margin} | {indent}{carets}\n");
        }

        if (diagnostic.Hint is { } hint) output.Write($"{margin} = hint: {Printable.Of(hint)}\n");
        if (diagnostic.Also.Count > 0) output.Write($"{margin} = also: {Printable.Of(string.Join(", ", diagnostic.Also))}\n");
    }
}
