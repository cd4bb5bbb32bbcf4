namespace Her2Gen.Tests.Probing;

/// <summary>A clock that leaps over every wait, so that no test waits; what was waited is written down.</summary>
/// <param name="patience">A time-out of this length does not pass by itself: <see cref="Expire"/> makes it pass.</param>
internal sealed class LeapingTime(DateTimeOffset now, TimeSpan patience) : TimeProvider
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(19);

    private readonly Lock gate = new();
    private readonly HashSet<Timer> patient = [];
    private readonly List<TimeSpan> waits = [];
    private DateTimeOffset now = now;

    /// <summary>Noon in Greenwich, on a day.</summary>
    public static LeapingTime On(string day) => new(new DateTimeOffset(DateOnly.ParseExact(day, "yyyy-MM-dd"), new TimeOnly(12, 0), TimeSpan.Zero), Patience);

    /// <summary>In seconds, in the order in which they began.</summary>
    public string Waits
    {
        get
        {
            lock (gate) return string.Join(' ', waits.Select(wait => wait.TotalSeconds));
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return now;
    }

    /// <summary>Lets every time-out that runs pass.</summary>
    public void Expire()
    {
        Timer[] due;
        lock (gate)
        {
            due = [.. patient];
            patient.Clear();
        }

        foreach (Timer timer in due) timer.Fire();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Timer timer = new(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private void Start(Timer timer, TimeSpan dueTime)
    {
        lock (gate)
        {
            if (dueTime == Timeout.InfiniteTimeSpan) return;
            if (dueTime == patience)
            {
                patient.Add(timer);
                return;
            }

            waits.Add(dueTime);
            now += dueTime;
        }

        ThreadPool.QueueUserWorkItem(_ => timer.Fire());
    }

    private void Stop(Timer timer)
    {
        lock (gate) patient.Remove(timer);
    }

    private sealed class Timer(LeapingTime time, Action fire) : ITimer
    {
        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            time.Start(this, dueTime);
            return true;
        }

        public void Dispose() => time.Stop(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
