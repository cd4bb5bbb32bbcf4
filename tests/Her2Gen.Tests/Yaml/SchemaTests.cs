using System.Text.Json;
using Her2Gen.Articles;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.Yaml;

namespace Her2Gen.Tests.Yaml;

public sealed class SchemaTests
{
    private static readonly Schema Inner = new("a person",
    [
        new("group", SchemaType.Text, Required: false, "the name of a group"),
        new("family", SchemaType.Text, Required: false, "the family name"),
        new("orcid", SchemaType.Orcid, Required: false, "the ORCID iD"),
    ], ExactlyOneOf: ["group", "family"]);

    private static readonly Schema Whole = new("a test",
    [
        new("title", SchemaType.Text, Required: true, "the title"),
        new("date", SchemaType.Date, Required: false, "the date"),
        new("lang", SchemaType.Language, Required: false, "the language"),
        new("address", SchemaType.WebAddress, Required: false, "the address"),
        new("draft", SchemaType.Flag, Required: false, "whether it is a draft"),
        new("status", SchemaType.Choice("open", "closed"), Required: false, "the status"),
        new("words", SchemaType.ListOf(SchemaType.Text), Required: false, "some words"),
        new("people", SchemaType.ListOf(SchemaType.MapOf(Inner)), Required: false, "some people"),
    ]);

    public static TheoryData<string> Schemas => ["article", "page", "site", "test"];

    [Theory]
    [InlineData("title: T\ndate: 2025-01-03\nlang: en-US\naddress: https://example.org/a/\ndraft: true\nstatus: open\nwords: [a, b]\npeople: [{family: A, orcid: 0000-0002-1825-0097}, {group: B}]", "")]
    [InlineData("titel: T", "1:1: error HG107 missing-key: a test needs `title`\n  = the title\na.yml:1:1: error HG106 unknown-key: a test has no key `titel`\n  = did you mean `title`?")]
    [InlineData("title: T\nfootnotes: 1", "2:1: error HG106 unknown-key: a test has no key `footnotes`")]
    [InlineData("title:", "1:7: error HG108 wrong-type: `title` must be a text\n  = write `none` where there is nothing to declare")]
    [InlineData("title: [T]", "1:8: error HG108 wrong-type: `title` must be a text\n  = write `none` where there is nothing to declare")]
    [InlineData("title: T\nwords: a", "2:8: error HG108 wrong-type: `words` must be a list\n  = write `words: [one, two]`, or one `- ` line each")]
    [InlineData("title: T\nwords: [a, {b: c}]", "2:12: error HG108 wrong-type: `words` must be a text\n  = write `none` where there is nothing to declare")]
    [InlineData("title: T\nstatus: opne", "2:9: error HG108 wrong-type: `status` must be one of `open`, `closed`\n  = did you mean `open`?")]
    [InlineData("title: T\nstatus: [open]", "2:9: error HG108 wrong-type: `status` must be one of `open`, `closed`")]
    [InlineData("title: T\ndraft: yes", "2:8: error HG108 wrong-type: `draft` must be one of `true`, `false`")]
    [InlineData("title: T\nlang: english", "2:7: error HG108 wrong-type: `lang` must be a BCP 47 language tag\n  = for example `en` or `en-US`")]
    [InlineData("title: T\npeople: [A]", "2:10: error HG108 wrong-type: `people` must be `key: value` lines")]
    [InlineData("title: T\npeople:\n  - orcid: 0000-0002-1825-0098", "3:5: error HG107 missing-key: a person needs exactly one of `group`, `family`\na.yml:3:12: error HG305 identifier-malformed: `0000-0002-1825-0098` is not an ORCID iD: its form or its check digit is wrong\n  = four groups of four, as in `0000-0002-1825-0097`")]
    [InlineData("title: T\npeople:\n  - group: A\n    family: B\n  - group: C", "3:5: error HG107 missing-key: a person needs exactly one of `group`, `family`")]
    public void A_mapping_is_held_to_its_schema(string text, string said) => Assert.Equal(said.Length == 0 ? "" : "a.yml:" + said, Said(text));

    [Theory]
    [InlineData("01/03/2025", "HG109 ambiguous-date: `01/03/2025` does not say which number is the month\n  = write 2025-01-03 or 2025-03-01")]
    [InlineData("1.3.2025", "HG109 ambiguous-date: `1.3.2025` does not say which number is the month\n  = write 2025-01-03 or 2025-03-01")]
    [InlineData("01-03-2025", "HG109 ambiguous-date: `01-03-2025` does not say which number is the month\n  = write 2025-01-03 or 2025-03-01")]
    [InlineData("31/12/2025", "HG108 wrong-type: `date` must be a date, YYYY-MM-DD\n  = write 2025-12-31")]
    [InlineData("12/31/2025", "HG108 wrong-type: `date` must be a date, YYYY-MM-DD\n  = write 2025-12-31")]
    [InlineData("3/3/2025", "HG108 wrong-type: `date` must be a date, YYYY-MM-DD\n  = write 2025-03-03")]
    [InlineData("31/31/2025", "HG108 wrong-type: `date` must be a date, YYYY-MM-DD")]
    [InlineData("01/03/25", "HG108 wrong-type: `date` must be a date, YYYY-MM-DD")]
    [InlineData("2025-02-30", "HG108 wrong-type: `date` must be a date, YYYY-MM-DD")]
    [InlineData("3 January 2025", "HG108 wrong-type: `date` must be a date, YYYY-MM-DD")]
    [InlineData("[2025-01-03]", "HG108 wrong-type: `date` must be a date, YYYY-MM-DD")]
    public void A_date_that_is_not_ISO_8601_is_refused_with_its_readings(string date, string said) =>
        Assert.Equal("a.yml:2:7: error " + said, Said($"title: T\ndate: {date}\n"));

