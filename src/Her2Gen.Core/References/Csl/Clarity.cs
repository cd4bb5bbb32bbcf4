namespace Her2Gen.References.Csl;

/// <summary>How much a cite shows so that it is told from others: how many names of each list, how much of each given name, a year suffix, extra text.</summary>
internal sealed class Clarity
{
    /// <summary>For each list of names in the cite, how many are shown; 0 where nothing is asked.</summary>
    public List<int> Names { get; private init; } = [];

    /// <summary>For each list and name: 0 the family name alone, 1 initials, 2 the given name.</summary>
    public List<List<int>> Givens { get; private init; } = [];

    /// <summary>The place of the year suffix from 0, or null for none.</summary>
    public int? YearSuffix { get; set; }

    /// <summary>How many "disambiguate" conditions hold.</summary>
    public int ExtraTexts { get; set; }

    public Clarity Copy() => new() { Names = [.. Names], Givens = [.. Givens.Select(list => list.ToList())], YearSuffix = YearSuffix, ExtraTexts = ExtraTexts };

    /// <summary>Takes over what a rendering has shown.</summary>
    public void Take(Clarity shown)
    {
        for (int list = 0; list < shown.Names.Count; list++) SetNames(list, shown.Names[list]);
        for (int list = 0; list < shown.Givens.Count; list++)
            for (int name = 0; name < shown.Givens[list].Count; name++) SetGiven(list, name, shown.Givens[list][name]);
    }

    /// <summary>Gives each name that is shown a level.</summary>
    public void Pad()
    {
        for (int list = 0; list < Names.Count; list++)
            for (int name = Givens.Count > list ? Givens[list].Count : 0; name < Names[list]; name++) SetGiven(list, name, 0);
    }

    public int NamesAt(int list) => list < Names.Count ? Names[list] : 0;

    public bool HasGiven(int list, int name) => list < Givens.Count && name < Givens[list].Count;

    public int GivenAt(int list, int name) => HasGiven(list, name) ? Givens[list][name] : 0;

    public void SetNames(int list, int count)
    {
        while (Names.Count <= list) Names.Add(0);
        Names[list] = count;
    }

    public void SetGiven(int list, int name, int level)
    {
        while (Givens.Count <= list) Givens.Add([]);
        while (Givens[list].Count <= name) Givens[list].Add(0);
        Givens[list][name] = level;
    }
}
