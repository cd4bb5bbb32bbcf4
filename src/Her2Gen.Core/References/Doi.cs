using System.Diagnostics.CodeAnalysis;

namespace Her2Gen.References;

/// <summary>A digital object identifier: <c>10.</c>, a registrant's number of four to nine digits, '/', a suffix (ISO 26324).</summary>
public readonly record struct Doi
{
    private Doi(string value) => Value = value;

    public string Value { get; }

    /// <summary>Where it resolves: the address that Crossref asks for in displayed references.</summary>
    public string Url => "https://doi.org/" + Uri.EscapeDataString(Value).Replace("%2F", "/", StringComparison.Ordinal);

    /// <summary>Takes the bare identifier; a <c>https://doi.org/</c> or <c>doi:</c> in front is not part of it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Doi doi)
    {
        doi = default;
        if (text is null || !text.StartsWith("10.", StringComparison.Ordinal)) return false;
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash is < 7 or > 12 || slash == text.Length - 1) return false;
        if (!text.AsSpan(3, slash - 3).ContainsOnlyDigits() || text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))) return false;
        if (text[^1] is '.' or ',' or ';') return false;
        doi = new Doi(text);
        return true;
    }

    public override string ToString() => Value;
}
