using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Her2Gen.Diagnostics;
using Her2Gen.Links;
using Her2Gen.Yaml;

namespace Her2Gen.Reporting;

/// <summary>The addresses outside a site, with their places and what is known of them.</summary>
internal static class LinksReport
{
    /// <summary>For people: each address, and below it the places of its links.</summary>
    public static void PrintList(IEnumerable<ExternalLink> links, LinkCache cache, TextWriter output)
    {
        foreach (ExternalLink link in links)
        {
            string known = cache.Of(link) is { } record ? $"{record.State.Name(),-14}  {IsoDate.Format(record.Looked)}  {record.Status,-9}" : "not looked at";
            output.Write($"{known,-37}  {link.Address}\n    {string.Join(", ", link.Uses.Select(use => use.Place).Distinct())}\n");
        }
    }

    /// <summary>How many stand how, in one line.</summary>
    public static string Counts(IReadOnlyList<ExternalLink> links, LinkCache cache)
    {
        Dictionary<string, int> counts = links.CountBy(link => cache.Of(link)?.State.Name() ?? "not looked at").ToDictionary(count => count.Key, count => count.Value, StringComparer.Ordinal);
        IEnumerable<string> parts = LinkStates.All.Select(state => state.Name()).Append("not looked at").Where(counts.ContainsKey).Select(name => $"{counts[name]} {name}");
        return $"{links.Count} {(links.Count == 1 ? "address" : "addresses")} outside the site{(links.Count > 0 ? ": " : "")}{string.Join(", ", parts)}";
    }

    /// <summary>For programs: <c>{"links":[…],"months":{…}}</c>, and behind them what the report of the findings has.</summary>
    /// <param name="findings">That report: a JSON object.</param>
    public static void PrintJson(IReadOnlyList<ExternalLink> links, LinkCache cache, string findings, TextWriter output)
    {
        using JsonDocument report = JsonDocument.Parse(findings);
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartArray("links");
            foreach (ExternalLink link in links) Write(json, link, cache.Of(link));
            json.WriteEndArray();
            json.WriteStartObject("months");
            foreach ((string month, MonthTally tally) in cache.Months.OrderBy(month => month.Key, StringComparer.Ordinal))
            {
                json.WriteStartObject(month);
                LinkCacheWriter.WriteFields(json, tally);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            foreach (JsonProperty property in report.RootElement.EnumerateObject()) property.WriteTo(json);
            json.WriteEndObject();
        }

        output.Write(Encoding.UTF8.GetString(stream.ToArray()) + "\n");
    }

    private static void Write(Utf8JsonWriter json, ExternalLink link, LinkRecord? record)
    {
        json.WriteStartObject();
        json.WriteString("address", link.Address);
        if (record is not null) LinkCacheWriter.WriteFields(json, record);
        json.WriteStartArray("places");
        foreach (LinkUse use in link.Uses)
        {
            json.WriteStartObject();
            Location place = use.Place;
            json.WriteString("file", place.File);
            json.WriteNumber("line", place.Line);
            json.WriteNumber("column", place.Column);
            json.WriteNumber("endColumn", place.EndColumn);
            if (use.Fragment.Length > 0) json.WriteString("fragment", use.Fragment);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
