using System.Globalization;
using System.Text;
using Her2Gen.Yaml;

namespace Her2Gen.Links;

/// <summary>How the links of a site fare over time, for people.</summary>
public static class LinkRot
{
    private const string NotLooked = "not looked at";

    private static readonly (string Name, int Days)[] Ages = [("≤ 7 days", 7), ("≤ 30 days", 30), ("≤ 90 days", 90), ("older", int.MaxValue)];

    /// <summary>Counts by state and by age of the last look, how long each dead address has been dead, and the share alive by month.</summary>
    public static string Of(IReadOnlyList<ExternalLink> links, LinkCache cache, DateOnly today)
    {
        StringBuilder text = new();
        AppendStates(text, links, cache, today);
        AppendDead(text, links, cache, today);
        if (cache.Months.Count > 0) text.Append("\nalive by month\n");
        foreach ((string month, MonthTally tally) in cache.Months.OrderBy(month => month.Key, StringComparer.Ordinal))
            text.Append($"{month}  {Share(tally),7}  {tally.Alive} of {tally.All}; {tally.Suspect} suspect, {tally.Dead} dead, {tally.Unknown} unknown\n");
        return text.ToString();
    }

    private static void AppendStates(StringBuilder text, IReadOnlyList<ExternalLink> links, LinkCache cache, DateOnly today)
    {
        ILookup<string, int> ages = links.ToLookup(
            link => cache.Of(link)?.State.Name() ?? NotLooked,
            link => cache.Of(link) is { } record ? Math.Max(0, today.DayNumber - record.Looked.DayNumber) : int.MaxValue);
        text.Append($"{"last look",-14}  {"all",5}{string.Concat(Ages.Select(age => $"  {age.Name,9}"))}\n");
        foreach (string state in LinkStates.All.Select(state => state.Name()).Append(NotLooked).Where(ages.Contains))
        {
            text.Append($"{state,-14}  {ages[state].Count(),5}");
            if (state != NotLooked)
                for (int i = 0; i < Ages.Length; i++) text.Append($"  {ages[state].Count(age => age <= Ages[i].Days && (i == 0 || age > Ages[i - 1].Days)),9}");
            text.Append('\n');
        }
    }

    private static void AppendDead(StringBuilder text, IReadOnlyList<ExternalLink> links, LinkCache cache, DateOnly today)
    {
        List<(ExternalLink Link, LinkRecord Record, DateOnly Gone)> dead = [];
        foreach (ExternalLink link in links)
            if (cache.Of(link) is { State: LinkState.Dead, Gone: { } since } record) dead.Add((link, record, since));
        if (dead.Count > 0) text.Append("\ndead for\n");
        foreach ((ExternalLink link, LinkRecord record, DateOnly gone) in dead.OrderBy(one => one.Gone).ThenBy(one => one.Link.Address, StringComparer.Ordinal))
        {
            string alive = record.Alive is { } day ? $"last alive {IsoDate.Format(day)}" : "never seen alive";
            text.Append($"{today.DayNumber - gone.DayNumber,5} days  {link.Address}  (gone since {IsoDate.Format(gone)}, {alive})\n");
        }
    }

    private static string Share(MonthTally tally) => tally.All == 0 ? "–" : (100.0 * tally.Alive / tally.All).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
