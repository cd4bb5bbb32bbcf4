using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Tests.Files;

public sealed class MemoTests
{
    private readonly Memo memo = new();
    private readonly List<string> made = [];

    private sealed record Length(int Characters);

    [Fact]
    public void Only_what_has_other_inputs_is_made_again()
    {
        Assert.Equal([1, 2, 3], Build(("a", "x"), ("b", "xx"), ("c", "xxx")));
        Assert.Equal([1, 4, 3], Build(("a", "x"), ("b", "xxxx"), ("c", "xxx")));
        Assert.Equal(["a", "b", "c", "b"], made);
    }

    [Fact]
    public void Files_that_come_go_or_change_places_leave_the_others_as_they_were()
    {
        Build(("a", "x"), ("b", "xx"), ("c", "xxx"));
        made.Clear();
        Assert.Equal([1, 5, 2, 3], Build(("a", "x"), ("aa", "xxxxx"), ("b", "xx"), ("c", "xxx")));
        Assert.Equal(["aa"], made);
        Assert.Equal([3, 1, 5], Build(("c", "xxx"), ("a", "x"), ("aa", "xxxxx")));
        Assert.Equal(["aa"], made);
        Assert.Equal([2], Build(("b", "xx")));
        Assert.Equal(["aa", "b"], made);
    }

    [Fact]
    public void Bytes_and_trees_are_the_same_by_their_content()
    {
        FileTree Tree() => new([KeyValuePair.Create(FilePath.Parse("a"), (ReadOnlyMemory<byte>)"x"u8.ToArray())]);
        int count = 0;
        for (int i = 0; i < 2; i++)
        {
            memo.Begin();
            memo.Of("all", [Tree(), (ReadOnlyMemory<byte>)"x"u8.ToArray(), (object?[])["x", null, 1]], new DiagnosticBag(), _ => ++count);
            memo.Each("each", [FilePath.Parse("a")], [(ReadOnlyMemory<byte>)"x"u8.ToArray()], new DiagnosticBag(), (_, _) => ++count);
        }

        Assert.Equal(2, count);
    }

    [Fact]
    public void Where_all_come_out_equal_the_list_is_the_one_before()
    {
        Length[] Make(params string[] texts)
        {
            memo.Begin();
            return memo.Each("length", [FilePath.Parse("a"), FilePath.Parse("b")], texts, new DiagnosticBag(), (i, _) => new Length(texts[i].Length));
        }

        Length[] first = Make("one", "three");
        Assert.Same(first, Make("two", "three"));
        Length[] other = Make("two", "four");
        Assert.NotSame(first, other);
        Assert.Same(first[0], other[0]);
    }

    [Fact]
    public void A_value_that_comes_out_equal_is_the_one_before()
    {
        Length Make(string text)
        {
            memo.Begin();
            return memo.Of("length", [text], new DiagnosticBag(), _ => new Length(text.Length));
        }

        Length first = Make("one");
        Assert.Same(first, Make("two"));
        Assert.NotSame(first, Make("three"));
    }

    [Fact]
    public void What_was_found_is_found_again_without_making_anything()
    {
        for (int i = 0; i < 3; i++)
        {
            DiagnosticBag found = new();
            Build(found, ("a", "x"), ("b", ""));
            Assert.Equal(["b"], found.Sorted().Select(one => one.Location.File));
            Assert.True(found.HasErrors);
        }

        Assert.Equal(["a", "b"], made);
    }

    [Fact]
    public void What_a_build_does_not_ask_for_is_forgotten()
    {
        Build(("a", "x"));
        memo.Begin();
        Build(("a", "x"));
        Assert.Equal(["a", "a"], made);
    }

    [Fact]
    public void Nothing_is_asked_for_twice()
    {
        Build(("a", "x"));
        Assert.Throws<InvalidOperationException>(() => memo.Of("lengths", [], new DiagnosticBag(), _ => 0));
    }

    private int[] Build(params (string File, string Text)[] texts) => Build(new DiagnosticBag(), texts);

    private int[] Build(DiagnosticBag found, params (string File, string Text)[] texts)
    {
        memo.Begin();
        return memo.Each("lengths", [.. texts.Select(text => FilePath.Parse(text.File))], [.. texts.Select(text => text.Text)], found, (i, own) =>
        {
            made.Add(texts[i].File);
            if (texts[i].Text.Length == 0) own.Add(Rules.FileUnreadable, Location.Of(texts[i].File), "empty");
            return texts[i].Text.Length;
        });
    }
}
