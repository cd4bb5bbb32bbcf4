namespace Her2Gen.Editions;

/// <summary>Finds what the items of one sequence are in another: the same, known by name, or alike.</summary>
/// <remarks>Turned round, the answer is turned round and else the same.</remarks>
internal sealed class Alignment
{
    /// <summary>How alike two texts must be to be one text that was changed.</summary>
    public const double Alike = 0.5;

    private readonly int?[] newerOf;
    private readonly int?[] olderOf;

    private Alignment(int older, int newer)
    {
        newerOf = new int?[older];
        olderOf = new int?[newer];
    }

    /// <summary>Every item of both sequences once, in the order of the newer; what was removed stands behind what it stood behind.</summary>
    /// <param name="key">What makes two items the same.</param>
    /// <param name="name">What an item is known by even when it is changed; null for most.</param>
    /// <param name="likeness">From 0 to 1.</param>
    public static IReadOnlyList<Counterpart> Of<T>(IReadOnlyList<T> older, IReadOnlyList<T> newer, Func<T, string> key, Func<T, string?> name, Func<T, T, double> likeness)
    {
        string[] olderKeys = [.. older.Select(key)];
        string[] newerKeys = [.. newer.Select(key)];
        bool isTurned = SequenceDiff.IsTurned(olderKeys, newerKeys);
        if (isTurned) (older, newer, olderKeys, newerKeys) = (newer, older, newerKeys, olderKeys);
        Alignment alignment = new(older.Count, newer.Count);
        foreach ((int a, int b) in SequenceDiff.Common(olderKeys, newerKeys)) alignment.Pair(a, b);
        alignment.PairByKey(olderKeys, newerKeys);
        alignment.PairByKey([.. older.Select(name)], [.. newer.Select(name)]);
        alignment.PairByLikeness((a, b) => likeness(older[a], newer[b]));
        HashSet<int> moved = alignment.Moved(a => olderKeys[a].Length);
        return InOrder(older.Count, newer.Count, isTurned, [.. alignment.Matches(moved)]);
    }

    private void Pair(int older, int newer)
    {
        newerOf[older] = newer;
        olderOf[newer] = older;
    }

    private void PairByKey(string?[] older, string?[] newer)
    {
        Dictionary<string, Queue<int>> free = new(StringComparer.Ordinal);
        for (int b = 0; b < newer.Length; b++)
        {
            if (olderOf[b] is not null || newer[b] is not { } key) continue;
            if (!free.TryGetValue(key, out Queue<int>? places)) free[key] = places = new Queue<int>();
            places.Enqueue(b);
        }

        for (int a = 0; a < older.Length; a++)
            if (newerOf[a] is null && older[a] is { } key && free.TryGetValue(key, out Queue<int>? places) && places.TryDequeue(out int b)) Pair(a, b);
    }

    private void PairByLikeness(Func<int, int, double> likeness)
    {
        int[] freeOlder = [.. Enumerable.Range(0, newerOf.Length).Where(a => newerOf[a] is null)];
        int[] freeNewer = [.. Enumerable.Range(0, olderOf.Length).Where(b => olderOf[b] is null)];
        var candidates =
            from a in freeOlder
            from b in freeNewer
            let alike = likeness(a, b)
            where alike >= Alike
            orderby alike descending, Math.Abs(a - b), a, b
            select (a, b);
        foreach ((int a, int b) in candidates.ToArray())
            if (newerOf[a] is null && olderOf[b] is null) Pair(a, b);
    }

    // The heaviest rising sequence stayed; what is not in it has moved.
    private HashSet<int> Moved(Func<int, int> weight)
    {
        int[] paired = [.. Enumerable.Range(0, newerOf.Length).Where(a => newerOf[a] is not null)];
        long[] best = new long[paired.Length];
        int[] before = new int[paired.Length];
        int last = -1;
        for (int i = 0; i < paired.Length; i++)
        {
            before[i] = -1;
            for (int k = 0; k < i; k++)
                if (newerOf[paired[k]] < newerOf[paired[i]] && (before[i] < 0 || best[k] > best[before[i]])) before[i] = k;
            best[i] = (before[i] < 0 ? 0 : best[before[i]]) + 1 + weight(paired[i]);
            if (last < 0 || best[i] > best[last]) last = i;
        }

        HashSet<int> moved = [.. paired];
        for (int i = last; i >= 0; i = before[i]) moved.Remove(paired[i]);
        return moved;
    }

    private IEnumerable<Counterpart> Matches(HashSet<int> moved)
    {
        for (int a = 0; a < newerOf.Length; a++) yield return new Counterpart(a, newerOf[a], moved.Contains(a));
        for (int b = 0; b < olderOf.Length; b++)
            if (olderOf[b] is null) yield return new Counterpart(null, b, false);
    }

    private static List<Counterpart> InOrder(int older, int newer, bool isTurned, Counterpart[] matches)
    {
        if (isTurned) (older, newer, matches) = (newer, older, [.. matches.Select(match => match.Turned)]);
        Counterpart[] byOlder = new Counterpart[older];
        Counterpart[] byNewer = new Counterpart[newer];
        foreach (Counterpart match in matches)
        {
            if (match.Older is { } a) byOlder[a] = match;
            if (match.Newer is { } b) byNewer[b] = match;
        }

        List<Counterpart> ordered = [];
        List<Counterpart>[] behind = [.. Enumerable.Range(0, newer + 1).Select(_ => new List<Counterpart>())];
        int place = 0;
        foreach (Counterpart match in byOlder)
        {
            if (match.Newer is null) behind[place].Add(match);
            else if (!match.IsMoved) place = match.Newer.Value + 1;
        }

        for (int b = 0; b <= newer; b++)
        {
            ordered.AddRange(behind[b]);
            if (b < newer) ordered.Add(byNewer[b]);
        }

        return ordered;
    }
}
