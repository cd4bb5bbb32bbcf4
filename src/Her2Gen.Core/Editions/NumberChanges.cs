using System.Text.RegularExpressions;

namespace Her2Gen.Editions;

/// <summary>Finds every number that changed: a reader who looks at nothing else has seen what matters most.</summary>
internal static partial class NumberChanges
{
    private const int WordsAround = 7;

    // Where more words than these were put in the place of others, which number stands for which would be a guess.
    private const int MostWordsReplaced = 3;

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits { get; }

    [GeneratedRegex(@"\s?(?:[–—‑-]|(?<=\s)to(?=\s))\s?(?=[-−+±]?[\d.])")]
    private static partial Regex To { get; }

    [GeneratedRegex(@"\s|(?<=\d),(?=\d{3})")]
    private static partial Regex NoMatter { get; }

    [GeneratedRegex(@"^(?<figure>.*\d\+?)(?<unit>\D*)$")]
    private static partial Regex Unit { get; }

    /// <summary>Changed numbers in the order of the newer edition, then those that were added or removed.</summary>
    public static IEnumerable<NumberChange> Of(IReadOnlyList<SectionChange> sections)
    {
        NumberChange[] all =
        [
            .. from section in sections
               from block in section.Blocks
               from number in InBlock(section, block)
               select number,
        ];
        return all.Where(number => number.Older is not null && number.Newer is not null).Concat(all.Where(number => number.Older is null || number.Newer is null));
    }

    // A number that only changed its place within the block is in both editions.
    private static List<NumberChange> InBlock(SectionChange section, BlockChange block)
    {
        List<NumberChange> numbers = [.. block.Cells.Where(cell => cell.IsChanged).SelectMany(cell => InCell(section, block, cell))];
        foreach (NumberChange removed in numbers.Where(number => number.Newer is null).ToArray())
        {
            if (numbers.Find(added => added.Older is null && added.Newer is { } text && IsSame(text, removed.Older ?? "")) is not { } added) continue;
            numbers.Remove(removed);
            numbers.Remove(added);
        }

        return numbers;
    }

    private static IEnumerable<NumberChange> InCell(SectionChange section, BlockChange block, CellChange cell)
    {
        for (int run = 0; run < cell.Runs.Count; run++)
        {
            if (cell.Runs[run].Kind == ChangeKind.Same) continue;
            bool hasRemoved = cell.Runs[run].Kind == ChangeKind.Removed;
            int added = !hasRemoved ? run : run + 1 < cell.Runs.Count && cell.Runs[run + 1].Kind == ChangeKind.Added ? run + 1 : -1;
            List<Place> older = hasRemoved ? Numbers(cell, run) : [];
            List<Place> newer = added >= 0 ? Numbers(cell, added) : [];
            bool isReplaced = added > run && Words(cell.Runs[run]) <= MostWordsReplaced && Words(cell.Runs[added]) <= MostWordsReplaced;
            foreach ((Place? from, Place? to) in Paired(older, newer, isReplaced))
                yield return new NumberChange(from?.Text, to?.Text, Around(cell, to ?? from, -1), Around(cell, to ?? from, 1), section, block, cell.Column);
            if (added > run) run = added;
        }
    }

    private static int Words(TextRun run) => run.Tokens.Count(token => token.Kind == TokenKind.Word);

    private sealed record Place(int Run, int Token, string Text);

    private static List<Place> Numbers(CellChange cell, int run) =>
    [
        .. cell.Runs[run].Tokens.Select((token, i) => (token, i)).Where(at => at.token.Kind == TokenKind.Number).Select(at => new Place(run, at.i, at.token.Text)),
    ];

    // The same number in other writing is no other number. What is of one form belongs together: an interval and an interval, months and months.
    private static IEnumerable<(Place? Older, Place? Newer)> Paired(List<Place> older, List<Place> newer, bool isReplaced)
    {
        foreach (Place from in older.ToArray())
        {
            if (newer.Find(to => IsSame(to.Text, from.Text)) is not { } same) continue;
            older.Remove(from);
            newer.Remove(same);
        }

        List<(Place? Older, Place? Newer)> pairs = [];
        foreach (Place from in isReplaced ? older.ToArray() : [])
        {
            if (newer.Find(to => Form(to.Text) == Form(from.Text)) is not { } alike) continue;
            pairs.Add((from, alike));
            older.Remove(from);
            newer.Remove(alike);
        }

        if (isReplaced && older.Count == newer.Count) pairs.AddRange(older.Zip(newer, (from, to) => ((Place?)from, (Place?)to)));
        else pairs.AddRange([.. older.Select(from => ((Place?)from, (Place?)null)), .. newer.Select(to => ((Place?)null, (Place?)to))]);
        return pairs.OrderBy(pair => pair.Newer?.Token ?? int.MaxValue).ThenBy(pair => pair.Older?.Token);
    }

    // "84.0% vs 75.2%" and "84.0 vs 75.2 percent": a unit on one side only is said elsewhere. Two units are two numbers.
    private static bool IsSame(string one, string other)
    {
        Match first = Unit.Match(Value(one));
        Match second = Unit.Match(Value(other));
        string unit = first.Groups["unit"].Value;
        string otherUnit = second.Groups["unit"].Value;
        return first.Groups["figure"].Value == second.Groups["figure"].Value && (unit == otherUnit || unit.Length == 0 || otherUnit.Length == 0);
    }

    private static string Value(string number) => NoMatter.Replace(To.Replace(number, "–"), "").Replace('−', '-').Replace("P", "p", StringComparison.Ordinal);

    private static string Form(string number) => Digits.Replace(Value(number).Replace(".", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal), "0");

    // In the edition that has the number: what the other one has is passed over.
    private static string Around(CellChange cell, Place? place, int step)
    {
        if (place is null) return "";
        ChangeKind other = cell.Runs[place.Run].Kind == ChangeKind.Added ? ChangeKind.Removed : ChangeKind.Added;
        Token[] tokens = [.. cell.Runs.Where(run => run.Kind != other).SelectMany(run => run.Tokens)];
        int at = cell.Runs.Take(place.Run).Where(run => run.Kind != other).Sum(run => run.Tokens.Count) + place.Token;
        int end = at + step;
        for (int words = 0; end >= 0 && end < tokens.Length && words < WordsAround; end += step)
            if (tokens[end].Kind is TokenKind.Word or TokenKind.Number) words++;
        IEnumerable<Token> around = step > 0 ? tokens[(at + 1)..Math.Max(at + 1, end)] : tokens[Math.Min(at, end + 1)..at];
        string text = string.Concat(around.Where(token => token.Kind != TokenKind.Citation).Select(token => token.Shown));
        return step > 0 && end < tokens.Length ? text + " …" : step < 0 && end >= 0 ? "… " + text.TrimStart() : text;
    }
}
