using System.Text.Encodings.Web;
using System.Text.Json;
using Her2Gen.References.Csl;

namespace Her2Gen.References;

/// <summary>References as a library in CSL-JSON: one variable a line, in one order, so that what changes is seen.</summary>
public static class CslJsonWriter
{
    private const string Indent = "  ";

    // What people look at first; the rest follows by name.
    private static readonly string[] First = ["title", "container-title", "author", "issued", "volume", "issue", "page", "publisher", "language", "DOI", "PMID", "PMCID", "URL"];

    public static string Write(IEnumerable<Reference> references)
    {
        string items = string.Join(",\n", references.Select(reference => Indent + Item(reference.Item)));
        return items.Length == 0 ? "[]\n" : $"[\n{items}\n]\n";
    }

    /// <summary>One item; its lines but the first are indented, as they stand in a library.</summary>
    public static string Item(CslItem item) =>
        $"{{\n{string.Join(",\n", Members(item).Select(member => $"{Indent}{Indent}{Text(member.Name)}: {member.Value}"))}\n{Indent}}}";

    /// <summary>The members of an item and their values, in the order of writing.</summary>
    public static IEnumerable<(string Name, string Value)> Members(CslItem item)
    {
        yield return ("id", Text(item.Id));
        if (item.Type.Length > 0) yield return ("type", Text(item.Type));
        foreach (string name in First.Concat(item.Variables().Except(First).Order(StringComparer.Ordinal)))
            if (Value(item, name) is { } value) yield return (name, value);
    }

    private static string? Value(CslItem item, string name) =>
        item.Text(name) is { } text ? Text(text)
        : item.Date(name) is { } date ? Date(date)
        : item.Names(name) is { Count: > 0 } names ? $"[{string.Join(", ", names.Select(Name))}]"
        : null;

    private static string Name(CslName name)
    {
        List<string> members = [];
        Add("literal", name.Literal);
        Add("family", name.Family);
        Add("given", name.Given);
        Add("dropping-particle", name.DroppingParticle);
        Add("non-dropping-particle", name.NonDroppingParticle);
        Add("suffix", name.Suffix);
        if (name.CommaSuffix) members.Add("\"comma-suffix\": true");
        if (name.StaticOrdering) members.Add("\"static-ordering\": true");
        if (name.IsWhole) members.Add("\"parse-names\": false");
        return $"{{{string.Join(", ", members)}}}";

        void Add(string part, string text)
        {
            if (text.Length > 0) members.Add($"{Text(part)}: {Text(text)}");
        }
    }

    private static string Date(CslDate date)
    {
        List<string> members = [];
        if (date.Start != default) members.Add($"\"date-parts\": [{Parts(date.Start)}{(date.End is { } end ? ", " + Parts(end) : "")}]");
        if (date.SeasonText.Length > 0) members.Add($"\"season\": {Text(date.SeasonText)}");
        if (date.Literal.Length > 0) members.Add($"\"literal\": {Text(date.Literal)}");
        if (date.Circa) members.Add("\"circa\": true");
        return $"{{{string.Join(", ", members)}}}";
    }

    // Seasons are 13 to 16 within and 21 to 24 in CSL-JSON (EDTF).
    private static string Parts(CslDatePoint point)
    {
        int month = point.Month > 12 ? point.Month + 8 : point.Month;
        return month == 0 ? $"[{point.Year}]" : point.Day == 0 ? $"[{point.Year}, {month}]" : $"[{point.Year}, {month}, {point.Day}]";
    }

    private static string Text(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
