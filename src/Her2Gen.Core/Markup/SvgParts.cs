namespace Her2Gen.Markup;

/// <summary>The parts of an SVG that have an id, and which draw which: a few lines can ask for a billion copies.</summary>
/// <remarks>Part 0 is the whole. What fills, marks or cuts counts as drawn, each time it is used.</remarks>
internal sealed class SvgParts
{
    /// <summary>More elements than this keep a browser busy until its reader gives up.</summary>
    public const long Most = 1_000_000;

    /// <summary>The count of a part that leads back to itself.</summary>
    public const long Endless = long.MaxValue;

    // How many elements each part has itself, how many parts it still waits for, and where it is drawn.
    private readonly List<long> own = [0];
    private readonly List<int> waiting = [0];
    private readonly List<List<int>> drawnBy = [[]];
    private readonly Stack<int> inside = new([0]);

    public int Current => inside.Peek();

    public void Enter(bool isPart, bool isDrawn)
    {
        int part = Current;
        if (isPart)
        {
            part = own.Count;
            own.Add(0);
            waiting.Add(0);
            drawnBy.Add([]);
            Draw(Current, part);
        }

        inside.Push(part);
        if (isDrawn) own[part]++;
    }

    public void Leave() => inside.Pop();

    public void Draw(int part, int drawn)
    {
        drawnBy[drawn].Add(part);
        waiting[part]++;
    }

    /// <summary>How many elements each part draws, all in all; to be asked once.</summary>
    public long[] Counts()
    {
        long[] counts = [.. own];
        Queue<int> ready = new(Enumerable.Range(0, counts.Length).Where(part => waiting[part] == 0));
        while (ready.TryDequeue(out int part))
        {
            foreach (int user in drawnBy[part])
            {
                counts[user] = Math.Min(Most + 1, counts[user] + counts[part]);
                if (--waiting[user] == 0) ready.Enqueue(user);
            }
        }

        for (int part = 0; part < counts.Length; part++)
            if (waiting[part] > 0) counts[part] = Endless;
        return counts;
    }
}
