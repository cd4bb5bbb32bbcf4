using System.Buffers;

namespace Her2Gen.Checks;

/// <summary>Links to the resolver of DOIs, and DOIs as texts show them.</summary>
internal static class DoiLink
{
    private static readonly string[] Resolvers = ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "https://www.doi.org/", "http://www.doi.org/", "//doi.org/", "//dx.doi.org/"];

    // What nearly all registered suffixes are made of (Crossref, "DOIs and matching regular expressions").
    private static readonly SearchValues<char> UsualSuffix = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._;()/:");

    public const string Resolver = "https://doi.org/";

    public static bool IsOne(string address) => ResolverOf(address) is not null;

    /// <summary>The resolver that an address starts with, or null.</summary>
    public static string? ResolverOf(string address)
    {
        ReadOnlySpan<char> trimmed = address.AsSpan().TrimStart();
        foreach (string resolver in Resolvers)
            if (trimmed.StartsWith(resolver, StringComparison.OrdinalIgnoreCase)) return resolver;
        return null;
    }

    /// <summary>The DOI of a link, with its escapes decoded.</summary>
    public static string Of(string address, string resolver)
    {
        string doi = address.Trim()[resolver.Length..];
        // Neither sign is part of most DOIs, and a browser sends what stands behind them apart.
        doi = doi[..(doi.AsSpan().IndexOfAny('?', '#') is var end and >= 0 ? end : doi.Length)];
        return Destination.Unescape(doi) ?? doi;
    }

    /// <summary>What is wrong with the form of a DOI; null for a sound one (DOI Handbook, 2.2: a prefix of <c>10.</c> and a number, a slash, and a suffix).</summary>
    public static string? FaultOf(string doi)
    {
        int slash = doi.IndexOf('/', StringComparison.Ordinal);
        string prefix = slash < 0 ? doi : doi[..slash];
        if (!prefix.StartsWith("10.", StringComparison.Ordinal)) return "a DOI starts with `10.`";
        string[] registrant = prefix["10.".Length..].Split('.');
        if (registrant[0].Length is < 4 or > 9 || !registrant.All(part => part.Length > 0 && part.All(char.IsAsciiDigit))) return "the number behind `10.` has four to nine digits";
        if (slash < 0 || slash == doi.Length - 1) return "a DOI has a suffix behind its slash";
        string suffix = doi[(slash + 1)..];
        if (suffix.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))) return "a DOI has no white space";
        if (suffix[^1] is '.' or ',' or ';' or ':' || (suffix[^1] == ')' && !suffix.Contains('(', StringComparison.Ordinal))) return $"`{suffix[^1]}` at its end is the sentence's";
        return null;
    }

    /// <summary>Whether the suffix has signs that hardly any has.</summary>
    public static bool IsUnusual(string doi) => doi.AsSpan(doi.IndexOf('/', StringComparison.Ordinal) + 1).ContainsAnyExcept(UsualSuffix);

    /// <summary>The DOI that a text shows, if it shows nothing else; null for other texts.</summary>
    public static string? Shown(string text)
    {
        text = text.Trim();
        if (text.StartsWith("doi:", StringComparison.OrdinalIgnoreCase)) text = text[4..].TrimStart();
        if (ResolverOf(text) is { } resolver) text = Of(text, resolver);
        else if (text.StartsWith("doi.org/", StringComparison.OrdinalIgnoreCase)) text = text["doi.org/".Length..];
        return text.StartsWith("10.", StringComparison.Ordinal) && text.Contains('/') && !text.Any(char.IsWhiteSpace) ? text : null;
    }
}
