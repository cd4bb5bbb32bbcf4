using DiffPlex;
using DiffPlex.Model;

namespace Her2Gen.Editions;

/// <summary>What two sequences have in common, in order.</summary>
internal static class SequenceDiff
{
    /// <summary>The places of what is common, rising on both sides.</summary>
    /// <remarks>Turned round, the answer is turned round and else the same: where several are as good, DiffPlex chooses by side, so the sides are put in one order first.</remarks>
    public static IReadOnlyList<(int Older, int Newer)> Common(IReadOnlyList<string> older, IReadOnlyList<string> newer)
    {
        if (IsTurned(older, newer)) return [.. Common(newer, older).Select(pair => (pair.Newer, pair.Older))];
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        string Numbered(IEnumerable<string> keys) => string.Join('\n', keys.Select(key => numbers.TryGetValue(key, out int number) ? number : numbers[key] = numbers.Count));
        DiffResult diff = new Differ().CreateDiffs(Numbered(older), Numbered(newer), ignoreWhiteSpace: false, ignoreCase: false, new NumberChunker());
        List<(int, int)> common = [];
        int a = 0;
        int b = 0;
        foreach (DiffBlock block in diff.DiffBlocks)
        {
            while (a < block.DeleteStartA) common.Add((a++, b++));
            a += block.DeleteCountA;
            b += block.InsertCountB;
        }

        while (a < older.Count) common.Add((a++, b++));
        return common;
    }

    /// <summary>Whether two sequences stand in the other order than the one in which they are compared.</summary>
    public static bool IsTurned(IReadOnlyList<string> older, IReadOnlyList<string> newer)
    {
        for (int i = 0; i < Math.Min(older.Count, newer.Count); i++)
            if (string.CompareOrdinal(older[i], newer[i]) is not 0 and int order) return order > 0;
        return older.Count > newer.Count;
    }

    // DiffPlex cuts texts into pieces by itself; here the pieces are there already, as a number each.
    private sealed class NumberChunker : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => text.Length == 0 ? [] : text.Split('\n');
    }
}
