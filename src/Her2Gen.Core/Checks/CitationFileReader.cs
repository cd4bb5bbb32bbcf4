using System.Text.Json;
using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Checks;

/// <summary>Reads what the downloads that describe a page say of it: BibTeX, RIS and CSL-JSON, as its head links to them.</summary>
/// <remarks>A file of several records is a bibliography, and says nothing of the page.</remarks>
internal static class CitationFileReader
{
    private const string Relation = "describedby";

    public static void Read(PageFacts page, CheckedSite site, Statements statements, DiagnosticBag diagnostics)
    {
        foreach (RelationFact link in page.Metadata.Relations.Where(relation => relation.Relations.Contains(Relation)))
        {
            if (Target(link.Address, page, site) is not { } path || !site.Files.TryGet(path, out ReadOnlyMemory<byte> bytes)) continue;
            switch (link.MediaType)
            {
                case "application/x-bibtex": ReadBibTex(Source(), statements); break;
                case "application/x-research-info-systems": ReadRis(Source(), statements); break;
                case "application/vnd.citationstyles.csl+json": ReadCslJson(Source(), statements, diagnostics); break;
            }

            SourceText Source() => SourceText.Decode(path.Value, bytes, diagnostics);
        }
    }

    private static FilePath? Target(string address, PageFacts page, CheckedSite site) =>
        Destination.Of(address, page.Path, site.Address, page.Base) is { Kind: DestinationKind.Inside } destination ? destination.Path : null;

    private static void ReadBibTex(SourceText source, Statements statements)
    {
        IReadOnlyDictionary<string, BibTexField> fields = BibTexReader.Read(source.Text);
        Statements.Add(statements.Titles, Of("title", source), Text("title"), At("title"));
        if (fields.TryGetValue("author", out BibTexField? authors) && BibTexReader.Names(authors.Raw) is { } names) Statements.Add(statements.Authors, Of("author", source), names, At("author"));
        string? date = Text("date");
        if (date is null && Text("year") is { } year)
        {
            date = year;
            if (BibTexReader.Month(Text("month") ?? "") is { } month) date += $"-{month:00}" + (int.TryParse(Text("day"), out int day) ? $"-{day:00}" : "");
        }

        Statements.Add(statements.Cited, Of("date", source), date, At(fields.ContainsKey("date") ? "date" : "year"));
        Statements.Add(statements.Dois, Of("doi", source), Text("doi"), At("doi"));
        Statements.Add(statements.Languages, Of("language", source), Tag(Text("language")), At("language"));
        statements.AddAddress(Of("url", source), Text("url"), At("url"));

        string? Text(string name) => fields.TryGetValue(name, out BibTexField? field) ? BibTexReader.Decode(field.Raw) : null;

        Func<Location> At(string name) => () => source.At(fields[name].Offset, fields[name].Raw.Length);
    }

    private static void ReadRis(SourceText source, Statements statements)
    {
        List<(string Tag, string Value, int Offset)> tags = [];
        int lineStart = 0;
        foreach (string line in source.Text.Split('\n'))
        {
            if (line.Length > 5 && line.AsSpan(2, 3) is "  -") tags.Add((line[..2], line[5..].Trim(), lineStart + Math.Min(line.Length, 6)));
            lineStart += line.Length + 1;
        }

        if (tags.Count(tag => tag.Tag == "TY") != 1) return;
        Add(statements.Titles, "TI", "T1");
        string[] authors = [.. tags.Where(tag => tag.Tag is "AU" or "A1").Select(tag => tag.Value)];
        Statements.Add(statements.Authors, Of("AU", source), authors, At("AU", "A1"));
        Add(statements.Cited, "DA", "PY", "Y1");
        Add(statements.Dois, "DO");
        Statements.Add(statements.Languages, Of("LA", source), Tag(Value("LA")), At("LA"));
        statements.AddAddress(Of("UR", source), Value("UR"), At("UR"));

        void Add(List<Statement> list, params string[] names) => Statements.Add(list, Of(names[0], source), Value(names), At(names));

        string? Value(params string[] names) => names.Select(name => tags.Find(tag => tag.Tag == name).Value).FirstOrDefault(value => value is not null);

        Func<Location> At(params string[] names) => () =>
        {
            (string _, string value, int offset) = tags.Find(tag => names.Contains(tag.Tag));
            return source.At(offset, value.Length);
        };
    }

    private static void ReadCslJson(SourceText source, Statements statements, DiagnosticBag diagnostics)
    {
        if (StructuredDataReader.Parse(source.Text, (offset, message) => diagnostics.Add(Rules.StructuredDataSyntax, source.At(offset, 1), message)) is not { } root) return;
        JsonElement item = root.ValueKind == JsonValueKind.Array && root.GetArrayLength() == 1 ? root[0] : root;
        if (item.ValueKind != JsonValueKind.Object) return;
        Add(statements.Titles, "title");
        if (item.TryGetProperty("author", out JsonElement authors) && authors.ValueKind == JsonValueKind.Array)
            Statements.Add(statements.Authors, Of("author", source), [.. authors.EnumerateArray().Select(Name)], At("author"));
        if (item.TryGetProperty("issued", out JsonElement issued) && issued.ValueKind == JsonValueKind.Object
            && issued.TryGetProperty("date-parts", out JsonElement dates) && dates.ValueKind == JsonValueKind.Array && dates.GetArrayLength() > 0 && dates[0].ValueKind == JsonValueKind.Array)
            Statements.Add(statements.Cited, Of("issued", source), string.Join('-', dates[0].EnumerateArray().Select(part => StructuredDataReader.Text(part) ?? part.GetRawText())), At("issued"));
        Add(statements.Dois, "DOI");
        Add(statements.Languages, "language");
        statements.AddAddress(Of("URL", source), Text("URL"), At("URL"));

        void Add(List<Statement> list, string name) => Statements.Add(list, Of(name, source), Text(name), At(name));

        string? Text(string name) => item.TryGetProperty(name, out JsonElement value) ? StructuredDataReader.Text(value) : null;

        Func<Location> At(string name) => () =>
        {
            (int offset, int length) = StructuredDataReader.Place(source.Text, name, item.GetProperty(name));
            return source.At(offset, length);
        };
    }

    private static string Name(JsonElement name)
    {
        if (name.ValueKind != JsonValueKind.Object) return "";
        string? literal = name.TryGetProperty("literal", out JsonElement value) ? StructuredDataReader.Text(value) : null;
        string[] parts = ["given", "dropping-particle", "non-dropping-particle", "family", "suffix"];
        return literal ?? string.Join(' ', parts.Select(part => name.TryGetProperty(part, out JsonElement one) ? StructuredDataReader.Text(one) : null).Where(part => !string.IsNullOrEmpty(part)));
    }

    // Many files name the language in words.
    private static string? Tag(string? language) => language is not null && LanguageTag.IsWellFormed(language) ? language : null;

    private static string Of(string field, SourceText source) => $"`{field}` of {source.File}";
}
