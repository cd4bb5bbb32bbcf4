namespace Her2Gen.Files;

/// <summary>The one way work is spread over processors. Bodies share nothing but immutable input and a diagnostic bag; each fills its own place.</summary>
public static class InParallel
{
    // Below this, starting the threads costs more than they save.
    private const int Fewest = 8;

    public static void For(int count, Action<int> body)
    {
        if (count >= Fewest)
        {
            Parallel.For(0, count, body);
            return;
        }

        for (int i = 0; i < count; i++) body(i);
    }
}
