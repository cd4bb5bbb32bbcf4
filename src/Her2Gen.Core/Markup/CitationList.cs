namespace Her2Gen.Markup;

/// <summary>The references of one page, numbered in the order they are first cited, as the citation-sequence system has it.</summary>
/// <remarks>Filled while the page is drawn, because templates cite too.</remarks>
public sealed class CitationList
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> calls = new(StringComparer.Ordinal);

    /// <summary>The cited keys, by number.</summary>
    public IEnumerable<string> Keys => numbers.Keys;

    /// <summary>The number of a key; a new one when it is cited for the first time.</summary>
    public int Number(string key)
    {
        if (!numbers.TryGetValue(key, out int number)) numbers.Add(key, number = numbers.Count + 1);
        return number;
    }

    /// <summary>The id of the next place that cites a key.</summary>
    public string Call(string key) => CallId(key, calls[key] = Calls(key) + 1);

    /// <summary>How often the page cites a key.</summary>
    public int Calls(string key) => calls.GetValueOrDefault(key);

    public static string ReferenceId(string key) => "ref-" + key;

    /// <summary>The id of the place that cites a key for the n-th time.</summary>
    public static string CallId(string key, int call) => $"cite-{key}-{call}";
}
