using System.Globalization;
using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Yaml;

/// <summary>What a value of a <see cref="Schema"/> may be. Each type checks a value and describes itself as JSON Schema.</summary>
public abstract record SchemaType
{
    public static readonly SchemaType Text = new TextType();
    public static readonly SchemaType Date = new DateType();
    public static readonly SchemaType Flag = new ChoiceType(["true", "false"], AreFlags: true);
    public static readonly SchemaType Language = new LanguageType();
    public static readonly SchemaType WebAddress = new WebAddressType();
    public static readonly SchemaType Email = new EmailType();

    /// <summary>A number that counts from 1, such as that of a line.</summary>
    public static readonly SchemaType Ordinal = new OrdinalType();

    public static readonly SchemaType Orcid = Identifier(
        "an ORCID iD: its form or its check digit is wrong", text => Identifiers.Orcid.TryParse(text, out _), "^\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX]$", "four groups of four, as in `0000-0002-1825-0097`");
    public static readonly SchemaType Ror = Identifier(
        "a ROR ID: its form or its check digits are wrong", text => Identifiers.Ror.TryParse(text, out _), "^0[0-9a-hj-km-np-tv-z]{6}\\d{2}$", "the nine characters behind `https://ror.org/`, as in `03yrm5c26`");

    public static SchemaType Choice(params IReadOnlyList<string> values) => new ChoiceType(values, AreFlags: false);

    public static SchemaType ListOf(SchemaType item) => new ListType(item);

    public static SchemaType MapOf(Schema schema) => new MapType(schema);

    /// <summary>An identifier that a registry gives.</summary>
    /// <param name="name">What it is, with its article, and what may be wrong with one: <c>a DOI</c>.</param>
    /// <param name="pattern">Its form, for JSON Schema.</param>
    public static SchemaType Identifier(string name, Func<string, bool> isValid, string pattern, string hint) => new IdentifierType(name, isValid, pattern, hint);

    /// <summary>Reports what is wrong with the value of a key.</summary>
    public abstract void Check(string key, YamlValue value, DiagnosticBag diagnostics);

    /// <summary>Hands over the JSON Schema keywords of this type, in the order to print them (draft 2020-12).</summary>
    public abstract IEnumerable<(string Keyword, object Value)> JsonSchema();

    private static void Wrong(string key, YamlValue value, string expected, DiagnosticBag diagnostics, string? hint = null) =>
        diagnostics.Add(Rules.WrongType, value.Location, $"`{key}` must be {expected}", hint);

    private sealed record TextType : SchemaType
    {
        public override void Check(string key, YamlValue value, DiagnosticBag diagnostics)
        {
            if (value is not YamlText { Value: var text } || string.IsNullOrWhiteSpace(text)) Wrong(key, value, "a text", diagnostics, "write `none` where there is nothing to declare");
        }

        public override IEnumerable<(string, object)> JsonSchema() => [("type", "string"), ("minLength", 1)];
    }

    private sealed record DateType : SchemaType
    {
        public override void Check(string key, YamlValue value, DiagnosticBag diagnostics)
        {
            if (value is not YamlText { Value: var text })
            {
                Wrong(key, value, "a date, YYYY-MM-DD", diagnostics);
                return;
            }

            if (IsoDate.TryParse(text, out _)) return;
            string[] readings = Readings(text);
            string? hint = readings.Length == 0 ? null : $"write {string.Join(" or ", readings)}";
            if (readings.Length == 2)
            {
                diagnostics.Add(Rules.AmbiguousDate, value.Location, $"`{text}` does not say which number is the month", hint);
            }
            else
            {
                Wrong(key, value, "a date, YYYY-MM-DD", diagnostics, hint);
            }
        }

        // The dates of the calendar that a text with the year at its end may mean.
        private static string[] Readings(string text)
        {
            string[] parts = text.Split('/', '.', '-');
            if (parts.Length != 3) return [];
            string one = parts[0].PadLeft(2, '0');
            string two = parts[1].PadLeft(2, '0');
            return [.. new[] { $"{parts[2]}-{one}-{two}", $"{parts[2]}-{two}-{one}" }.Where(date => IsoDate.TryParse(date, out _)).Distinct()];
        }

