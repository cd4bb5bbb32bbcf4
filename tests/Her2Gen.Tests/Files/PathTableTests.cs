using Her2Gen.Files;

namespace Her2Gen.Tests.Files;

public sealed class PathTableTests
{
    private static readonly PathTable<int> Table = new([Entry("b", 2), Entry("a", 1), Entry("c", 3)]);

    [Fact]
    public void Values_come_in_the_order_of_their_paths()
    {
        Assert.Equal(["a", "b", "c"], Table.Keys.Select(path => path.Value));
        Assert.Equal([1, 2, 3], Table.Values);
        Assert.Equal([("a", 1), ("b", 2), ("c", 3)], Table.Select(entry => (entry.Key.Value, entry.Value)));
    }

    [Fact]
    public void A_value_is_found_by_its_path()
    {
        Assert.Equal((2, true, false), (Table[Path("b")], Table.ContainsKey(Path("c")), Table.ContainsKey(Path("d"))));
        Assert.False(Table.TryGetValue(Path("d"), out int none));
        Assert.Equal(0, none);
        Assert.Throws<KeyNotFoundException>(() => Table[Path("d")]);
    }

    [Fact]
    public void A_path_that_stands_twice_is_refused() => Assert.Throws<ArgumentException>(() => new PathTable<int>([Entry("a", 1), Entry("a", 2)]));

    [Fact]
    public void Values_of_several_paths_come_in_the_order_that_is_asked_for() => Assert.Equal([2, 3, -1, 1, 2], Table.Of([Path("b"), Path("c"), Path("d"), Path("a"), Path("b")], -1));

    [Fact]
    public void Another_value_makes_another_table_of_the_same_paths()
    {
        PathTable<int> other = Table.With(Path("b"), 9);
        Assert.Equal([1, 9, 3], other.Values);
        Assert.Equal([1, 2, 3], Table.Values);
        Assert.True(Table.HasSamePaths(other));
        Assert.False(Table.HasSamePaths(new PathTable<int>([Entry("a", 1)])));
        Assert.Throws<KeyNotFoundException>(() => Table.With(Path("d"), 4));
    }

    [Fact]
    public void A_table_may_stand_beside_a_tree_of_files()
    {
        PathTable<string> table = new(new FileTree([KeyValuePair.Create(Path("x"), ReadOnlyMemory<byte>.Empty), KeyValuePair.Create(Path("a"), ReadOnlyMemory<byte>.Empty)]), ["of a", "of x"]);
        Assert.Equal("of x", table[Path("x")]);
    }

    private static FilePath Path(string text) => FilePath.Parse(text);

    private static KeyValuePair<FilePath, int> Entry(string path, int value) => KeyValuePair.Create(Path(path), value);
}
