using System.Diagnostics;
using System.Security.Cryptography;
using Her2Gen.Editions;
using Her2Gen.Tests.Editions;

namespace Her2Gen.Tests;

/// <summary>Editions from the outside: sealed, published, tampered with and packed by the program, and judged by others' tools where the machine has them.</summary>
public sealed class EditionsTests : IDisposable
{
    private readonly TemporaryFolder site = new();

    public EditionsTests()
    {
        site.Write(new TestSite().Sources());
        Seal("2025-01-03", "no");
        string second = TestSite.FrontMatter.Replace("\ndate: 2025-01-03", "\ndate: 2025-06-30", StringComparison.Ordinal).Replace("whats-new: none", "whats-new: A second thought.", StringComparison.Ordinal);
        site.Write("content/article.md", second + "\n## One {#one}\n\nOther text.\n");
        Seal("2025-06-30", "yes");
        site.Write("content/article.md", second + "\n## One {#one}\n\nOther text; [what it was](editions/2025-01-03/index.html).\n");
    }

    public void Dispose() => site.Dispose();

    private void Seal(string date, string conclusions)
    {
        ProcessResult result = Her2GenProcess.Run(site.Path, "archive", "--date", date, "--kind", "new-edition", "--conclusions-changed", conclusions);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
    }

    private string Verify(params string[] arguments)
    {
        ProcessResult result = Her2GenProcess.Run(site.Path, ["verify", .. arguments]);
        return result.Output + result.Error;
    }

    private void Build()
    {
        ProcessResult result = Her2GenProcess.Run(site.Path, "build", "--strict");
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
    }

    private static int Run(string folder, string tool, params string[] arguments)
    {
        ProcessStartInfo start = new(tool, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using Process process = Process.Start(start) ?? throw new InvalidOperationException(tool);
            Task<string> error = process.StandardError.ReadToEndAsync();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.Equal("", process.ExitCode == 0 ? "" : error.Result);
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return 0;
        }
    }

    [Fact]
    public void A_published_edition_and_its_seal_are_the_bag_byte_for_byte()
    {
        Build();
        Assert.Contains("2 editions checked", Verify("site-output"), StringComparison.Ordinal);
        foreach (string id in new[] { "2025-01-03", "2025-06-30" })
        {
            SortedDictionary<string, string> bag = TemporaryFolder.Snapshot(site[$"site-output/editions/seals/{id}"]);
            foreach ((string path, string bytes) in TemporaryFolder.Snapshot(site[$"site-output/editions/{id}"])) bag["data/" + path] = bytes;
            Assert.Equal(TemporaryFolder.Snapshot(site[$"content/editions/{id}"]), bag);
            Assert.Equal(0, Run(site[$"content/editions/{id}"], "sha512sum", "--strict", "--quiet", "-c", "manifest-sha512.txt", "tagmanifest-sha512.txt"));
            Assert.Equal(0, Run(site[$"content/editions/{id}"], "sha256sum", "--strict", "--quiet", "-c", "manifest-sha256.txt"));
        }
    }

    [Fact]
    public void An_edition_holds_its_sources_and_templates_and_builds_again_from_them()
    {
        string source = site["content/editions/2025-01-03/data/source"];
        string output = site["again"];
        Assert.Equal(0, Her2GenProcess.Run(source, "build", "--output", output, "--edition", Path.Combine("..", "build.json")).ExitCode);
        SortedDictionary<string, string> again = TemporaryFolder.Snapshot(output);
        again.Remove(".her2gen-files");
        Assert.NotEmpty(again);
        Assert.Superset(again.ToHashSet(), TemporaryFolder.Snapshot(site["content/editions/2025-01-03/data"]).ToHashSet());
    }

    [Fact]
    public void A_later_change_of_templates_and_texts_changes_no_byte_of_an_edition()
    {
        Build();
        KeyValuePair<string, string>[] before = [.. TemporaryFolder.Snapshot(site["site-output/editions"]).Where(IsFrozen)];
        site.Write("templates/assets/style.css", "body { color: #123 }\n");
        site.Write("templates/page.html", "<main>{{ page.content }}</main>\n");
        site.Write("content/site.yml", TestSite.Settings.Replace("title: Test", "title: Another", StringComparison.Ordinal));
        Build();
        Assert.NotEmpty(before);
        Assert.Equal(before, TemporaryFolder.Snapshot(site["site-output/editions"]).Where(IsFrozen));
        // The list of editions and what is said of them is not frozen.
        static bool IsFrozen(KeyValuePair<string, string> file) => file.Key.Contains('/', StringComparison.Ordinal) && !file.Key.StartsWith("status/", StringComparison.Ordinal);
    }

    [Fact]
    public void An_edition_that_was_changed_fails_the_build_and_the_last_site_stays()
    {
        Build();
        SortedDictionary<string, string> before = TemporaryFolder.Snapshot(site["site-output"]);
        File.AppendAllText(site["content/editions/2025-01-03/data/index.html"], " ");
        ProcessResult build = Her2GenProcess.Run(site.Path, "build");
        Assert.Contains("content/editions/2025-01-03/data/index.html:1:1: error HG606 payload-changed", build.Output, StringComparison.Ordinal);
        Assert.Equal(1, build.ExitCode);
        Assert.Equal(before, TemporaryFolder.Snapshot(site["site-output"]));
    }

