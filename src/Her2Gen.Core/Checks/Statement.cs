using Her2Gen.Diagnostics;

namespace Her2Gen.Checks;

/// <summary>One place where one thing is said of a page.</summary>
/// <param name="Source">Which place that is, for a message: <c>the h1</c>.</param>
/// <param name="Values">What it says; more than one only for authors.</param>
/// <param name="Place">Asked for only when there is something to report.</param>
internal sealed record Statement(string Source, IReadOnlyList<string> Values, Func<Location> Place)
{
    public string Value => Values[0];

    public override string ToString() => string.Join("; ", Values.Select(Wording.OneLine));
}

/// <summary>Everything that is said of a page, by what it is about; the first of a list is the one that the others are held against.</summary>
internal sealed class Statements
{
    public List<Statement> Titles { get; } = [];

    public List<Statement> Authors { get; } = [];

    /// <summary>When it was first published.</summary>
    public List<Statement> Published { get; } = [];

    /// <summary>When it was last changed.</summary>
    public List<Statement> Modified { get; } = [];

    /// <summary>The date to cite it by.</summary>
    public List<Statement> Cited { get; } = [];

    public List<Statement> Dois { get; } = [];

    public List<Statement> Languages { get; } = [];

    public List<Statement> Licences { get; } = [];

    public List<Statement> Addresses { get; } = [];

    /// <summary>Notes what is said; a place that says nothing says nothing wrong.</summary>
    public static void Add(List<Statement> statements, string source, IReadOnlyList<string> values, Func<Location> place)
    {
        if (values.Count > 0 && !values.Any(string.IsNullOrWhiteSpace)) statements.Add(new Statement(source, values, place));
    }

    public static void Add(List<Statement> statements, string source, string? value, Func<Location> place) => Add(statements, source, value is null ? [] : [value], place);

    /// <summary>Notes an address, which may be the one behind a DOI.</summary>
    public void AddAddress(string source, string? address, Func<Location> place)
    {
        if (address is null || !Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https")) return;
        Add(DoiLink.Shown(address) is null ? Addresses : Dois, source, address, place);
    }
}
