using CsCheck;
using Her2Gen.Data;

namespace Her2Gen.Tests.Data;

public sealed class AxisTests
{
    [Theory]
    [InlineData(true, 0.25, 4, 0.25, 0)]
    [InlineData(true, 0.25, 4, 1, 50)]
    [InlineData(true, 0.25, 4, 2, 75)]
    [InlineData(true, 0.25, 4, 4, 100)]
    [InlineData(true, 0.25, 4, 9, 100)]
    [InlineData(false, -10, 10, 0, 50)]
    [InlineData(false, -10, 10, 5, 75)]
    [InlineData(false, -10, 10, -11, 0)]
    public void A_value_has_its_place(bool isLogarithmic, double low, double high, double value, double place) =>
        Assert.Equal(place, Axis.Between(isLogarithmic, low, high)?.Place(value));

    [Theory]
    [InlineData(true, 0.2, 2, "0.2 0.5 1 2")]
    [InlineData(true, 0.05, 20, "0.1 1 10")]
    [InlineData(true, 0.3, 0.9, "0.5")]
    [InlineData(false, -25, 20, "-20 -10 0 10 20")]
    [InlineData(false, 0, 100, "0 20 40 60 80 100")]
    [InlineData(false, 0, 1, "0.0 0.2 0.4 0.6 0.8 1.0")]
    public void Its_marks_are_round(bool isLogarithmic, double low, double high, string ticks) =>
        Assert.Equal(ticks, string.Join(' ', Axis.Between(isLogarithmic, low, high)?.Ticks() ?? []));

    [Theory]
    [InlineData(true, "0.28 0.98", 0.2, 1)]
    [InlineData(true, "1", 1, 2)]
    [InlineData(false, "-20.6 18.3", -30, 20)]
    [InlineData(false, "5", 5, 5)]
    public void An_axis_around_values_ends_at_round_numbers(bool isLogarithmic, string values, double low, double high)
    {
        Axis? axis = Axis.Around(isLogarithmic, [.. values.Split(' ').Select(value => double.Parse(value, System.Globalization.CultureInfo.InvariantCulture))]);
        if (low == high) Assert.Null(axis);
        else Assert.Equal((low, high), (axis?.Low ?? double.NaN, axis?.High ?? double.NaN));
    }

    [Theory]
    [InlineData(true, 0, 2)]
    [InlineData(true, -1, 2)]
    [InlineData(false, 2, 2)]
    [InlineData(false, 3, 2)]
    [InlineData(false, double.NaN, 2)]
    public void There_is_no_axis_without_length_or_of_a_logarithm_of_nothing(bool isLogarithmic, double low, double high) => Assert.Null(Axis.Between(isLogarithmic, low, high));

    [Fact]
    public void Places_rise_with_values_and_stay_on_the_axis() =>
        Gen.Select(Gen.Bool, Gen.Double[0.001, 10], Gen.Double[0.001, 1000], Gen.Double[0.0001, 10000], Gen.Double[0.0001, 10000]).Sample((isLogarithmic, low, length, one, other) =>
        {
            Axis axis = Axis.Between(isLogarithmic, low, low + length) ?? throw new InvalidOperationException();
            Assert.InRange(axis.Place(one), 0, 100);
            Assert.True((one < other) == (axis.Place(one) < axis.Place(other)) || Math.Abs(axis.Place(one) - axis.Place(other)) < 0.01);
            Assert.All(axis.Ticks(), tick => Assert.InRange(axis.Place((double)tick), 0, 100));
        });
}
