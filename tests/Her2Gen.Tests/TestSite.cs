using System.Text;
using Her2Gen.Diagnostics;
using Her2Gen.Disk;
using Her2Gen.Files;
using Her2Gen.Sites;

namespace Her2Gen.Tests;

/// <summary>A small sound site, with files put over it, built with the default theme as the program builds it.</summary>
internal sealed class TestSite
{
    public const string Settings = "title: Test\nlang: en\npublisher: Nobody\nlicence: CC-BY-4.0\n";

    public const string FrontMatter = """
        ---
        title: A title
        lang: en
        date: 2025-01-03
        first-published: 2025-01-03
        evidence-date: 2025-01-03
        summary: A summary.
        keywords: [one, two]
        authors: [{collective: Nobody}]
        licence: CC-BY-4.0
        whats-new: none
        funding: none
        competing-interests: none
        review-status: not-reviewed
        data-availability: none
        ai-use: none
        disclaimer: none
        ---

        """;

    private readonly Dictionary<string, byte[]> files = new(StringComparer.Ordinal)
    {
        ["content/site.yml"] = Encoding.UTF8.GetBytes(Settings),
        ["content/article.md"] = Encoding.UTF8.GetBytes(FrontMatter + "\n## One {#one}\n\nText.\n"),
    };

    /// <summary>The sound site with another body of its article, which starts at line 19.</summary>
    public static TestSite WithBody(string body) => new TestSite().With("content/article.md", FrontMatter + (body.StartsWith('\n') ? body[1..] : body));

    public TestSite With(string path, string text) => With(path, Encoding.UTF8.GetBytes(text));

    public TestSite With(string path, byte[] bytes)
    {
        files[path] = bytes;
        return this;
    }

    public TestSite Without(string path)
    {
        files.Remove(path);
        return this;
    }

    public FileTree Sources()
    {
        FileTree theme = Embedded.Under("templates/");
        return new FileTree(theme.Select(file => KeyValuePair.Create(FilePath.Parse("templates/" + file.Key), file.Value)))
            .With(new FileTree(WithNavigation().Select(file => KeyValuePair.Create(FilePath.Parse(file.Key), (ReadOnlyMemory<byte>)file.Value))));
    }

    // Each page can be reached, unless a test says how.
    private Dictionary<string, byte[]> WithNavigation()
    {
        string[] pages = [.. files.Keys.Where(path => path.StartsWith("content/pages/", StringComparison.Ordinal) && path.EndsWith(".md", StringComparison.Ordinal) && path.Count(c => c == '/') == 2).Select(path => Path.GetFileNameWithoutExtension(path))];
        if (pages.Length == 0 || !files.TryGetValue("content/site.yml", out byte[]? settings) || settings.AsSpan().IndexOf("navigation:"u8) >= 0) return files;
        return new Dictionary<string, byte[]>(files, StringComparer.Ordinal) { ["content/site.yml"] = [.. settings, .. Encoding.UTF8.GetBytes($"navigation: [{string.Join(", ", pages)}]\n")] };
    }

    /// <summary>Everything that a build says, one line each; nothing for a sound site.</summary>
    public string Said()
    {
        DiagnosticBag diagnostics = new();
        SiteFolder.Build(Sources(), diagnostics);
        return string.Join('\n', diagnostics.Sorted());
    }

    /// <summary>The files of the built site.</summary>
    public string[] Paths() => [.. SiteFolder.Build(Sources(), new DiagnosticBag())?.Files.Paths.Select(path => path.Value) ?? []];

    /// <summary>One file of the built site.</summary>
    public string Output(string path)
    {
        Site? site = SiteFolder.Build(Sources(), new DiagnosticBag());
        Assert.NotNull(site);
        Assert.True(site.Files.TryGet(FilePath.Parse(path), out ReadOnlyMemory<byte> bytes), $"{path} is not in {string.Join(", ", site.Files.Paths)}");
        return Encoding.UTF8.GetString(bytes.Span);
    }

    /// <summary>What stands between the header and the statements of the article's page: its body as drawn.</summary>
    public string Body()
    {
        string page = Output("index.html");
        int start = page.IndexOf("</header>", page.IndexOf("<article>", StringComparison.Ordinal), StringComparison.Ordinal) + "</header>".Length;
        return page[start..page.IndexOf("<section class=\"statements\"", StringComparison.Ordinal)].Trim();
    }
}
