using System.Text;
using Her2Gen.Diagnostics;
using Her2Gen.Editions;
using Her2Gen.Files;
using Her2Gen.Sites;
using Her2Gen.Tests.Editions;

namespace Her2Gen.Tests.Sites;

/// <summary>A small site with editions that were sealed as the program seals them, but in memory.</summary>
internal static class SealedSite
{
    /// <summary>What the address of a site makes of a test site's settings.</summary>
    public const string WithAddress = TestSite.Settings + "address: https://example.org/\n";

    /// <summary>The site with another edition: its own state, sealed.</summary>
    public static TestSite Sealed(this TestSite site, string id, EditionKind kind = EditionKind.NewEdition, string whatsNew = "Everything.")
    {
        SealedEdition? before = Editions(site) is [.., var newest] ? newest : null;
        EditionFacts facts = new(TestEditions.Id(id), kind, whatsNew, before is not null, TestEditions.Id(id).Date, before is null ? null : new Predecessor(before.Id, before.SealDigest));
        FileTree sources = new(site.Sources().Where(file => !file.Key.Value.StartsWith("content/editions/", StringComparison.Ordinal)));
        DiagnosticBag diagnostics = new();
        Site? drawn = SiteFolder.Build(sources, diagnostics, sealing: facts);
        Assert.Equal("", string.Join('\n', diagnostics.Sorted()));
        Assert.NotNull(drawn);
        FileTree payload = drawn.Files.With(new FoundFolder(SiteFolder.WithTemplatesNamed(sources), []).Within("source/").Files);
        foreach ((FilePath path, ReadOnlyMemory<byte> bytes) in Seal.Of(payload, TestEditions.Work, facts, "1.2.3")) site.With($"content/editions/{id}/{path}", bytes.ToArray());
        return site;
    }

    public static IReadOnlyList<SealedEdition> Editions(TestSite site) =>
        EditionArchive.Verify(EditionArchive.Bags(new FoundFolder(site.Sources().Under("content/editions/"), []), "", new DiagnosticBag()), new DiagnosticBag());

    /// <summary>The site with a notice on its first edition.</summary>
    public static TestSite WithNotice(this TestSite site, string type, string date = "2025-02-10") => site.With(
        "content/notices/first.md",
        $"---\ntype: {type}\ndate: {date}\nedition: 2025-01-03\nseal: {Editions(site)[0].SealDigest}\ntitle: A dose was wrong\nreason: The table gave mg for mg/kg.\n---\n\n## What was wrong\n\nThe unit.\n");

    /// <summary>The files of the built site.</summary>
    public static FileTree Built(TestSite site)
    {
        Site? built = SiteFolder.Build(site.Sources(), new DiagnosticBag());
        Assert.NotNull(built);
        return built.Files;
    }

    public static string Text(FileTree files, string path)
    {
        Assert.True(files.TryGet(FilePath.Parse(path), out ReadOnlyMemory<byte> bytes), path);
        return Encoding.UTF8.GetString(bytes.Span);
    }
}