    [Fact]
    public void An_edition_is_never_dated_before_the_newest()
    {
        site.Write("content/article.md", TestSite.FrontMatter.Replace("\ndate: 2025-01-03", "\ndate: 2025-06-01", StringComparison.Ordinal).Replace("whats-new: none", "whats-new: A third thought.", StringComparison.Ordinal) + "\n## One {#one}\n\nText.\n");
        ProcessResult result = Her2GenProcess.Run(site.Path, "archive", "--date", "2025-06-01", "--kind", "corrected-edition", "--conclusions-changed", "no");
        Assert.StartsWith("content/editions/2025-06-01:1:1: error HG616 edition-order: `2025-06-30` is sealed already, and would have had to name `2025-06-01`\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
        Assert.False(Directory.Exists(site["content/editions/2025-06-01"]));
    }

    [Fact]
    public void Links_pipes_and_hidden_files_do_not_pass()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links and pipes of this kind are not there");
        string data = "content/editions/2025-06-30/data/";
        File.Copy(site[data + "index.html"], site["elsewhere.html"]);
        File.Delete(site[data + "index.html"]);
        File.CreateSymbolicLink(site[data + "index.html"], site["elsewhere.html"]);
        site.Write(data + ".hidden", "");
        using (Process pipe = Process.Start("mkfifo", site[data + "pipe"])) pipe.WaitForExit();
        string said = Verify();
        Assert.Contains($"{data}index.html:1:1: error HG608 payload-link: a symbolic link is not followed", said, StringComparison.Ordinal);
        Assert.Contains($"{data}pipe:1:1: error HG608 payload-link: not a regular file", said, StringComparison.Ordinal);
        Assert.Contains($"{data}.hidden:1:1: error HG607 payload-extra", said, StringComparison.Ordinal);
        Assert.Contains("error HG608", Her2GenProcess.Run(site.Path, "build").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_deleted_file_of_a_published_edition_is_missed()
    {
        Build();
        foreach (string file in Directory.EnumerateFiles(site["site-output/editions/seals/2025-01-03"]).Append(site["site-output/editions/2025-01-03/index.html"]).ToArray())
        {
            byte[] bytes = File.ReadAllBytes(file);
            File.Delete(file);
            Assert.Contains(Path.GetFileName(file), Verify("site-output"), StringComparison.Ordinal);
            File.WriteAllBytes(file, bytes);
        }
    }

    [Fact]
    public void A_payload_in_the_seals_folder_does_not_hide_the_published_one()
    {
        Build();
        site.Write("site-output/editions/seals/2025-01-03/data/index.html", File.ReadAllText(site["site-output/editions/2025-01-03/index.html"]));
        File.AppendAllText(site["site-output/editions/2025-01-03/index.html"], " ");
        string said = Verify("site-output");
        Assert.Contains("site-output/editions/seals/2025-01-03/data/index.html:1:1: error HG609 seal-broken: a seal holds no payload", said, StringComparison.Ordinal);
        Assert.Contains("site-output/editions/2025-01-03/index.html:1:1: error HG606 payload-changed", said, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(ExportTests.Formats), MemberType = typeof(ExportTests))]
    public void A_package_is_the_same_bytes_in_any_folder_time_zone_and_language(string format)
    {
        ProcessResult one = Her2GenProcess.Run(site.Path, "export", "2025-06-30", "--format", format);
        Assert.True(one.ExitCode == 0, one.Output + one.Error);
        string file = site[ExportFormat.Of(format)?.FileName(TestEditions.Id("2025-06-30")) ?? ""];
        using TemporaryFolder other = new();
        foreach (string found in Directory.EnumerateFiles(site["content"], "*", SearchOption.AllDirectories).OrderDescending(StringComparer.Ordinal))
        {
            string copy = other[Path.GetRelativePath(site.Path, found)];
            Directory.CreateDirectory(Path.GetDirectoryName(copy) ?? "");
            File.Copy(found, copy);
            File.SetLastWriteTimeUtc(copy, DateTime.UnixEpoch.AddDays(found.Length));
        }

        Dictionary<string, string> elsewhere = new() { ["TZ"] = "Pacific/Auckland", ["LC_ALL"] = "tr_TR.UTF-8" };
        Assert.Equal(0, Her2GenProcess.Run(other.Path, elsewhere, "export", "2025-06-30", "--format", format, "--output", "x.zip").ExitCode);
        Assert.Equal(Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))), Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(other["x.zip"]))));
        Assert.Equal(0, Run(other.Path, "unzip", "-tq", "x.zip"));
        if (format == "bag") Assert.Contains("1 edition checked; the newest, 2025-06-30, has the seal", Verify(Path.GetFileName(file)), StringComparison.Ordinal);
    }
}
