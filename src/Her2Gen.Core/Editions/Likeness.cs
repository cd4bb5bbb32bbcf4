namespace Her2Gen.Editions;

/// <summary>How much of two texts is the same, whatever its order: Dice's coefficient over their words, numbers and marks.</summary>
internal sealed class Likeness
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<TextBlock, int[]> read = new(ReferenceEqualityComparer.Instance);

    /// <summary>From 0, nothing in common, to 1.</summary>
    public double Of(TextBlock older, TextBlock newer) => Of(Words(older), Words(newer));

    /// <summary>The same of headings, whatever the case of their letters.</summary>
    public double Of(string older, string newer) => Of(Sorted(Tokens.Of(older.ToLowerInvariant())), Sorted(Tokens.Of(newer.ToLowerInvariant())));

    private int[] Words(TextBlock block)
    {
        if (!read.TryGetValue(block, out int[]? words)) read[block] = words = Sorted(block.Cells.SelectMany(cell => cell.Tokens));
        return words;
    }

    private int[] Sorted(IEnumerable<Token> tokens)
    {
        int[] words = [.. tokens.Where(token => token.Kind is not (TokenKind.Space or TokenKind.Punctuation)).Select(token => numbers.TryGetValue(token.Text, out int number) ? number : numbers[token.Text] = numbers.Count)];
        Array.Sort(words);
        return words;
    }

    private static double Of(int[] older, int[] newer)
    {
        int all = older.Length + newer.Length;
        // So unlike in length that no words could make up for it.
        if (all == 0 || 2.0 * Math.Min(older.Length, newer.Length) / all < Alignment.Alike) return 0;
        int common = 0;
        for (int a = 0, b = 0; a < older.Length && b < newer.Length;)
        {
            if (older[a] == newer[b])
            {
                common++;
                a++;
                b++;
            }
            else if (older[a] < newer[b])
            {
                a++;
            }
            else
            {
                b++;
            }
        }

        return 2.0 * common / all;
    }
}
