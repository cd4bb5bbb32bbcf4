using Her2Gen.Checks;
using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Links;

/// <summary>Looks for the places that fragments lead to in a page of another site.</summary>
public static class FragmentSearch
{
    // A page that was cut short is read like a whole one: its tokens up to there are the same.
    private static readonly FilePath AnyPage = FilePath.Parse("page.html");

    /// <summary>Whether a fragment names an element. <c>top</c> and text directives lead somewhere on every page; <c>#/…</c> and <c>#!…</c> are read by scripts.</summary>
    public static bool CanBeFound(string fragment) =>
        fragment.Length > 0 && fragment[0] is not ('/' or '!' or ':') && !fragment.Contains(":~:", StringComparison.Ordinal) && !fragment.Equals("top", StringComparison.OrdinalIgnoreCase);

    /// <summary>The fragments that no element has as its id (the HTML standard: the fragment as written, then decoded).</summary>
    /// <remarks>Some hosts put <c>user-content-</c> before ids that authors gave, and have a script find them.</remarks>
    public static IReadOnlyList<string> Missing(ReadOnlyMemory<byte> html, IReadOnlyList<string> fragments)
    {
        IReadOnlySet<string> targets = PageFactsReader.Read(AnyPage, html, new DiagnosticBag()).Targets;
        return [.. fragments.Where(fragment => !Has(targets, fragment) && !Has(targets, Uri.UnescapeDataString(fragment)))];
    }

    private static bool Has(IReadOnlySet<string> targets, string id) => targets.Contains(id) || targets.Contains("user-content-" + id);
}
