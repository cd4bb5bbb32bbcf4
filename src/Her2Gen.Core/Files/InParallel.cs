namespace Her2Gen.Files;

/// <summary>The one way work is spread over processors. Bodies share nothing but immutable input and a diagnostic bag; each fills its own place.</summary>
public static class InParallel
{
    private const int Pages = 8;

    private static readonly AsyncLocal<bool> IsOneAtATime = new();
    private static readonly AsyncLocal<bool> IsSpread = new();

    /// <summary>Does work with one thing after the other. Nothing may depend on it: sealing an edition builds both ways and compares.</summary>
    public static T OneAtATime<T>(Func<T> work)
    {
        IsOneAtATime.Value = true;
        try
        {
            return work();
        }
        finally
        {
            IsOneAtATime.Value = false;
        }
    }

    /// <summary>Does two pieces of work that take long enough for a thread each.</summary>
    public static (TFirst First, TSecond Second) Both<TFirst, TSecond>(Func<TFirst> first, Func<TSecond> second)
    {
        (TFirst?, TSecond?) done = default;
        For(
            2,
            piece =>
            {
                if (piece == 0) done.Item1 = first();
                else done.Item2 = second();
            },
            fewest: 2);
        return (done.Item1!, done.Item2!);
    }

    /// <summary>Does a piece of work beside what goes on: at once where all processors are at work already.</summary>
    /// <returns>Waits for it.</returns>
    public static Action Beside(Action work)
    {
        if (IsOneAtATime.Value || IsSpread.Value)
        {
            work();
            return static () => { };
        }

        Task begun = Task.Run(work);
        return () => begun.GetAwaiter().GetResult();
    }

    /// <param name="count">How many pieces of work there are.</param>
    /// <param name="body">Does one of them.</param>
    /// <param name="fewest">Below this, starting the threads costs more than they save; unless told, of work like the drawing of a page.</param>
    public static void For(int count, Action<int> body, int fewest = Pages)
    {
        if (count >= fewest && !IsOneAtATime.Value)
        {
            bool before = IsSpread.Value;
            IsSpread.Value = true;
            try
            {
                Parallel.For(0, count, body);
            }
            finally
            {
                IsSpread.Value = before;
            }

            return;
        }

        for (int i = 0; i < count; i++) body(i);
    }
}
