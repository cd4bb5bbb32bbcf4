namespace Her2Gen.References.Csl;

/// <summary>Every personal name of the cited works, by family name, initials and given name: whether a family name alone, or with initials, is one person's.</summary>
internal sealed class NameRegistry(string rule, bool addGivenNames, bool isDemotedNever)
{
    private readonly Dictionary<string, Dictionary<string, HashSet<string>>> families = new(StringComparer.Ordinal);

    public bool IsByCite => rule == "by-cite";

    public void Add(string item, CslName name, int place)
    {
        if (!addGivenNames || (rule.StartsWith("primary-", StringComparison.Ordinal) && place > 0)) return;
        (string family, string initials, string given) = Keys(item, name);
        if (family.Length == 0) return;
        if (!families.TryGetValue(family, out Dictionary<string, HashSet<string>>? known)) families.Add(family, known = new(StringComparer.Ordinal));
        if (initials.Length == 0) return;
        if (!known.TryGetValue(initials, out HashSet<string>? givens)) known.Add(initials, givens = new(StringComparer.Ordinal));
        givens.Add(given);
    }

    /// <summary>How much of a given name tells it from others: 0 nothing, 1 initials, 2 all.</summary>
    /// <param name="usual">What the style shows anyway.</param>
    /// <param name="wanted">What telling cites apart asks for.</param>
    public int Level(string item, CslName name, int place, int usual, int wanted, bool hasInitials)
    {
        if (!addGivenNames) return usual;
        (string family, string initials, _) = Keys(item, name);
        if (!families.TryGetValue(family, out Dictionary<string, HashSet<string>>? known) || !known.TryGetValue(initials, out HashSet<string>? givens)) return usual;
        if (IsByCite && usual <= wanted) return wanted;
        if (rule.StartsWith("primary-name", StringComparison.Ordinal) && place > 0) return usual;
        if (rule.EndsWith("-with-initials", StringComparison.Ordinal)) return known.Count > 1 ? 1 : 0;
        int level = known.Count > 1 ? 1 : usual;
        return givens.Count > 1 || (known.Count > 1 && !hasInitials) ? 2 : level;
    }

    private (string Family, string Initials, string Given) Keys(string item, CslName name)
    {
        string family = Plain(name.Family);
        if (isDemotedNever && name.NonDroppingParticle.Length > 0) family += " " + name.NonDroppingParticle;
        string given = Plain(name.Given);
        int comma = given.LastIndexOf(", ", StringComparison.Ordinal);
        if (comma >= 0 && !given.AsSpan(comma).ContainsAnyInRange('A', 'Z')) given = given[..comma];
        if (IsByCite) family = item + " " + family;
        return (family, Initials.Of(given, "", keepNames: false, keepHyphens: true), given);
    }

    private static string Plain(string name) => string.Join(' ', name.Split(['.', ' '], StringSplitOptions.RemoveEmptyEntries));
}
