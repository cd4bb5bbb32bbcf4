using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Checks;

/// <summary>A rule of a <c>_redirects</c> file.</summary>
/// <param name="From">What is asked for; null for a pattern or an address that is no path of the site.</param>
/// <param name="Written">Where it leads, as written; null when the line does not say.</param>
/// <param name="Place">Where that stands, or the whole line.</param>
internal sealed record RedirectRule(FilePath? From, string? Written, Location Place)
{
    /// <summary>Whether it stands for many addresses.</summary>
    public bool IsPattern { get; init; }
}

/// <summary>Reads the redirects that a static host carries out: <c>from to [status]</c>, one a line (Netlify, Cloudflare Pages).</summary>
internal static class RedirectFile
{
    public static readonly FilePath Path = FilePath.Parse("_redirects");

    public static IReadOnlyList<RedirectRule> Read(FileTree files, SiteAddress site)
    {
        if (!files.TryGet(Path, out ReadOnlyMemory<byte> bytes)) return [];
        SourceText source = SourceText.Decode(Path.Value, bytes, new DiagnosticBag());
        List<RedirectRule> rules = [];
        int start = 0;
        foreach (string line in source.Text.Split('\n'))
        {
            string[] fields = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length > 0 && !fields[0].StartsWith('#')) rules.Add(RuleOf(line, fields, start, source, site));
            start += line.Length + 1;
        }

        return rules;
    }

    private static RedirectRule RuleOf(string line, string[] fields, int start, SourceText source, SiteAddress site)
    {
        Destination from = Destination.Of(fields[0], Path, site);
        // A pattern matches more than can be followed here.
        bool isPattern = fields[0].Contains('*', StringComparison.Ordinal) || fields[0].Contains("/:", StringComparison.Ordinal);
        FilePath? asked = from.Kind == DestinationKind.Inside && !isPattern ? from.Path : null;
        if (fields.Length == 1) return new RedirectRule(asked, null, source.At(start, line.Length));
        int at = line.IndexOf(fields[1], line.IndexOf(fields[0], StringComparison.Ordinal) + fields[0].Length, StringComparison.Ordinal);
        return new RedirectRule(asked, isPattern ? null : fields[1], source.At(start + at, fields[1].Length)) { IsPattern = isPattern };
    }
}
