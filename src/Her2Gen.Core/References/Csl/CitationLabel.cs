namespace Her2Gen.References.Csl;

/// <summary>A label made of authors and year, as in <c>Asth10</c>: one author gives four letters, two give two each, more give one each.</summary>
internal static class CitationLabel
{
    private static readonly int[][] Letters = [[4], [2, 2], [2, 1, 1], [1, 1, 1, 1]];

    public static string Of(CslItem item)
    {
        string label = "";
        string? role = Variables.Names.Order(StringComparer.Ordinal).FirstOrDefault(name => item.Names(name).Count > 0);
        IReadOnlyList<CslName> names = item.Names("author") is { Count: > 0 } authors ? authors : role is null ? [] : item.Names(role);
        int[] lengths = Letters[Math.Clamp(names.Count, 1, Letters.Length) - 1];
        for (int i = 0; i < Math.Min(names.Count, lengths.Length); i++) label += Part(names[i].Family.Length > 0 ? names[i].Family : names[i].Literal, lengths[i]);
        if (label.Length == 0) label = Part(string.Concat((item.Text("title") ?? "").Split(' ').Where(word => word is not ("a" or "an" or "the"))), 4);
        int year = item.Date("issued")?.Start.Year ?? 0;
        return label + (year % 100).ToString("00");
    }

    private static string Part(string name, int length)
    {
        int small = 0;
        // Particles and articles do not count.
        for (int space = name.IndexOf(' ', StringComparison.Ordinal); space > 0 && (char.IsLower(name[small]) || name[small..space] is "The" or "A" or "An"); space = name.IndexOf(' ', small)) small = space + 1;
        string letters = string.Concat(name[small..].Where(char.IsLetter));
        letters = letters[..Math.Min(length, letters.Length)];
        return letters.Length == 0 ? "" : char.ToUpperInvariant(letters[0]) + letters[1..].ToLowerInvariant();
    }
}
