namespace Her2Gen.References.Csl;

/// <summary>Parts particles, suffixes and "et al." from names that libraries keep in two fields: "von" in "Otto von | Bismarck", "Jr." in "John, Jr. | Doe".</summary>
/// <remarks>A particle is a leading word of the family name, or a trailing word of the given name, whose first letter is small.</remarks>
internal static class NameParticles
{
    public static CslName Parse(CslName name)
    {
        if (name.Family.Length == 0 || name.Given.Length == 0 || name.NonDroppingParticle.Length > 0) return name;
        // Quotation marks around a family name forbid it.
        if (name.Family.Length > 2 && name.Family[0] == '"' && name.Family[^1] == '"') return name with { Family = name.Family[1..^1] };
        (string particle, string family) = SplitFamily(name.Family);
        name = SplitSuffix(name with { Family = family, NonDroppingParticle = particle });
        (string given, string dropping) = SplitGiven(name.Given);
        return dropping.Length == 0 ? name with { Given = given } : name with { Given = given, DroppingParticle = dropping };
    }

    private static (string Particle, string Family) SplitFamily(string family)
    {
        int at = 0;
        while (true)
        {
            int end = family.IndexOf(' ', at + 1);
            // The last word may hold a particle too: "d'Alembert", "al-Ghazali".
            end = end >= 0 ? end : family.LastIndexOfAny(['-', '\'', '’', 'ʻ']) is var sign && sign > at ? sign + 1 : family.Length;
            while (end < family.Length && family[end] == ' ') end++;
            if (end >= family.Length || !StartsSmall(family.AsSpan(at, end - at))) break;
            at = end;
        }

        string particle = family[..at];
        string trimmed = particle.Trim();
        // A space behind an apostrophe is meant.
        if (particle.EndsWith(' ') && trimmed.Length > 0 && trimmed[^1] is '\'' or '’') trimmed += " ";
        return (trimmed, family[at..]);
    }

    private static CslName SplitSuffix(CslName name)
    {
        int comma = name.Given.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || name.Suffix.Length > 0) return name;
        string rest = name.Given[(comma + 1)..].TrimStart();
        bool isForced = rest.StartsWith('!');
        rest = rest.TrimStart('!').Trim();
        string given = name.Given[..comma].TrimEnd();
        if (rest.Replace(".", "", StringComparison.Ordinal) == "et al" && name.DroppingParticle.Length == 0) return name with { Given = given, DroppingParticle = rest };
        return name with { Given = given, Suffix = rest, CommaSuffix = name.CommaSuffix || isForced };
    }

    private static (string Given, string Particle) SplitGiven(string given)
    {
        int end = given.Length;
        while (true)
        {
            int space = end == 0 ? -1 : given.LastIndexOf(' ', end - 1);
            if (space <= 0 || !StartsSmall(given.AsSpan(space + 1, end - space - 1))) break;
            end = space;
        }

        return (given[..end].TrimEnd(), given[end..].Trim());
    }

    private static bool StartsSmall(ReadOnlySpan<char> word)
    {
        word = word.TrimStart("-'’ʻ ");
        return word.Length > 0 && char.ToUpperInvariant(word[0]) != word[0];
    }
}
