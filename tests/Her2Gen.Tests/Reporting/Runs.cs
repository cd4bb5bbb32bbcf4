using System.Text;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.Reporting;

namespace Her2Gen.Tests.Reporting;

/// <summary>Runs to report on.</summary>
internal static class Runs
{
    public static readonly DateOnly Today = new(2026, 11, 26);

    /// <summary>What troubles reports: commands and ends of other languages, control characters, halves of characters, and characters of two halves.</summary>
    public const string Hostile = "a::error file=x::b\r\n::warning::c ]]> </failure> <!-- \"'&%0A%25,: [x](y) \0\u001B[31m\u0085\u2028\uFFFE \uD800 \uDC00 😀 é";

    /// <summary>Findings over <c>content/article.md</c>, which has the given text.</summary>
    public static ReportedRun Of(IEnumerable<Diagnostic> found, string text = "One\nTwo\n", Policy? policy = null, bool strict = false)
    {
        DiagnosticBag bag = new();
        foreach (Diagnostic diagnostic in found)
        {
            DiagnosticBag one = new();
            one.Add(diagnostic.Rule, diagnostic.Location, diagnostic.Message, diagnostic.Hint);
            bag.AddRange(one, diagnostic.Page);
        }

        FileTree files = new([KeyValuePair.Create(FilePath.Parse("content/article.md"), (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(text))]);
        return (new Report([ReportTarget.Text], strict, Today) { Policy = policy ?? Policy.None }).Run(bag, files, "1 page checked");
    }

    public static Diagnostic Finding(Rule rule, int line, string message, string? hint = null, string? page = null) =>
        new(rule, new Location("content/article.md", line, 1, 4), message, hint) { Page = page };

    /// <summary>A finding of each kind that reports treat apart.</summary>
    public static ReportedRun Mixed(bool strict = false) => Of(
        [
            Finding(Rules.FragmentMissing, 1, Hostile, Hostile, "index.html"),
            Finding(Rules.UnknownCitation, 1, "no reference `a`"),
            Finding(Rules.UnknownCitation, 2, "no reference `a`"),
            Finding(Rules.PageDescription, 2, "no description"),
            Finding(Rules.LinkTargetMissing, 2, "no file `x`"),
        ],
        policy: new Policy(new Dictionary<string, Severity?>(), [new Suppression(Rules.LinkTargetMissing, "content/article.md", 2, null, Hostile, Today, new Location("content/site.yml", 5, 3, 9))]),
        strict: strict);

    public static string Print(ReportFormat format, ReportedRun run)
    {
        using StringWriter text = new();
        Report.Print(format, run, text);
        return text.ToString();
    }
}
