using System.Globalization;
using System.Text.RegularExpressions;

namespace Her2Gen.Data;

/// <summary>How numbers are written: as typed, or by a pattern such as <c>#,##0.0</c> (Unicode LDML, number patterns).</summary>
public static partial class NumberFormat
{
    [GeneratedRegex(@"^(#,##)?0(\.0{1,9})?$")]
    private static partial Regex Pattern { get; }

    public static bool IsPattern(string pattern) => Pattern.IsMatch(pattern);

    /// <summary>Takes an optional hyphen, digits and a point: what a CSV cell may hold.</summary>
    public static bool TryParse(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) && !text.StartsWith('+');

    /// <summary>A number by a pattern; halves are rounded away from zero.</summary>
    public static string By(decimal number, string pattern) => WithMinus(number.ToString(pattern, CultureInfo.InvariantCulture));

    /// <summary>A leading hyphen becomes a minus sign, U+2212: a screen reader says it, and no line ends behind it.</summary>
    public static string WithMinus(string number) => number.StartsWith('-') ? "\u2212" + number[1..] : number;
}