        public override IEnumerable<(string, object)> JsonSchema() => [("type", "string"), ("format", "date"), ("pattern", "^\\d{4}-\\d{2}-\\d{2}$")];
    }

    private sealed record ChoiceType(IReadOnlyList<string> Values, bool AreFlags) : SchemaType
    {
        public override void Check(string key, YamlValue value, DiagnosticBag diagnostics)
        {
            string written = (value as YamlText)?.Value ?? "";
            if (!Values.Contains(written)) Wrong(key, value, "one of " + string.Join(", ", Values.Select(v => $"`{v}`")), diagnostics, Nearest.Hint(written, Values));
        }

        public override IEnumerable<(string, object)> JsonSchema() => AreFlags ? [("type", "boolean")] : [("enum", Values)];
    }

    private sealed record LanguageType : SchemaType
    {
        public override void Check(string key, YamlValue value, DiagnosticBag diagnostics)
        {
            if (value is not YamlText { Value: var text } || !LanguageTag.IsWellFormed(text)) Wrong(key, value, "a BCP 47 language tag", diagnostics, "for example `en` or `en-US`");
        }

        public override IEnumerable<(string, object)> JsonSchema() => [("type", "string"), ("pattern", "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$")];
    }

    private sealed record WebAddressType : SchemaType
    {
        public override void Check(string key, YamlValue value, DiagnosticBag diagnostics)
        {
            if (value is YamlText { Value: var text } && Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
                && uri.Scheme is "https" or "http" && Uri.IsWellFormedUriString(text, UriKind.Absolute) && text.EndsWith('/') && uri.Query.Length == 0 && uri.Fragment.Length == 0) return;
            Wrong(key, value, "an http or https address that ends in `/`", diagnostics, "for example `https://example.org/review/`");
        }

        public override IEnumerable<(string, object)> JsonSchema() => [("type", "string"), ("format", "uri"), ("pattern", "^https?://[^?#]+/$")];
    }

    private sealed record IdentifierType(string Name, Func<string, bool> IsValid, string Pattern, string Hint) : SchemaType
    {
        public override void Check(string key, YamlValue value, DiagnosticBag diagnostics)
        {
            if (value is not YamlText { Value: var text } || !IsValid(text))
                diagnostics.Add(Rules.IdentifierMalformed, value.Location, $"`{(value as YamlText)?.Value}` is not {Name}", Hint);
        }

        public override IEnumerable<(string, object)> JsonSchema() => [("type", "string"), ("pattern", Pattern)];
    }

    private sealed record EmailType : SchemaType
    {
        public override void Check(string key, YamlValue value, DiagnosticBag diagnostics)
        {
            if (value is not YamlText { Value: var text } || !EmailAddress.IsValid(text)) Wrong(key, value, "an email address", diagnostics, "for example `author@example.org`");
        }

        public override IEnumerable<(string, object)> JsonSchema() => [("type", "string"), ("format", "email")];
    }

    private sealed record OrdinalType : SchemaType
    {
        public override void Check(string key, YamlValue value, DiagnosticBag diagnostics)
        {
            if (value is not YamlText { Value: var text } || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < 1) Wrong(key, value, "a number from 1", diagnostics);
        }

        public override IEnumerable<(string, object)> JsonSchema() => [("type", "integer"), ("minimum", 1)];
    }

    private sealed record ListType(SchemaType Item) : SchemaType
    {
        public override void Check(string key, YamlValue value, DiagnosticBag diagnostics)
        {
            if (value is not YamlList { Items: var items })
            {
                Wrong(key, value, "a list", diagnostics, $"write `{key}: [one, two]`, or one `- ` line each");
                return;
            }

            foreach (YamlValue item in items) Item.Check(key, item, diagnostics);
        }

        public override IEnumerable<(string, object)> JsonSchema() => [("type", "array"), ("items", Item)];
    }

    private sealed record MapType(Schema Schema) : SchemaType
    {
        public override void Check(string key, YamlValue value, DiagnosticBag diagnostics)
        {
            if (value is YamlMap map)
            {
                Schema.Check(map, diagnostics);
            }
            else
            {
                Wrong(key, value, "`key: value` lines", diagnostics);
            }
        }

        public override IEnumerable<(string, object)> JsonSchema() => Schema.JsonSchema();
    }
}
