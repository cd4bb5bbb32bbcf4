namespace Her2Gen.Markup;

/// <summary>The references of one text, numbered in the order they are first cited, as the citation-sequence system has it.</summary>
public sealed class CitationList
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> calls = new(StringComparer.Ordinal);

    /// <param name="citations">In the order of the text.</param>
    /// <param name="isKnown">Whether the library has a key: others get no number.</param>
    public CitationList(IEnumerable<CitationInline> citations, Func<string, bool> isKnown)
    {
        foreach (CitedKey cited in citations.SelectMany(citation => citation.Keys))
        {
            if (!isKnown(cited.Key)) continue;
            numbers.TryAdd(cited.Key, numbers.Count + 1);
            calls[cited.Key] = calls.GetValueOrDefault(cited.Key) + 1;
        }
    }

    /// <summary>The cited keys, by number.</summary>
    public IEnumerable<string> Keys => numbers.Keys;

    public int? Number(string key) => numbers.TryGetValue(key, out int number) ? number : null;

    /// <summary>How often the text cites a key.</summary>
    public int Calls(string key) => calls.GetValueOrDefault(key);

    public static string ReferenceId(string key) => "ref-" + key;

    /// <summary>The id of the place that cites a key for the n-th time.</summary>
    public static string CallId(string key, int call) => $"cite-{key}-{call}";
}
