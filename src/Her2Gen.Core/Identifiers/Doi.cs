using System.Diagnostics.CodeAnalysis;

namespace Her2Gen.Identifiers;

/// <summary>A digital object identifier: <c>10.</c>, a registrant's number of four to nine digits, '/', a suffix (ISO 26324).</summary>
public readonly record struct Doi
{
    public const string Form = "write it bare, from `10.` on, without a final full stop";

    /// <summary>Where DOIs are resolved, as Crossref asks for it in displayed references.</summary>
    public const string Resolver = "https://doi.org/";

    private static readonly string[] Resolvers = [Resolver, "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "https://www.doi.org/", "http://www.doi.org/", "//doi.org/", "//dx.doi.org/"];

    private Doi(string value) => Value = value;

    public string Value { get; }

    /// <summary>Where it resolves.</summary>
    public string Url => Resolver + Uri.EscapeDataString(Value).Replace("%2F", "/", StringComparison.Ordinal);

    /// <summary>Takes the bare identifier; a <c>https://doi.org/</c> or <c>doi:</c> in front is not part of it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Doi doi)
    {
        doi = default;
        if (text is null || FaultOf(text) is not null) return false;
        doi = new Doi(text);
        return true;
    }

    /// <summary>What is wrong with the form of a bare DOI; null for a sound one (DOI Handbook, 2.2).</summary>
    public static string? FaultOf(string text)
    {
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        string prefix = slash < 0 ? text : text[..slash];
        if (!prefix.StartsWith("10.", StringComparison.Ordinal)) return "a DOI starts with `10.`";
        string[] registrant = prefix["10.".Length..].Split('.');
        if (registrant[0].Length is < 4 or > 9 || !registrant.All(part => part.Length > 0 && part.AsSpan().ContainsOnlyDigits())) return "the number behind `10.` has four to nine digits";
        if (slash < 0 || slash == text.Length - 1) return "a DOI has a suffix behind its slash";
        string suffix = text[(slash + 1)..];
        if (suffix.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))) return "a DOI has no white space";
        if (suffix[^1] is '.' or ',' or ';' or ':' || (suffix[^1] == ')' && !suffix.Contains('(', StringComparison.Ordinal))) return $"`{suffix[^1]}` at its end is the sentence's";
        return null;
    }

    /// <summary>The resolver that an address starts with, of today or of earlier days; null for other addresses.</summary>
    public static string? ResolverOf(string address)
    {
        ReadOnlySpan<char> trimmed = address.AsSpan().TrimStart();
        foreach (string resolver in Resolvers)
            if (trimmed.StartsWith(resolver, StringComparison.OrdinalIgnoreCase)) return resolver;
        return null;
    }

    /// <summary>The text without the <c>doi:</c> or the resolver that reference managers put in front.</summary>
    public static string Bare(string text)
    {
        text = text.Trim();
        if (text.StartsWith("doi:", StringComparison.OrdinalIgnoreCase)) text = text["doi:".Length..].TrimStart();
        return ResolverOf(text) is { } resolver ? Uri.UnescapeDataString(text[resolver.Length..]) : text;
    }

    /// <summary>DOIs are compared without regard to case (ISO 26324).</summary>
    public bool Equals(Doi other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    public override int GetHashCode() => Value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    public override string ToString() => Value;
}
