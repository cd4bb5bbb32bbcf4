using System.Collections.Concurrent;

namespace Her2Gen.Probing;

/// <summary>Whose turn it is: a host has one request at a time, with a pause behind it; all hosts together have a few.</summary>
/// <remarks>A host that was silent several times in a row is asked no more: without a network, nobody waits for every link.</remarks>
internal sealed class HostTurns(TimeSpan pace, int concurrency, TimeProvider time) : IDisposable
{
    private const int MostSilences = 3;

    private readonly ConcurrentDictionary<string, Turn> turns = new(StringComparer.OrdinalIgnoreCase);
    private readonly SemaphoreSlim places = new(concurrency);

    /// <summary>Waits for the host's turn, and asks.</summary>
    public async Task<Reply> TakeAsync(Uri address, Func<Task<Reply>> ask, CancellationToken stop)
    {
        Turn turn = turns.GetOrAdd(address.Authority, _ => new Turn());
        await turn.Gate.WaitAsync(stop);
        try
        {
            if (turn.Silences >= MostSilences) return new Reply(0, "silent host");
            TimeSpan wait = turn.Next - time.GetUtcNow();
            if (wait > TimeSpan.Zero) await Task.Delay(wait, time, stop);
            // Waiting for a host takes no place from the others.
            await places.WaitAsync(stop);
            try
            {
                Reply reply = await ask();
                turn.Silences = reply.IsSilent ? turn.Silences + 1 : 0;
                return reply;
            }
            finally
            {
                places.Release();
                turn.Next = time.GetUtcNow() + pace;
            }
        }
        finally
        {
            turn.Gate.Release();
        }
    }

    /// <summary>Waits before the same host is asked again; its other addresses wait too.</summary>
    public async Task PauseAsync(Uri address, TimeSpan wait, CancellationToken stop)
    {
        Turn turn = turns.GetOrAdd(address.Authority, _ => new Turn());
        await turn.Gate.WaitAsync(stop);
        try
        {
            DateTimeOffset next = time.GetUtcNow() + wait;
            if (next > turn.Next) turn.Next = next;
        }
        finally
        {
            turn.Gate.Release();
        }
    }

    public void Dispose()
    {
        places.Dispose();
        foreach (Turn turn in turns.Values) turn.Gate.Dispose();
    }

    private sealed class Turn
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public DateTimeOffset Next { get; set; }

        public int Silences { get; set; }
    }
}
