using System.Text;
using Her2Gen.Diagnostics;
using Her2Gen.Disk;
using Her2Gen.Files;

namespace Her2Gen.Tests.Disk;

public sealed class OutputFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static FileTree Site(params (string Path, string Text)[] files) =>
        new(files.Select(file => KeyValuePair.Create(FilePath.Parse(file.Path), (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(file.Text))));

    private (Written? Written, string Said) Write(params (string Path, string Text)[] files)
    {
        DiagnosticBag diagnostics = new();
        Written? written = OutputFolder.Write(folder["out"], Site(files), diagnostics);
        return (written, string.Join('\n', diagnostics.Sorted()).Replace(folder.Path, "FOLDER", StringComparison.Ordinal));
    }

    private string Tree() => string.Join('\n', TemporaryFolder.Snapshot(folder["out"]).Select(file => $"{file.Key}={Encoding.UTF8.GetString(Convert.FromBase64String(file.Value)).Replace('\n', ',')}"));

    [Fact]
    public void A_site_is_written_with_the_list_of_its_files()
    {
        Assert.Equal((new Written(2, 3, 0), ""), Write(("b/c.html", "C"), ("a.html", "A")));
        Assert.Equal(".her2gen-files=a.html,b/c.html,\na.html=A\nb/c.html=C", Tree());
        Assert.Equal(["out"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_file_whose_bytes_are_the_same_is_not_touched()
    {
        Write(("a.html", "A"), ("b.html", "B"));
        DateTime long_ago = new(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(folder["out/a.html"], long_ago);
        Assert.Equal((new Written(2, 1, 0), ""), Write(("a.html", "A"), ("b.html", "changed")));
        Assert.Equal(long_ago, File.GetLastWriteTimeUtc(folder["out/a.html"]));
        Assert.Equal((new Written(2, 0, 0), ""), Write(("a.html", "A"), ("b.html", "changed")));
    }

    [Fact]
    public void What_the_build_no_longer_makes_is_removed_and_nothing_else()
    {
        Write(("a.html", "A"), ("old/b.html", "B"));
        folder.Write("out/CNAME", "example.org");
        folder.Write("out/old/mine.txt", "mine");
        folder.Write("out/.nojekyll", "");
        Assert.Equal((new Written(1, 1, 1), ""), Write(("a.html", "A")));
        Assert.Equal(".her2gen-files=a.html,\n.nojekyll=\nCNAME=example.org\na.html=A\nold/mine.txt=mine", Tree());
    }

    [Fact]
    public void A_file_that_no_build_made_is_not_overwritten_and_then_nothing_is()
    {
        folder.Write("out/index.html", "mine");
        (Written? written, string said) = Write(("a.html", "A"), ("index.html", "theirs"));
        Assert.Null(written);
        Assert.Equal("FOLDER/out/index.html:1:1: error HG110 output-blocked: no build made this file, so none overwrites it", said);
        Assert.Equal("index.html=mine", Tree());
    }

    [Fact]
    public void A_link_to_a_file_is_kept_as_a_link_and_one_to_the_folder_is_followed()
    {
        folder.Write("elsewhere.txt", "elsewhere");
        Directory.CreateDirectory(folder["real"]);
        Directory.CreateSymbolicLink(folder["out"], folder["real"]);
        File.CreateSymbolicLink(folder["real/link.txt"], "../elsewhere.txt");
        Assert.Equal((new Written(1, 2, 0), ""), Write(("a.html", "A")));
        Assert.Equal("../elsewhere.txt", new FileInfo(folder["real/link.txt"]).LinkTarget);
        Assert.Equal("A", File.ReadAllText(folder["real/a.html"]));
        Assert.NotNull(new DirectoryInfo(folder["out"]).LinkTarget);
    }

    [Fact]
    public void What_a_killed_build_left_beside_is_cleared_away()
    {
        Write(("a.html", "A"));
        folder.Write(".out.her2gen-stage99/half.html", "half");
        Write(("a.html", "B"));
        Assert.Equal(["out"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Builds_at_once_leave_one_whole_site()
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => Write([.. Enumerable.Range(0, 20).Select(n => ($"{n}.html", $"site {i % 4}"))]), stop)));
        string[] texts = [.. Enumerable.Range(0, 20).Select(n => File.ReadAllText(folder[$"out/{n}.html"])).Distinct()];
        Assert.Single(texts);
    }

    [Fact]
    public void A_kill_at_any_moment_leaves_the_old_site_or_the_new_one()
    {
        using TemporaryFolder site = new();
        site.Write(new TestSite().Sources());
        for (int i = 0; i < 30; i++) site.Write($"content/pages/page-{i}.md", $"---\ntitle: Page {i}\nsummary: A page.\n---\n\nText.\n");
        string Lay(int version)
        {
            site.Write("content/site.yml", TestSite.Settings.Replace("Test", $"Version {version}", StringComparison.Ordinal));
            return $"Version {version}";
        }

        Lay(0);
        System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(0, Her2GenProcess.Run(site.Path, "build").ExitCode);
        TimeSpan whole = watch.Elapsed;

        int kills = 0;
        for (int round = 1; round <= 24; round++)
        {
            SortedDictionary<string, string> before = TemporaryFolder.Snapshot(site["site-output"]);
            string title = Lay(round);
            using System.Diagnostics.Process process = Her2GenProcess.Start(site.Path, ["build"]);
            // The later half of a build is where it writes.
            if (!process.WaitForExit(whole * (0.4 + 0.6 * round / 24)))
            {
                process.Kill();
                process.WaitForExit();
                kills++;
            }

            SortedDictionary<string, string> after = TemporaryFolder.Snapshot(site["site-output"]);
            if (after.SequenceEqual(before)) continue;
            Assert.All(after.Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal)), file => Assert.Contains(title, Encoding.UTF8.GetString(Convert.FromBase64String(file.Value))));
            Assert.Equal(File.ReadAllLines(site["site-output/.her2gen-files"]).Append(".her2gen-files").Order(StringComparer.Ordinal), after.Keys);
        }

        Assert.True(kills > 0, "every build was over before it could be killed");
    }
}
