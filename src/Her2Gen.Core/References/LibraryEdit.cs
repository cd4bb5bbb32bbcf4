using System.Text;
using System.Text.Json;
using Her2Gen.References.Csl;

namespace Her2Gen.References;

/// <summary>Changes a library in CSL-JSON where something changes, and leaves every other byte as it is.</summary>
public static class LibraryEdit
{
    private sealed record Member(string Name, int Start, int ValueStart, int ValueEnd);

    private sealed record Item(string Id, int Start, int End, IReadOnlyList<Member> Members);

    /// <summary>The library with a record more: in its place where the library is sorted by id, else at the end.</summary>
    /// <param name="library">A sound library.</param>
    public static byte[] Add(byte[] library, CslItem item)
    {
        Item[] items = [.. Items(library)];
        string text = CslJsonWriter.Item(item);
        if (items.Length == 0) return Encoding.UTF8.GetBytes($"[\n  {text}\n]\n");
        bool isSorted = items.Zip(items.Skip(1)).All(pair => string.CompareOrdinal(pair.First.Id, pair.Second.Id) <= 0);
        Item? next = isSorted ? Array.Find(items, other => string.CompareOrdinal(other.Id, item.Id) > 0) : null;
        return next is null ? Spliced(library, items[^1].End, items[^1].End, ",\n  " + text) : Spliced(library, next.Start, next.Start, text + ",\n  ");
    }

    /// <summary>The library with some variables of one record changed or added.</summary>
    public static byte[] Change(byte[] library, string id, IReadOnlyList<FieldChange> changes)
    {
        Item item = Items(library).First(item => item.Id == id);
        // From the end on, so that places before stay where they are.
        Member last = item.Members[^1];
        string between = Whitespace(library, last.Start);
        string added = string.Concat(changes.Where(change => !item.Members.Any(member => member.Name == change.Name)).Select(change => $",{between}\"{change.Name}\": {change.After}"));
        byte[] changed = Spliced(library, last.ValueEnd, last.ValueEnd, added);
        foreach (Member member in item.Members.Reverse())
            if (changes.FirstOrDefault(change => change.Name == member.Name) is { } change) changed = Spliced(changed, member.ValueStart, member.ValueEnd, change.After);
        return changed;
    }

    private static List<Item> Items(byte[] library)
    {
        int bom = library.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        List<Item> items = [];
        Utf8JsonReader json = new(library.AsSpan(bom));
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.StartObject)
        {
            int start = bom + (int)json.TokenStartIndex;
            string id = "";
            List<Member> members = [];
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                int nameStart = bom + (int)json.TokenStartIndex;
                string name = json.GetString() ?? "";
                json.Read();
                int valueStart = bom + (int)json.TokenStartIndex;
                if (name == "id") id = json.TokenType == JsonTokenType.String ? json.GetString() ?? "" : Encoding.UTF8.GetString(json.ValueSpan);
                json.Skip();
                members.Add(new Member(name, nameStart, valueStart, bom + (int)json.BytesConsumed));
            }

            items.Add(new Item(id, start, bom + (int)json.BytesConsumed, members));
        }

        return items;
    }

    private static string Whitespace(byte[] text, int end)
    {
        int start = end;
        while (start > 0 && text[start - 1] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r') start--;
        return Encoding.UTF8.GetString(text, start, end - start);
    }

    // Lines end as the library's lines do.
    private static byte[] Spliced(byte[] text, int start, int end, string with)
    {
        if (text.AsSpan().IndexOf("\r\n"u8) >= 0) with = with.ReplaceLineEndings("\r\n");
        return [.. text.AsSpan(0, start), .. Encoding.UTF8.GetBytes(with), .. text.AsSpan(end)];
    }
}
