namespace Her2Gen.Data;

/// <summary>A scale from a low to a high value, on which ratios (logarithmic) or differences (linear) have their place.</summary>
public sealed record Axis
{
    // The most and the fewest marks that fit a narrow plot.
    private const int MostTicks = 7;

    private static readonly double[] Steps = [1, 2, 5];

    private Axis(bool isLogarithmic, double low, double high)
    {
        IsLogarithmic = isLogarithmic;
        Low = low;
        High = high;
    }

    public bool IsLogarithmic { get; }

    public double Low { get; }

    public double High { get; }

    /// <summary>The axis between two values, or null when it cannot be drawn: no length, or a logarithm of nothing.</summary>
    public static Axis? Between(bool isLogarithmic, double low, double high) =>
        double.IsFinite(low) && double.IsFinite(high) && low < high && (!isLogarithmic || low > 0) ? new Axis(isLogarithmic, low, high) : null;

    /// <summary>The axis that holds all values, from one round number to another.</summary>
    public static Axis? Around(bool isLogarithmic, IReadOnlyCollection<double> values)
    {
        if (values.Count == 0 || (isLogarithmic && values.Min() <= 0)) return null;
        if (isLogarithmic) return Between(isLogarithmic, Round(values.Min(), up: false), Round(values.Max() == values.Min() ? values.Max() * 2 : values.Max(), up: true));
        double step = Step(values.Max() - values.Min());
        return Between(isLogarithmic, Math.Floor(values.Min() / step) * step, Math.Ceiling(values.Max() / step) * step);
    }

    /// <summary>Where a value lies, in hundredths of the axis, to two decimals; outside the axis, its nearer end.</summary>
    public double Place(double value)
    {
        double clamped = Math.Clamp(value, Low, High);
        double place = IsLogarithmic ? Math.Log(clamped / Low) / Math.Log(High / Low) : (clamped - Low) / (High - Low);
        return Math.Round(100 * place, 2);
    }

    /// <summary>Round values along the axis: 1, 2 and 5 times powers of ten on a logarithmic one, equal steps on a linear one.</summary>
    public IReadOnlyList<decimal> Ticks()
    {
        List<decimal> ticks = [];
        if (IsLogarithmic)
        {
            for (int power = (int)Math.Floor(Math.Log10(Low)); power <= (int)Math.Ceiling(Math.Log10(High)); power++)
                foreach (double step in Steps) ticks.Add((decimal)(step * Math.Pow(10, power)));
            ticks.RemoveAll(tick => (double)tick < Low * 0.999 || (double)tick > High * 1.001);
            // Over many decades the powers of ten are enough.
            if (ticks.Count > MostTicks) ticks.RemoveAll(tick => Math.Abs(Math.Log10((double)tick) % 1) is > 0.01 and < 0.99);
            return ticks;
        }

        double width = Step(High - Low);
        for (double tick = Math.Ceiling(Low / width); tick <= Math.Floor(High / width + 1e-9); tick++) ticks.Add((decimal)tick * (decimal)width);
        return ticks;
    }

    private static double Step(double length)
    {
        if (length <= 0) return 1;
        double power = Math.Pow(10, Math.Floor(Math.Log10(length)) - 1);
        return Steps.Concat([10, 20, 50, 100]).Select(step => step * power).First(step => length / step <= MostTicks - 1);
    }

    // To the nearest 1, 2 or 5 times a power of ten.
    private static double Round(double value, bool up)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        double[] candidates = [.. Steps.Append(10).Select(step => step * power)];
        return up ? candidates.First(candidate => candidate >= value * 0.9999) : candidates.Last(candidate => candidate <= value * 1.0001);
    }
}
