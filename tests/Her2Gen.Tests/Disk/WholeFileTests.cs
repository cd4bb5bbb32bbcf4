using Her2Gen.Disk;

namespace Her2Gen.Tests.Disk;

public sealed class WholeFileTests
{
    [Fact]
    public void A_file_is_made_with_its_folders_and_replaced_and_nothing_is_left_beside_it()
    {
        using TemporaryFolder folder = new();
        Assert.Null(WholeFile.Write(folder["a/b/report.json"], "one"));
        Assert.Null(WholeFile.Write(folder["a/b/report.json"], "two é\uD800"));
        Assert.Equal("two é\uFFFD"u8.ToArray(), File.ReadAllBytes(folder["a/b/report.json"]));
        Assert.Equal(["a/b/report.json"], TemporaryFolder.Snapshot(folder.Path).Keys);
    }

    [Fact]
    public void A_folder_is_not_replaced()
    {
        using TemporaryFolder folder = new();
        folder.Write("a/kept", "");
        Assert.Equal("is a folder", WholeFile.Write(folder["a"], "text"));
        Assert.StartsWith("cannot be written: ", WholeFile.Write(folder["a/kept/report.json"], "text"), StringComparison.Ordinal);
        Assert.StartsWith("cannot be written: ", WholeFile.Write(folder["a\0b"], "text"), StringComparison.Ordinal);
        Assert.Equal(["a/kept"], TemporaryFolder.Snapshot(folder.Path).Keys);
    }

    [Fact]
    public void A_link_stays_a_link_and_what_it_leads_to_is_written()
    {
        using TemporaryFolder folder = new();
        folder.Write("real", "old");
        File.CreateSymbolicLink(folder["link"], folder["real"]);
        Assert.Null(WholeFile.Write(folder["link"], "new"));
        Assert.Equal(("new", true), (File.ReadAllText(folder["real"]), new FileInfo(folder["link"]).LinkTarget is not null));
    }
}
