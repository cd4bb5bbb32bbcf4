namespace Her2Gen.Identifiers;

internal static class Digits
{
    public static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>Whether a text is a prefix with some digits behind it.</summary>
    public static bool IsNumbered(string? text, string prefix, int least, int most) =>
        text is not null && text.Length - prefix.Length is var digits && digits >= least && digits <= most
        && text.StartsWith(prefix, StringComparison.Ordinal) && text.AsSpan(prefix.Length).ContainsOnlyDigits();
}
