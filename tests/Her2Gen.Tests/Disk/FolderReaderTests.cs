using Her2Gen.Diagnostics;
using Her2Gen.Disk;

namespace Her2Gen.Tests.Disk;

public sealed class FolderReaderTests
{
    private const string Page = "<!DOCTYPE html>\n<html lang=\"en\"><head><title>A</title><meta name=\"description\" content=\"A\"></head><body><h1>A</h1><a href=\"none.html\">b</a></body></html>\n";

    [Fact]
    public void What_can_be_read_is_checked_and_what_cannot_is_never_green()
    {
        using TemporaryFolder folder = new();
        folder.Write("site/a.html", Page);
        folder.Write("site/b.html", Page);
        // Held as another program would hold it: not to be opened by anyone else.
        using FileStream held = new(folder["site/b.html"], FileMode.Open, FileAccess.Read, FileShare.None);
        DiagnosticBag diagnostics = new();
        Assert.Equal(["a.html"], FolderReader.Read(folder["site"], "", diagnostics)?.Select(file => file.Key.Value));
        Assert.Equal("b.html:1:1: error HG101 file-unreadable: the file cannot be read", Saying.Of(diagnostics));

        ProcessResult result = Her2GenProcess.Run(folder.Path, "check", "site", "--rules", "HG4");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("a.html:2:108: error HG401 link-target-missing: no file `none.html`\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("b.html:1:1: error HG101 file-unreadable: the file cannot be read\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_whose_pages_are_all_passed_over_is_not_checked()
    {
        using TemporaryFolder folder = new();
        folder.Write("site/notes.txt", "");
        File.CreateSymbolicLink(folder["site/index.html"], "/nowhere/index.html");
        ProcessResult result = Her2GenProcess.Run(folder.Path, "check", "site");
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(".:1:1: error HG116 checked-nothing: there is no HTML page\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("index.html:1:1: error HG113 unsafe-path: a symbolic link is not followed\n", result.Output, StringComparison.Ordinal);
    }
}
