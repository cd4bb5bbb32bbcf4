using System.Text;
using System.Text.Json;
using CsCheck;
using Her2Gen.References;
using Her2Gen.References.Csl;

namespace Her2Gen.Tests.References;

/// <summary>An edit of a library changes what it is to change, and no other byte.</summary>
public sealed class LibraryEditTests
{
    private static readonly string[] Spaces = ["", " ", "\n", "\n  ", "\r\n\t"];

    private static readonly Gen<string> Space = Gen.OneOf(Spaces);

    // A record as people, and programs, write it.
    private static readonly Gen<string> Item = Gen.Select(Space, Space, Gen.OneOf("", "\"volume\": \"}]{[\\\"\"", "\"custom\": {\"a\": [1, {}]}", "\"title\": \"Ä😀\"")).Select((one, other, member) =>
        $"{{{one}\"id\":{other}\"KEY\",{one}\"type\": \"book\"{other}{(member.Length > 0 ? "," + one + member : "")}{other}}}");

    private static byte[] Library(string[] items, string space, bool hasMark) =>
        [.. hasMark ? "\uFEFF"u8 : default, .. Encoding.UTF8.GetBytes($"[{space}{string.Join("," + space, items)}{space}]{space}")];

    private static string[] Raw(byte[] library)
    {
        using JsonDocument json = JsonDocument.Parse(Encoding.UTF8.GetString(library).TrimStart('\uFEFF'));
        return [.. json.RootElement.EnumerateArray().Select(item => item.GetRawText())];
    }

    [Fact]
    public void A_record_is_added_beside_records_that_stay_as_they_are() => Gen.Select(Item.Array[0, 6], Space, Gen.Bool, Gen.Int[0, 9]).Sample((made, space, hasMark, at) =>
    {
        string[] items = [.. made.Select((item, i) => item.Replace("KEY", $"k{i}", StringComparison.Ordinal))];
        byte[] edited = LibraryEdit.Add(Library(items, space, hasMark), new CslItem($"k{at}a", "book").With("title", "T"));
        string[] raw = Raw(edited);
        Assert.Equal(items, raw.Where(item => !item.Contains($"k{at}a", StringComparison.Ordinal)));
        // The keys are sorted, and so they stay.
        string[] keys = [.. raw.Select(item => JsonDocument.Parse(item).RootElement.GetProperty("id").GetString() ?? "")];
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        Assert.Equal(hasMark && items.Length > 0, edited.AsSpan().StartsWith("\uFEFF"u8));
    }, iter: 2000);

    [Fact]
    public void Fields_are_changed_and_added_and_the_others_stay_as_they_are() => Gen.Select(Item.Array[1, 6], Space, Gen.Int[0, 5]).Sample((made, space, pick) =>
    {
        string[] items = [.. made.Select((item, i) => item.Replace("KEY", $"k{i}", StringComparison.Ordinal))];
        int which = pick % items.Length;
        byte[] edited = LibraryEdit.Change(Library(items, space, hasMark: false), $"k{which}", [new FieldChange("volume", null, "\"7\""), new FieldChange("page", null, "\"1-2\""), new FieldChange("type", "\"book\"", "\"chapter\"")]);
        string[] raw = Raw(edited);
        Assert.Equal(items.Where((_, i) => i != which), raw.Where((_, i) => i != which));
        JsonElement changed = JsonDocument.Parse(raw[which]).RootElement;
        Assert.Equal(("7", "1-2", "chapter", $"k{which}"), (changed.GetProperty("volume").GetString(), changed.GetProperty("page").GetString(), changed.GetProperty("type").GetString(), changed.GetProperty("id").GetString()));
        Assert.Equal(items[which].Contains("custom", StringComparison.Ordinal), changed.TryGetProperty("custom", out _));
    }, iter: 2000);
}
