namespace Her2Gen.Files;

/// <summary>Email addresses as the HTML standard takes them (4.10.5.1.5): what RFC 5322 allows and people use, without quotes and comments.</summary>
public static class EmailAddress
{
    private const string LocalSigns = ".!#$%&'*+/=?^_`{|}~-";
    private const int LongestLabel = 63;

    public static bool IsValid(string text)
    {
        int at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0
            && text.AsSpan(0, at).IndexOfAnyExcept(LocalCharacters) < 0
            && text[(at + 1)..].Split('.').All(IsLabel);
    }

    private static readonly System.Buffers.SearchValues<char> LocalCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789" + LocalSigns);

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= LongestLabel && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
