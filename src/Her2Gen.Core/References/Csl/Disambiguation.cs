namespace Her2Gen.References.Csl;

/// <summary>Tells works apart whose cites look alike: more names, more of given names, year suffixes, extra text, as the style allows (CSL 1.0.2, "disambiguation").</summary>
/// <remarks>
/// Works that look alike are one group. A group is shown in ever more detail, one step at a time; a step that tells some of it apart is kept, one that does not is dropped.
/// The order of the steps is that of citeproc-js, on which styles rely.
/// </remarks>
internal sealed class Disambiguation
{
    private const int MostSteps = 5000;

    private readonly CslProcessor processor;
    private readonly Area area;
    private readonly List<Step> steps = [];

    private List<Group> groups = [];
    private Clarity tried = new();
    private Clarity better = new();
    private int step;
    private int list;
    private int name;
    private int? namesMost;
    private int listsMost;
    private int? givensMost;
    private int clashes;
    private int clashesBefore;
    private bool isFirstLook;
    private List<Entry> alike = [];
    private List<Entry> other = [];
    private int extraAsked;
    private int extraUsed;

    public Disambiguation(CslProcessor processor)
    {
        this.processor = processor;
        area = processor.Style.Citation;
        if (area.AddNames || (area.AddGivenNames && area.GivenNameRule == "by-cite")) steps.Add(Step.Names);
        if (area.AddYearSuffix) steps.Add(Step.YearSuffix);
        if (processor.Style.UsesDisambiguate) steps.Add(Step.ExtraText);
    }

    private enum Step
    {
        Names,
        YearSuffix,
        ExtraText,
    }

    private readonly record struct Group(Clarity Clarity, List<Entry> Entries);

    /// <summary>Sets how each work is shown.</summary>
    public void Run(IReadOnlyList<Entry> entries)
    {
        if (steps.Count == 0 && !area.AddGivenNames) return;
        // The names of all works are known before the first is judged.
        foreach (Entry entry in entries) Look(entry, new Clarity(), out _);
        Dictionary<string, List<Entry>> looks = new(StringComparer.Ordinal);
        foreach (Entry entry in entries)
        {
            string look = Look(entry, new Clarity(), out CiteRenderer cite);
            entry.Clarity = cite.Names.Shown;
            if (!looks.TryGetValue(look, out List<Entry>? same)) looks.Add(look, same = []);
            same.Add(entry);
        }

        if (steps.Count == 0) return;
        foreach (List<Entry> same in looks.Values)
            if (same.Count > 1) Part(same);
    }

    private string Look(Entry entry, Clarity clarity, out CiteRenderer cite)
    {
        cite = new CiteRenderer(processor, entry, null, area, Purpose.Comparison, clarity);
        Node? node = cite.Render(area.Layout, Formatting.Plain);
        return node is null ? "" : Markup.Plain(node, processor.Locale);
    }

    private void Part(List<Entry> same)
    {
        Prepare(same);
        for (int taken = 0; groups.Count > 0; groups.RemoveAt(0))
        {
            (list, name, clashes, clashesBefore) = (0, 0, 1, 0);
            while (groups[0].Entries.Count > 0 && taken++ < MostSteps)
            {
                bool isLast = Increase();
                Scan(groups[0].Entries);
                Judge(isLast);
            }
        }
    }

    private void Prepare(List<Entry> same)
    {
        List<(string Lengths, Entry Entry)> sorted = [];
        Clarity? first = null;
        int? most = null;
        Dictionary<Entry, int?> longest = [];
        foreach (Entry entry in same)
        {
            Look(entry, new Clarity(), out CiteRenderer cite);
            Clarity shown = cite.Names.Shown;
            sorted.Add((string.Join(',', cite.Names.Lengths), entry));
            longest[entry] = cite.Names.Lengths.Count > 0 ? cite.Names.Lengths[0] : null;
            listsMost = shown.Names.Count - 1;
            first ??= shown.Copy();
            if (shown.Names.Count < first.Names.Count) first = shown.Copy();
            for (int i = 0; i < shown.Names.Count; i++)
            {
                if (shown.Names[i] <= first.Names[i]) continue;
                first.SetNames(i, shown.Names[i]);
                for (int j = 0; i < shown.Givens.Count && j < shown.Givens[i].Count; j++) first.SetGiven(i, j, shown.Givens[i][j]);
            }
        }

        sorted.Sort((a, b) => string.CompareOrdinal(a.Lengths, b.Lengths) is var order && order != 0 ? order : string.CompareOrdinal(a.Entry.Item.Id, b.Entry.Item.Id));
        most = longest[sorted[0].Entry];
        tried = first ?? new Clarity();
        tried.Pad();
        better = tried.Copy();
        (namesMost, givensMost, step, isFirstLook) = (most, area.GivenNameRule == "by-cite" && area.AddGivenNames ? 2 : null, 0, true);
        groups = [new Group(tried, [.. sorted.Select(pair => pair.Entry)])];
    }

