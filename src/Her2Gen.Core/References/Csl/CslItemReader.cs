using System.Globalization;
using System.Text.Json;

namespace Her2Gen.References.Csl;

/// <summary>Makes items of CSL-JSON, tolerant of what real libraries hold: numbers as text, text as numbers, dates in several forms.</summary>
/// <remarks>What is not of its variable's kind is left out; <see cref="ReferenceReader"/> reports such things where an author wrote them.</remarks>
public static class CslItemReader
{
    /// <summary>One item of a CSL-JSON library.</summary>
    public static CslItem Read(JsonElement json)
    {
        CslItem item = new(Text(json, "id"), Text(json, "type"));
        foreach (JsonProperty property in json.EnumerateObject())
        {
            if (property.Name is "id" or "type") continue;
            switch (property.Value.ValueKind)
            {
                case JsonValueKind.String or JsonValueKind.Number:
                    ReadText(item, property.Name, property.Value.ToString());
                    break;
                case JsonValueKind.Array when property.Value.GetArrayLength() > 0 && property.Value[0].ValueKind == JsonValueKind.Object:
                    item.With(property.Name, [.. property.Value.EnumerateArray().Where(name => name.ValueKind == JsonValueKind.Object).Select(ReadName)]);
                    break;
                case JsonValueKind.Object:
                    item.With(property.Name, ReadDate(property.Value));
                    break;
            }
        }

        if (item.Text("note") is { } note) ReadNote(item, note);
        return item;
    }

    // Libraries that lack a field keep it in the note: a line "event-date: 2004-10-01" (citeproc-js, "cheater syntax").
    private static void ReadNote(CslItem item, string note)
    {
        string[] lines = note.Split('\n');
        List<string> rest = [];
        for (int i = 0; i < lines.Length; i++)
        {
            int colon = lines[i].IndexOf(':', StringComparison.Ordinal);
            string name = colon > 0 ? lines[i][..colon].Trim() : "", value = colon > 0 ? lines[i][(colon + 1)..].Trim() : "";
            bool isKnown = value.Length > 0 && Variables.IsKnown(name);
            if (isKnown && !item.Has(name)) ReadText(item, name, value);
            else rest.Add(lines[i]);
            // Fields stand at the beginning, or behind a first line.
            if (isKnown || i == 0) continue;
            rest.AddRange(lines[(i + 1)..]);
            break;
        }

        if (rest.Count < lines.Length) item.Set("note", string.Join('\n', rest).Trim());
    }

    private static void ReadText(CslItem item, string variable, string text)
    {
        // Libraries of the first CSL-JSON schema have these names.
        string name = variable switch { "shortTitle" => "title-short", "journalAbbreviation" => "container-title-short", "archive-location" => "archive_location", _ => variable };
        if (Variables.Dates.Contains(name)) item.With(name, RawDate.Parse(text));
        else if (Variables.Names.Contains(name)) item.With(name, [NameOf(text)]);
        else if (name == variable || item.Text(name) is null) item.With(name, text);
    }

    private static CslName NameOf(string text) => text.Split("||") is [var family, var given]
        ? NameParticles.Parse(new CslName("", family.Trim(), given.Trim(), "", "", ""))
        : new CslName(text, "", "", "", "", "");

    private static CslName ReadName(JsonElement json)
    {
        CslName name = new(Text(json, "literal"), Text(json, "family"), Text(json, "given"), Text(json, "dropping-particle"), Text(json, "non-dropping-particle"), Text(json, "suffix"))
        {
            CommaSuffix = Flag(json, "comma-suffix"),
            StaticOrdering = Flag(json, "static-ordering"),
        };
        if (name.Given.Length == 0 && Flag(json, "isInstitution")) return name with { Literal = name.Family, Family = "" };
        bool parse = !json.TryGetProperty("parse-names", out JsonElement wish) || wish.ValueKind != JsonValueKind.False && wish.ToString() != "0";
        return parse ? NameParticles.Parse(name) : name with { IsWhole = true };
    }

    private static CslDate ReadDate(JsonElement json)
    {
        CslDate date = json.TryGetProperty("raw", out JsonElement raw) && raw.ValueKind == JsonValueKind.String ? RawDate.Parse(raw.ToString()) : new CslDate(default, null);
        if (json.TryGetProperty("date-parts", out JsonElement parts) && parts.ValueKind == JsonValueKind.Array && parts.GetArrayLength() > 0)
            date = new CslDate(Point(parts[0]), parts.GetArrayLength() > 1 ? Point(parts[1]) : null);
        string season = Text(json, "season");
        if (season.Length > 0 && date.Start.Month == 0)
        {
            int number = Number(season);
            date = number is >= 1 and <= 4 ? date with { Start = date.Start with { Month = number + 12 } } : date with { SeasonText = season };
        }

        string literal = Text(json, "literal");
        return date with { Literal = literal.Length > 0 ? literal : date.Literal, Circa = Flag(json, "circa") || date.Circa };
    }

    private static CslDatePoint Point(JsonElement parts)
    {
        if (parts.ValueKind != JsonValueKind.Array) return default;
        int[] numbers = [.. parts.EnumerateArray().Take(3).Select(part => Number(part.ToString()))];
        int month = numbers.ElementAtOrDefault(1);
        // Seasons are written 13 to 16, 21 to 24 (EDTF) or 17 to 20.
        month = month switch { >= 21 and <= 24 => month - 8, >= 17 and <= 20 => month - 4, < 0 or > 24 => 0, _ => month };
        return new CslDatePoint(numbers.ElementAtOrDefault(0), month, numbers.ElementAtOrDefault(2) is >= 1 and <= 31 and var day ? day : 0);
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowTrailingWhite | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out int number) ? number : 0;

    private static bool Flag(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind is not (JsonValueKind.False or JsonValueKind.Null) && value.ToString() is not ("" or "0" or "false");

    private static string Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out JsonElement value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : "";
}