    [Theory]
    [InlineData("https://example.org/", true)]
    [InlineData("http://localhost:8080/a/", true)]
    [InlineData("https://exämple.org/ä/", true)]
    [InlineData("https://example.org", false)]
    [InlineData("https://example.org/a", false)]
    [InlineData("https://example.org/?a=/", false)]
    [InlineData("\"https://example.org/#/\"", false)]
    [InlineData("https://example.org/a b/", false)]
    [InlineData("ftp://example.org/", false)]
    [InlineData("example.org/", false)]
    [InlineData("//example.org/", false)]
    [InlineData("https:///", false)]
    public void An_address_is_of_the_web_and_ends_in_a_slash(string address, bool taken)
    {
        const string Refused = "a.yml:2:10: error HG108 wrong-type: `address` must be an http or https address that ends in `/`\n  = for example `https://example.org/review/`";
        Assert.Equal(taken ? "" : Refused, Said($"title: T\naddress: {address}\n"));
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void The_printed_schema_has_the_keys_that_the_reader_accepts(string name)
    {
        Schema schema = Named(name);
        string printed = schema.ToJsonSchema();
        Assert.EndsWith("}\n", printed);
        using JsonDocument document = JsonDocument.Parse(printed);
        Assert.Equal(("https://json-schema.org/draft/2020-12/schema", schema.Title),
            (document.RootElement.GetProperty("$schema").GetString(), document.RootElement.GetProperty("title").GetString()));
        AssertSame(schema, document.RootElement);
    }

    [Theory]
    [InlineData("people", """{"description":"some people","type":"array","items":{"type":"object","additionalProperties":false,"oneOf":[{"required":["group"]},{"required":["family"]}],"properties":{"group":{"description":"the name of a group","type":"string","minLength":1},"family":{"description":"the family name","type":"string","minLength":1},"orcid":{"description":"the ORCID iD","type":"string","pattern":"^\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX]$"}}}}""")]
    [InlineData("draft", """{"description":"whether it is a draft","type":"boolean"}""")]
    [InlineData("status", """{"description":"the status","enum":["open","closed"]}""")]
    [InlineData("date", """{"description":"the date","type":"string","format":"date","pattern":"^\\d{4}-\\d{2}-\\d{2}$"}""")]
    public void A_key_is_printed_with_its_type(string key, string expected)
    {
        using JsonDocument document = JsonDocument.Parse(Whole.ToJsonSchema());
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), document.RootElement.GetProperty("properties").GetProperty(key)));
    }

    // What the reader accepts is found by asking it, key by key.
    private static void AssertSame(Schema schema, JsonElement printed)
    {
        Assert.False(printed.GetProperty("additionalProperties").GetBoolean());
        string[] keys = [.. printed.GetProperty("properties").EnumerateObject().Select(property => property.Name)];
        Assert.Equal(schema.Keys.Select(key => key.Name), keys);
        Assert.All(keys, key => Assert.DoesNotContain(Found(schema, $"{key}: x\n"), d => d.Rule == Rules.UnknownKey));
        Assert.Contains(Found(schema, "not-a-key: x\n"), d => d.Rule == Rules.UnknownKey);
        Assert.Equal(
            Found(schema, "{}").Where(d => d.Hint is not null).Select(d => d.Message),
            Strings(printed, "required").Order(StringComparer.Ordinal).Select(key => $"{schema.Title} needs `{key}`"));
    }

    private static IEnumerable<string> Strings(JsonElement printed, string keyword) =>
        printed.TryGetProperty(keyword, out JsonElement list) ? list.EnumerateArray().Select(text => text.GetString() ?? "") : [];

    private static Schema Named(string name) => name switch
    {
        "article" => FrontMatter.ArticleSchema,
        "page" => FrontMatter.PageSchema,
        "site" => SiteSettings.Schema,
        _ => Whole,
    };

    private static IReadOnlyList<Diagnostic> Found(Schema schema, string text) => Checked(schema, text).Sorted();

    private static string Said(string text) => Saying.Of(Checked(Whole, text));

    private static DiagnosticBag Checked(Schema schema, string text)
    {
        DiagnosticBag diagnostics = new();
        YamlMap? map = YamlReader.Read(new SourceText("a.yml", text), 0, text.Length, diagnostics);
        Assert.NotNull(map);
        schema.Check(map, diagnostics);
        return diagnostics;
    }
}
