using System.Text;
using Her2Gen.Files;

namespace Her2Gen.Tests.Files;

public sealed class FileTreeTests
{
    [Fact]
    public void Files_come_in_ordinal_order() => Assert.Equal("B=1 a=2 a-b=3 a/b=4", Written(Tree("a/b=4", "a=2", "B=1", "a-b=3")));

    [Fact]
    public void A_path_that_stands_twice_is_refused() => Assert.Throws<ArgumentException>(() => Tree("a=1", "a=2"));

    [Fact]
    public void Paths_that_differ_by_case_are_two() => Assert.Equal("A=1 a=2", Written(Tree("a=2", "A=1")));

    [Theory]
    [InlineData("content/", "a=1 b/c=2")]
    [InlineData("content/b/", "c=2")]
    [InlineData("cont/", "")]
    [InlineData("Content/", "")]
    public void Under_gives_the_files_below_a_folder(string folder, string expected) =>
        Assert.Equal(expected, Written(Tree("content/a=1", "content/b/c=2", "contents/d=3", "e=4").Under(folder)));

    [Fact]
    public void With_puts_one_tree_over_another()
    {
        FileTree below = Tree("a=1", "b=2");
        Assert.Equal("a=1 b=3 c=4", Written(below.With(Tree("c=4", "b=3"))));
        Assert.Equal("a=1 b=2", Written(below));
        Assert.Equal("a=1 b=2", Written(below.With(FileTree.Empty)));
    }

    [Fact]
    public void Trees_of_the_same_paths_ask_once_which_of_them_are_wanted()
    {
        List<string> asked = [];
        Func<FilePath, bool> isWanted = path =>
        {
            asked.Add(path.Value);
            return path.Value != "b";
        };
        FileTree tree = Tree("a=1", "b=2", "c=3");
        Assert.Equal("a=1 c=3", Written(tree.Where(isWanted)));
        Assert.Equal("a=1 c=4", Written(tree.With(FilePath.Parse("c"), "4"u8.ToArray()).Where(isWanted)));
        Assert.Equal(["a", "b", "c"], asked);
        Assert.Equal("a=1 d=4", Written(tree.With(Tree("d=4")).Without(FilePath.Parse("c")).Where(isWanted)));
    }

    [Fact]
    public void What_is_wanted_may_hang_on_the_other_files()
    {
        static bool IsPaired(FilePath path, FileTree all) => all.Contains(FilePath.Parse(path + ".txt"));
        FileTree tree = Tree("a=1", "a.txt=2", "b=3");
        Assert.Equal("a=1", Written(tree.Where(IsPaired)));
        Assert.Equal("a=1 b=3", Written(tree.With(Tree("b.txt=4")).Where(IsPaired)));
    }

    [Fact]
    public void A_file_is_found_by_its_path()
    {
        FileTree tree = Tree("a/b=1");
        Assert.True(tree.TryGet(FilePath.Parse("a/b"), out ReadOnlyMemory<byte> bytes));
        Assert.Equal("1", Encoding.UTF8.GetString(bytes.Span));
        Assert.Equal((true, false, false, 1), (tree.Contains(FilePath.Parse("a/b")), tree.Contains(FilePath.Parse("a")), tree.Contains(FilePath.Parse("A/b")), tree.Count));
    }

    [Fact]
    public void A_tree_with_other_bytes_is_that_of_the_same_files_from_nothing()
    {
        FileTree tree = Tree("a/one=1", "a/two=2", "b=3");
        Assert.Equal("one=1 two=2", Written(tree.Under("a/")));
        FileTree changed = tree.With(FilePath.Parse("a/two"), "4"u8.ToArray());
        Assert.Equal("a/one=1 a/two=4 b=3", Written(changed));
        Assert.Equal("one=1 two=4", Written(changed.Under("a/")));
        Assert.Equal("one=1 three=5 two=4", Written(changed.Under("a/").With(FilePath.Parse("three"), "5"u8.ToArray())));
        Assert.True(changed.IsSameAs(Tree("a/one=1", "a/two=4", "b=3")));
        Assert.False(changed.IsSameAs(tree));
        Assert.Equal("one=1 two=2", Written(tree.Under("a/")));
    }

    private static FileTree Tree(params IEnumerable<string> files) => new(files.Select(file => file.Split('='))
        .Select(parts => KeyValuePair.Create(FilePath.Parse(parts[0]), (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(parts[1]))));

    private static string Written(FileTree tree) => string.Join(' ', tree.Select(file => $"{file.Key}={Encoding.UTF8.GetString(file.Value.Span)}"));
}
