using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Checks;

/// <summary>A check: looks at one page of a site, and reports.</summary>
public delegate void PageCheck(PageFacts page, CheckedSite site, DiagnosticBag diagnostics);

/// <summary>Runs every check over every page: of a build, where findings point at what the author wrote, or of any folder, where they point at the HTML.</summary>
public static class SiteChecker
{
    private static readonly PageCheck[] Checks = [LinkCheck.Check, IdCheck.Check, HeadingCheck.Check, TextAlternativeCheck.Check, MetadataCheck.Check, AgreementCheck.Check];

    /// <param name="basePath">What a root-relative address starts with, '/' at both ends.</param>
    public static void Check(FileTree files, SourceMap sources, string basePath, DiagnosticBag diagnostics)
    {
        FilePath[] paths = [.. PagesOf(files)];
        if (paths.Length == 0)
        {
            diagnostics.Add(Rules.CheckedNothing, Location.Of("."), "there is no HTML page", "name the folder that the site was built into");
            return;
        }

        PageFacts[] facts = new PageFacts[paths.Length];
        InParallel.For(paths.Length, i => facts[i] = Read(files, paths[i], diagnostics));
        CheckedSite site = new(files, facts.ToDictionary(page => page.Path), sources, basePath);
        InParallel.For(facts.Length, i =>
        {
            foreach (PageCheck check in Checks) check(facts[i], site, diagnostics);
        });
    }

    /// <summary>The pages that are checked. Those of sealed editions are not: they were, by the checks of their day, and never change.</summary>
    public static IEnumerable<FilePath> PagesOf(FileTree files) => files.Paths.Where(path => IsPage(path) && !IsFrozen(path, files));

    // On a published site the seal of `editions/ID/` is `editions/seals/ID/`.
    private static bool IsFrozen(FilePath path, FileTree files) =>
        path.Value.Split('/') is ["editions", var id, _, ..] && files.Contains(FilePath.Parse($"editions/seals/{id}/bagit.txt"));

    private static bool IsPage(FilePath path) => path.Extension is ".html" or ".htm";

    private static PageFacts Read(FileTree files, FilePath path, DiagnosticBag diagnostics)
    {
        files.TryGet(path, out ReadOnlyMemory<byte> bytes);
        return PageFactsReader.Read(path, bytes, diagnostics);
    }
}
