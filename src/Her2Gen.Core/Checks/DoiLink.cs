using System.Buffers;
using Her2Gen.Identifiers;

namespace Her2Gen.Checks;

/// <summary>Links to the resolver of DOIs, and DOIs as texts show them.</summary>
internal static class DoiLink
{
    // What nearly all registered suffixes are made of (Crossref, "DOIs and matching regular expressions").
    private static readonly SearchValues<char> UsualSuffix = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._;()/:");

    public static bool IsOne(string address) => Doi.ResolverOf(address) is not null;

    /// <summary>The DOI of a link, with its escapes decoded.</summary>
    public static string Of(string address, string resolver)
    {
        string doi = address.Trim()[resolver.Length..];
        // Neither sign is part of most DOIs, and a browser sends what stands behind them apart.
        doi = doi[..(doi.AsSpan().IndexOfAny('?', '#') is var end and >= 0 ? end : doi.Length)];
        return Destination.Unescape(doi) ?? doi;
    }

    /// <summary>Whether the suffix has signs that hardly any has.</summary>
    public static bool IsUnusual(string doi) => doi.AsSpan(doi.IndexOf('/', StringComparison.Ordinal) + 1).ContainsAnyExcept(UsualSuffix);

    /// <summary>The bare DOI that a text shows or links to, if it shows nothing else; null for other texts.</summary>
    public static string? Shown(string text)
    {
        text = text.Trim();
        if (text.StartsWith("doi:", StringComparison.OrdinalIgnoreCase)) text = text[4..].TrimStart();
        if (Doi.ResolverOf(text) is { } resolver) text = Of(text, resolver);
        else if (text.StartsWith("doi.org/", StringComparison.OrdinalIgnoreCase)) text = text["doi.org/".Length..];
        return text.StartsWith("10.", StringComparison.Ordinal) && text.Contains('/') && !text.Any(char.IsWhiteSpace) ? text : null;
    }

    /// <summary>Whether two texts show one DOI, bare or as a link.</summary>
    public static bool IsSame(string one, string other) => string.Equals(Shown(one) ?? one, Shown(other) ?? other, StringComparison.OrdinalIgnoreCase);
}
