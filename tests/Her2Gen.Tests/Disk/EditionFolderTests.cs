using Her2Gen.Diagnostics;
using Her2Gen.Disk;
using Her2Gen.Editions;
using Her2Gen.Tests.Editions;

namespace Her2Gen.Tests.Disk;

public sealed class EditionFolderTests : IDisposable
{
    private static readonly EditionId Id = TestEditions.Id("2025-01-03");
    private static readonly string[] Sealing = ["archive", "--date", "2025-01-03", "--kind", "new-edition", "--conclusions-changed", "no"];

    private readonly TemporaryFolder site = new();

    public EditionFolderTests() => site.Write(new TestSite().Sources());

    public void Dispose() => site.Dispose();

    private string[] Entries() => [.. Directory.EnumerateFileSystemEntries(site["content/editions"]).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal)];

    [Fact]
    public void An_edition_is_written_whole_under_its_name()
    {
        Directory.CreateDirectory(site["content/editions"]);
        DiagnosticBag diagnostics = new();
        Assert.True(EditionFolder.Write(site["content/editions"], Id, TestEditions.Seal("2025-01-03", TestEditions.Payload("x")), diagnostics));
        Assert.Equal(["2025-01-03"], Entries());
        Assert.Equal(0, Her2GenProcess.Run(site.Path, "verify").ExitCode);
    }

    [Fact]
    public void An_edition_that_is_there_is_never_overwritten()
    {
        site.Write("content/editions/2025-01-03/mine.txt", "mine");
        DiagnosticBag diagnostics = new();
        Assert.False(EditionFolder.Write(site["content/editions"], Id, TestEditions.Seal("2025-01-03", TestEditions.Payload("x")), diagnostics));
        Assert.Equal("mine", File.ReadAllText(site["content/editions/2025-01-03/mine.txt"]));
        Assert.Equal(1, diagnostics.Errors);
    }

    [Fact]
    public void Of_two_at_once_one_has_the_turn_and_the_other_is_told_why()
    {
        DiagnosticBag diagnostics = new();
        using (FileStream? turn = EditionFolder.TakeTurn(site["content/editions"], diagnostics))
        {
            Assert.NotNull(turn);
            ProcessResult other = Her2GenProcess.Run(site.Path, Sealing);
            Assert.Equal("./content/editions:1:1: error HG110 output-blocked: another edition is being sealed here\n  = hint: wait for it to end\n1 error, 0 warnings; nothing was sealed\n", other.Output);
            Assert.Equal(2, other.ExitCode);
            Assert.Equal(0, Her2GenProcess.Run(site.Path, "build").ExitCode);
        }

        Assert.Equal(0, Her2GenProcess.Run(site.Path, Sealing).ExitCode);
        Assert.Equal(["2025-01-03"], Entries());
    }

    [Fact]
    public async Task Sealings_at_once_leave_one_whole_edition()
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        ProcessResult[] results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Her2GenProcess.Run(site.Path, Sealing), stop)));
        Assert.Single(results, result => result.Output.StartsWith("sealed 2025-01-03", StringComparison.Ordinal));
        Assert.All(results, result => Assert.True(
            result.ExitCode == 0 && result.Output.Contains("sealed", StringComparison.Ordinal) || result.ExitCode == 2 && result.Output.Contains("another edition is being sealed here", StringComparison.Ordinal), result.Output + result.Error));
        Assert.Equal(["2025-01-03"], Entries());
        Assert.Equal(0, Her2GenProcess.Run(site.Path, "verify", "--strict").ExitCode);
    }

    // What a kill leaves after each step of a sealing: the lock's file, the folder beside with nothing, some or all of the files in it.
    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(int.MaxValue)]
    public void What_an_interrupted_sealing_left_is_named_and_cleared_by_the_next(int files)
    {
        site.Write("content/editions/" + EditionArchive.Lock, "");
        if (files >= 0) Directory.CreateDirectory(site["content/editions/.2025-01-03.her2gen-stage"]);
        foreach ((Her2Gen.Files.FilePath path, ReadOnlyMemory<byte> bytes) in TestEditions.Seal("2025-01-03", TestEditions.Payload("x")).Take(Math.Max(files, 0)))
            site.Write($"content/editions/.2025-01-03.her2gen-stage/{path}", System.Text.Encoding.UTF8.GetString(bytes.Span));

        ProcessResult verified = Her2GenProcess.Run(site.Path, "verify");
        Assert.Equal(files >= 0, verified.Output.Contains("content/editions/.2025-01-03.her2gen-stage:1:1: warning HG619 seal-leftovers: an edition that was not finished", StringComparison.Ordinal));
        Assert.Equal(0, Her2GenProcess.Run(site.Path, "build", "--strict").ExitCode);
        Assert.False(Directory.Exists(site["site-output/editions"]));
        Assert.Equal(0, Her2GenProcess.Run(site.Path, Sealing).ExitCode);
        Assert.Equal(["2025-01-03"], Entries());
        Assert.Equal(0, Her2GenProcess.Run(site.Path, "verify", "--strict").ExitCode);
    }

    [Fact]
    public void A_kill_at_any_moment_leaves_no_edition_or_a_whole_one()
    {
        int[] pages = [.. Enumerable.Range(0, 60)];
        foreach (int i in pages) site.Write($"content/pages/page-{i}.md", $"---\ntitle: Page {i}\nsummary: A page.\n---\n\nText.\n");
        site.Write("content/article.md", TestSite.FrontMatter + "\n## One {#one}\n\n" + string.Concat(pages.Select(i => $"- [page {i}](pages/page-{i}.md)\n")));
        System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew();
        ProcessResult once = Her2GenProcess.Run(site.Path, Sealing);
        Assert.True(once.ExitCode == 0, once.Output);
        TimeSpan whole = watch.Elapsed;
        SortedDictionary<string, string> sealedOnce = TemporaryFolder.Snapshot(site["content/editions/2025-01-03"]);

        int kills = 0;
        for (int round = 1; round <= 14; round++)
        {
            if (Directory.Exists(site["content/editions/2025-01-03"])) Directory.Delete(site["content/editions/2025-01-03"], recursive: true);
            using System.Diagnostics.Process process = Her2GenProcess.Start(site.Path, Sealing);
            // The later half is where it writes.
            if (!process.WaitForExit(whole * (0.4 + 0.6 * round / 14)))
            {
                process.Kill();
                process.WaitForExit();
                kills++;
            }

            if (Directory.Exists(site["content/editions/2025-01-03"])) Assert.Equal(sealedOnce, TemporaryFolder.Snapshot(site["content/editions/2025-01-03"]));
        }

        Assert.True(kills > 0, "every sealing was over before it could be killed");
        Assert.Equal(0, Her2GenProcess.Run(site.Path, Sealing).ExitCode);
        Assert.Equal(["2025-01-03"], Entries());
        Assert.Equal(sealedOnce, TemporaryFolder.Snapshot(site["content/editions/2025-01-03"]));
    }
}