    // One step more detail; true when there is no more.
    private bool Increase()
    {
        if (isFirstLook) return isFirstLook = false;
        if (steps[step] == Step.ExtraText)
        {
            tried.ExtraTexts++;
            better.ExtraTexts++;
            return false;
        }

        if (steps[step] != Step.Names) return false;
        bool addsName = givensMost is null, movesOn = namesMost is null;
        if (givensMost is { } givens)
        {
            if (HasGiven && tried.GivenAt(list, name) < givens) tried.SetGiven(list, name, tried.GivenAt(list, name) + 1);
            else addsName = true;
        }

        if (namesMost is { } names && addsName)
        {
            movesOn = !area.AddNames || name >= names;
            if (!movesOn)
            {
                tried.SetNames(list, tried.NamesAt(list) + 1);
                name++;
            }
        }

        if (movesOn && list < listsMost)
        {
            list++;
            tried.SetNames(list, 1);
            name = 0;
        }

        return (listsMost == -1 || list == listsMost)
            && (!area.AddNames || namesMost is null || name == namesMost)
            && (givensMost is null || !HasGiven || tried.GivenAt(list, name) == givensMost);
    }

    private bool HasGiven => tried.HasGiven(list, name);

    private void Scan(List<Entry> entries)
    {
        string look = LookTrying(entries[0]);
        (alike, other) = ([entries[0]], []);
        foreach (Entry entry in entries.Skip(1)) (LookTrying(entry) == look ? alike : other).Add(entry);
        (clashesBefore, clashes) = (clashes, alike.Count - 1);
    }

    private string LookTrying(Entry entry)
    {
        string look = Look(entry, tried, out CiteRenderer cite);
        tried.Take(cite.Names.Shown);
        (extraAsked, extraUsed) = (cite.Conditions.Asked, cite.Conditions.Used);
        return look;
    }

    private void Judge(bool isLast)
    {
        switch (steps[step])
        {
            case Step.Names: JudgeNames(isLast); break;
            case Step.YearSuffix: AddYearSuffixes(); break;
            default: JudgeExtraText(); break;
        }

        if (!isLast) return;
        if (step < steps.Count - 1) step++;
        else if (groups.Count > 1) groups[1] = new Group(tried, []);
    }

    private void JudgeNames(bool isLast)
    {
        if (clashes == 0)
        {
            Keep();
            Settle(alike[0], better);
            if (other.Count == 1) Settle(other[0], better);
            groups[0] = new Group(better, other.Count == 1 ? [] : other);
            isFirstLook |= other.Count > 1;
        }
        else if (other.Count == 1)
        {
            Keep();
            Settle(other[0], better);
            groups[0] = new Group(better, alike);
        }
        else if (clashes < clashesBefore)
        {
            Keep();
            groups[0] = new Group(better, alike);
            groups.Add(new Group(better, other));
        }
        else if (isLast)
        {
            groups[0] = new Group(better, other);
            groups.Add(new Group(better, alike));
            if (step < steps.Count - 1) return;
            foreach (Entry entry in alike) Settle(entry, better);
            groups[0] = new Group(better, []);
        }
    }

    // The step that helped is kept.
    private void Keep()
    {
        if (area.GivenNameRule == "by-cite" && HasGiven) better.SetGiven(list, name, tried.GivenAt(list, name));
        if (list < tried.Names.Count) better.SetNames(list, tried.NamesAt(list));
    }

    private static void Settle(Entry entry, Clarity clarity) => entry.Clarity = clarity.Copy();

    private void AddYearSuffixes()
    {
        Group group = groups[0];
        if (clashes > 0)
        {
            List<Entry> sorted = [.. group.Entries.OrderBy(entry => entry.Order)];
            sorted = [.. sorted.Order(Comparer<Entry>.Create((a, b) => SortKeys.Compare(a.SortKeys, b.SortKeys, processor.Style.Bibliography.Sort) is var order && order != 0 ? order : a.Order.CompareTo(b.Order)))];
            for (int place = 0; place < sorted.Count; place++)
            {
                Settle(sorted[place], group.Clarity);
                sorted[place].Clarity.YearSuffix = place;
            }
        }

        groups[0] = new Group(better, []);
    }

    private void JudgeExtraText()
    {
        Group group = groups[0];
        bool isDone = clashes == 0 && other.Count < 2;
        if (!isDone && (tried.ExtraTexts == 0 || extraUsed != extraAsked))
        {
            step = 0;
            (tried.ExtraTexts, better.ExtraTexts) = (extraUsed, extraUsed);
            if (tried.ExtraTexts == 0) (isFirstLook, tried.ExtraTexts) = (true, 1);
            else JudgeNames(isLast: false);
            return;
        }

        if (!isDone && extraUsed != extraAsked) return;
        foreach (Entry entry in group.Entries) Settle(entry, group.Clarity);
        groups[0] = new Group(better, []);
    }
}
