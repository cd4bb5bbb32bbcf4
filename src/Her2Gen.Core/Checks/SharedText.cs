namespace Her2Gen.Checks;

/// <summary>One string for a text that stands again and again, such as the navigation of a thousand pages.</summary>
internal static class SharedText
{
    private const int Places = 1 << 10;
    private const int Longest = 200;

    [ThreadStatic]
    private static string?[]? recent;

    public static string Of(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > Longest) return text.ToString();
        recent ??= new string?[Places];
        // Texts that share a place push each other out: nothing is lost but the sharing.
        ref string? place = ref recent[((text[0] * 31 + text[text.Length / 2]) * 31 + text[^1] * 7 + text.Length) & (Places - 1)];
        if (place is not null && text.SequenceEqual(place)) return place;
        return place = text.ToString();
    }
}
