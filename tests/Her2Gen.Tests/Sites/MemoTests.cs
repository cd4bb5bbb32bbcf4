using System.Text;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.Sites;

namespace Her2Gen.Tests.Sites;

/// <summary>A build that remembers the one before gives the bytes and the findings of one from nothing, whatever was edited in between.</summary>
public sealed class MemoTests
{
    private const int Edits = 25;

    // What an author may write or break, in any file that has lines.
    private static readonly string[] Written =
    [
        "", "Another sentence.", "## A heading", "### Deeper {#deeper}", "Broken [@nobody1900].", "[Away](pages/about.md#nowhere)", "[About](pages/about.md)", "![A picture.](figures/none.svg){alt=\"x\"}",
        "::: note", ":::", "---", "title: Another title", "status: draft", "[[todo: more]]", "\"", "{", "}", "{{ nothing }}", "a: b", "HER2 and ADCC.", "Risk fell by 50% in 2,000 patients.", "<b>", "[x]{.term}", "[^1]", "[^1]: A note.",
        "| a | b |\n|---|---|\n| 1 | 2 |", "body{background:url(none.png)}", "\u0000", "\uFEFF",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Random_edits_of_the_published_sources_give_what_a_build_from_nothing_gives(int seed)
    {
        FileTree original = new SiteFolder(Repository.Root).ReadSources(new DiagnosticBag()) ?? FileTree.Empty;
        FilePath[] paths = [.. original.Paths.Where(path => !path.Value.StartsWith("content/editions/", StringComparison.Ordinal))];
        Random random = new(seed);
        Memo memo = new();
        FileTree sources = original;
        Compare(sources, memo, "at first");
        for (int i = 0; i < Edits; i++)
        {
            FilePath path = Pick(paths, random);
            sources = Edited(sources, original, path, random);
            Compare(sources, memo, $"seed {seed}, edit {i} of {path}");
        }
    }

    [Fact]
    public void An_edit_of_a_sealed_edition_is_seen()
    {
        FileTree sources = new SiteFolder(Repository.Root).ReadSources(new DiagnosticBag()) ?? FileTree.Empty;
        FilePath sealedPage = sources.Paths.First(path => path.Value.StartsWith("content/editions/", StringComparison.Ordinal) && path.Name == "index.html");
        Memo memo = new();
        Compare(sources, memo, "at first");
        Compare(sources.With(sealedPage, "other"u8.ToArray()), memo, "changed");
        Compare(sources, memo, "changed back");
        Compare(sources.Where(path => !path.Value.StartsWith("content/editions/", StringComparison.Ordinal)), memo, "removed");
    }

    // Texts more often than the rest, as authors do; and what was broken is mended sometimes, so that sound states come too.
    private static FilePath Pick(FilePath[] paths, Random random)
    {
        FilePath[] texts = [.. paths.Where(path => path.Extension == ".md")];
        return random.Next(3) > 0 ? texts[random.Next(texts.Length)] : paths[random.Next(paths.Length)];
    }

    private static FileTree Edited(FileTree sources, FileTree original, FilePath path, Random random)
    {
        original.TryGet(path, out ReadOnlyMemory<byte> first);
        switch (random.Next(8))
        {
            case 0: return path.Value is "content/article.md" or "content/site.yml" ? original : sources.Without(path);
            case 1: return original;
            case 2: return sources.With(path, first);
            case 3: return sources.With(FilePath.Parse($"content/pages/made-{random.Next(3)}.md"), Encoding.UTF8.GetBytes($"---\ntitle: Made {random.Next(2)}\nsummary: Made.\n---\n\n{Written[random.Next(Written.Length)]}\n"));
            default:
                if (!sources.TryGet(path, out ReadOnlyMemory<byte> bytes)) bytes = first;
                List<string> lines = [.. Encoding.UTF8.GetString(bytes.Span).Split('\n')];
                int at = random.Next(lines.Count);
                if (random.Next(4) == 0) lines.RemoveAt(at);
                else lines.Insert(at, Written[random.Next(Written.Length)]);
                return sources.With(path, Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        }
    }

    private static void Compare(FileTree sources, Memo memo, string when)
    {
        memo.Begin();
        (string remembered, FileTree? kept) = Build(sources, memo);
        (string fresh, FileTree? made) = Build(sources, memo: null);
        Assert.True(remembered == fresh, $"{when}: found\n{remembered}\nand from nothing\n{fresh}");
        Assert.Equal(made is null, kept is null);
        if (made is null || kept is null) return;
        Assert.True(made.Paths.SequenceEqual(kept.Paths), $"{when}: other files");
        foreach ((FilePath path, ReadOnlyMemory<byte> bytes) in made)
        {
            kept.TryGet(path, out ReadOnlyMemory<byte> other);
            Assert.True(bytes.Span.SequenceEqual(other.Span), $"{when}: {path} has other bytes");
        }
    }

    private static (string Found, FileTree? Files) Build(FileTree sources, Memo? memo)
    {
        DiagnosticBag diagnostics = new();
        Site? site = SiteFolder.Build(sources, diagnostics, new DateOnly(2026, 11, 26), memo: memo);
        return (string.Join('\n', diagnostics.Sorted().Select(found => $"{found} {found.Hint} {found.Page} {string.Join(' ', found.Also)}")), site?.Files);
    }
}
