using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Her2Gen.Editions;

/// <summary>The name of an edition: its date, and an ordinal from 2 on for a further one of that day: <c>2025-01-03</c>, <c>2025-01-03.2</c>.</summary>
/// <remarks>Ordered by date, then ordinal.</remarks>
public readonly record struct EditionId : IComparable<EditionId>
{
    private const string DateForm = "yyyy-MM-dd";

    private EditionId(DateOnly date, int ordinal) => (Date, Ordinal) = (date, ordinal);

    public DateOnly Date { get; }

    /// <summary>1 for the first edition of a day.</summary>
    public int Ordinal { get; }

    /// <exception cref="ArgumentOutOfRangeException">The ordinal is less than 1.</exception>
    public static EditionId Of(DateOnly date, int ordinal)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ordinal, 1);
        return new EditionId(date, ordinal);
    }

    public static bool TryParse([NotNullWhen(true)] string? text, out EditionId id)
    {
        id = default;
        if (text is null || text.Length < DateForm.Length || !TryParseDate(text[..DateForm.Length], out DateOnly date)) return false;
        string rest = text[DateForm.Length..];
        int ordinal = 1;
        if (rest.Length > 0 && !(rest[0] == '.' && rest is not ['.', '0', ..] && int.TryParse(rest.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out ordinal) && ordinal > 1)) return false;
        id = new EditionId(date, ordinal);
        return true;
    }

    /// <summary>A day as ISO 8601 writes it.</summary>
    public static bool TryParseDate(string? text, out DateOnly date) => DateOnly.TryParseExact(text, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    public static string FormatDate(DateOnly date) => date.ToString(DateForm, CultureInfo.InvariantCulture);

    public int CompareTo(EditionId other) => (Date, Ordinal).CompareTo((other.Date, other.Ordinal));

    public static bool operator <(EditionId left, EditionId right) => left.CompareTo(right) < 0;

    public static bool operator >(EditionId left, EditionId right) => left.CompareTo(right) > 0;

    public static bool operator <=(EditionId left, EditionId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(EditionId left, EditionId right) => left.CompareTo(right) >= 0;

    public override string ToString() => FormatDate(Date) + (Ordinal > 1 ? $".{Ordinal}" : "");
}
