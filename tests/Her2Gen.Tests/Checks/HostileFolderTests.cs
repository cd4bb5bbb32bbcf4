using System.Diagnostics;
using System.Text;

namespace Her2Gen.Tests.Checks;

/// <summary>What hangs or kills other checkers gets one finding, or a plain refusal, and everything else is still checked.</summary>
public sealed class HostileFolderTests
{
    private const string Start = "<!DOCTYPE html><html lang=en><title>T</title><meta name=description content=D><main><h1>x</h1>\n";

    private static readonly Dictionary<string, (Action<TemporaryFolder> Make, string Said, int Code)> Inputs = new(StringComparer.Ordinal)
    {
        ["an escape that is none"] = (folder => folder.Write("index.html", Start + "<a href='x%ZZ.html'>x</a>"), "index.html:2:10: error HG405 url-malformed: `x%ZZ.html` is not an address", 1),
        ["a hundred thousand elements in each other"] = (folder => folder.Write("index.html", Start + string.Concat(Enumerable.Repeat("<div>", 100_000))), "index.html:2:2556: warning HG522 size-budget: elements are nested 100001 deep; browsers stop at 512", 0),
        ["a page of 48 MiB"] = (folder => folder.Write("index.html", Start + new string('x', 48 << 20)), "index.html:1:1: error HG101 file-unreadable: a page of 48 MiB is not read; the most is 8", 2),
        ["an address of a million characters"] = (folder => folder.Write("index.html", Start + $"<a href='{new string('y', 1_000_000)}'>x</a>"), $"index.html:2:10: error HG401 link-target-missing: no file `{new string('y', 200)}…`", 1),
        ["a page in UTF-16"] = (folder => File.WriteAllBytes(folder["index.html"], [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Start)]), "index.html:1:1: error HG102 text-encoding: the page is UTF-16", 1),
        ["a page in UTF-16 without a mark"] = (folder => File.WriteAllBytes(folder["index.html"], Encoding.Unicode.GetBytes(Start)), "index.html:1:1: error HG102 text-encoding: the page is UTF-16", 1),
        ["a byte-order mark"] = (folder => File.WriteAllBytes(folder["index.html"], [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Start)]), "", 0),
        ["a pipe that looks like a page"] = (folder => Pipe(folder["pipe.html"]), "pipe.html:1:1: error HG113 unsafe-path: not a regular file", 1),
        ["a link to nowhere"] = (folder => File.CreateSymbolicLink(folder["gone.html"], "nothing-here"), "gone.html:1:1: error HG113 unsafe-path: a symbolic link is not followed", 1),
        ["a link out of the folder"] = (folder => File.CreateSymbolicLink(folder["passwd.html"], "/etc/passwd"), "passwd.html:1:1: error HG113 unsafe-path: a symbolic link is not followed", 1),
        ["a link to the folder itself"] = (folder => Directory.CreateSymbolicLink(folder["again"], "."), "again:1:1: error HG113 unsafe-path: a symbolic link is not followed", 1),
        ["a drawing of entities in entities"] = (folder => folder.Write("a.svg", "<!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><svg xmlns='http://www.w3.org/2000/svg'>&b;</svg>"), "a.svg:1:100: error HG425 file-malformed: not XML: Reference to undeclared entity `b`", 1),
        ["thirty thousand links"] = (folder => folder.Write("index.html", Start + string.Concat(Enumerable.Repeat("<a href='index.html#z'>x</a>", 30_000))), "index.html:2:10: error HG402 fragment-missing: `index.html` has no `z`", 1),
        ["a hundred thousand links to one place that is not there"] = (folder => folder.Write("index.html", Start + string.Concat(Enumerable.Repeat("<a href=none.html>x</a>", 50_000)) + string.Concat(Enumerable.Repeat("<a href=\"none.html\">x</a>", 50_000))), "index.html:1:1: warning HG522 size-budget: `index.html` has 2.3 MiB, more than 1.0 MiB\nindex.html:2:9: error HG401 link-target-missing: no file `none.html`", 1),
        ["tags that never end"] = (folder => folder.Write("index.html", Start + string.Concat(Enumerable.Repeat("<a b='", 50_001))), "", 0),
    };

    public static TheoryData<string> Names => [.. Inputs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_input_gets_one_finding(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "pipes and links are made as Linux makes them");
        (Action<TemporaryFolder> make, string said, int code) = Inputs[name];
        using TemporaryFolder folder = new();
        folder.Write("index.html", Start);
        make(folder);
        ProcessResult result = Her2GenProcess.Run(folder.Path, "check", ".");
        Assert.Equal(said, string.Join('\n', result.Output.Split('\n').Where(line => line.Contains(" HG", StringComparison.Ordinal))));
        Assert.Equal((code, ""), (result.ExitCode, result.Error));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("empty")]
    [InlineData("text")]
    public void Nothing_to_check_is_never_green(string kind)
    {
        using TemporaryFolder folder = new();
        if (kind == "text") folder.Write("site/a.txt", "x");
        if (kind == "empty") Directory.CreateDirectory(folder["site"]);
        Assert.Equal(2, Her2GenProcess.Run(folder.Path, "check", "site").ExitCode);
    }

    private static void Pipe(string path)
    {
        using Process made = Process.Start("mkfifo", path);
        made.WaitForExit();
    }
}
