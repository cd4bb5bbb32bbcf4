using System.Diagnostics;
using Her2Gen.Diagnostics;
using Her2Gen.Disk;
using Her2Gen.Editions;

namespace Her2Gen.Tests.Disk;

public sealed class BagFolderTests
{
    [Fact]
    public void A_folder_is_seen_as_it_is()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links and pipes of this kind are not there");
        using TemporaryFolder folder = new();
        folder.Write("a.txt", "a");
        folder.Write(".hidden/b~", "b");
        folder.Write("bad\\name", "c");
        Directory.CreateDirectory(folder["empty/inner"]);
        File.CreateSymbolicLink(folder["link"], "a.txt");
        Directory.CreateSymbolicLink(folder["tree"], folder.Path);
        using (Process pipe = Process.Start("mkfifo", folder["pipe"])) pipe.WaitForExit();
        FoundFolder? found = BagFolder.Read(folder.Path, new DiagnosticBag());
        Assert.NotNull(found);
        Assert.Equal([".hidden/b~", "a.txt"], found.Files.Paths.Select(path => path.Value));
        Assert.Equal(
            [new("bad\\name", OddKind.Unnamable), new("empty/inner", OddKind.EmptyFolder), new("link", OddKind.Link), new("pipe", OddKind.Special), new OddEntry("tree", OddKind.Link)],
            found.Odd);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told()
    {
        DiagnosticBag diagnostics = new();
        Assert.Null(BagFolder.Read("nowhere", diagnostics));
        Assert.Equal("nowhere:1:1: error HG101 file-unreadable: there is no such folder", string.Join('\n', diagnostics.Sorted()));
    }
}
