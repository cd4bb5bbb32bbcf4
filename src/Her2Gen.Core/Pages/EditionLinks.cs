using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Her2Gen.Editions;
using Her2Gen.Files;

namespace Her2Gen.Pages;

/// <summary>How the current text and its editions belong together, for machines: addresses are absolute, so a site without its own has none of this.</summary>
public static class EditionLinks
{
    public static readonly FilePath TimeMapPath = FilePath.Parse("editions/timemap.link");
    public static readonly FilePath LinkSetPath = FilePath.Parse("editions/linkset.json");

    /// <summary>The editions as mementos of the current text (RFC 7089, 5; link format as in RFC 6690). A static host negotiates no dates: no timegate is named.</summary>
    /// <param name="site">Its address, ending in '/'.</param>
    public static string TimeMap(string site, IReadOnlyList<SealedEdition> editions)
    {
        List<string> links =
        [
            $"<{site}>;rel=\"original latest-version\"",
            $"<{site}{TimeMapPath}>;rel=\"self\";type=\"application/link-format\";from=\"{HttpDate(editions[0].Id)}\";until=\"{HttpDate(editions[^1].Id)}\"",
        ];
        foreach (SealedEdition edition in editions)
        {
            string place = (edition == editions[0] ? "first " : "") + (edition == editions[^1] ? "last " : "");
            links.Add($"<{EditionExits.Dated(site, edition.Id)}>;rel=\"{place}memento\";datetime=\"{HttpDate(edition.Id)}\"");
        }

        return string.Join(",\n", links) + "\n";
    }

    /// <summary>The same as a link set (RFC 9264, 4.2) in the relations of RFC 5829 and of Signposting; what comes after an edition stands here alone, since the edition cannot know it.</summary>
    /// <param name="site">Its address, ending in '/'.</param>
    public static byte[] LinkSet(string site, IReadOnlyList<SealedEdition> editions)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartArray("linkset");
            json.WriteStartObject();
            json.WriteString("anchor", site);
            WriteTargets(json, "version-history", [$"{site}{EditionArchive.Published}"]);
            WriteTargets(json, "timemap", [$"{site}{TimeMapPath}"]);
            WriteTargets(json, "memento", [.. editions.Select(edition => EditionExits.Dated(site, edition.Id))]);
            json.WriteEndObject();
            for (int i = 0; i < editions.Count; i++) WriteEdition(json, site, editions, i);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return [.. stream.ToArray(), (byte)'\n'];
    }

    private static void WriteEdition(Utf8JsonWriter json, string site, IReadOnlyList<SealedEdition> editions, int index)
    {
        string own = EditionExits.Dated(site, editions[index].Id);
        json.WriteStartObject();
        json.WriteString("anchor", own);
        WriteTargets(json, "cite-as", [own]);
        WriteTargets(json, "original", [site]);
        WriteTargets(json, "latest-version", [site]);
        WriteTargets(json, "version-history", [$"{site}{EditionArchive.Published}"]);
        WriteTargets(json, "timemap", [$"{site}{TimeMapPath}"]);
        WriteTargets(json, "describedby", [own + EditionFiles.Crate]);
        if (index > 0) WriteTargets(json, "predecessor-version", [EditionExits.Dated(site, editions[index - 1].Id)]);
        if (index + 1 < editions.Count) WriteTargets(json, "successor-version", [EditionExits.Dated(site, editions[index + 1].Id)]);
        json.WriteEndObject();
    }

    private static void WriteTargets(Utf8JsonWriter json, string relation, ReadOnlySpan<string> targets)
    {
        json.WriteStartArray(relation);
        foreach (string target in targets)
        {
            json.WriteStartObject();
            json.WriteString("href", target);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // RFC 1123, as RFC 7089 asks. An edition has a day and no hour.
    private static string HttpDate(EditionId id) => id.Date.ToDateTime(TimeOnly.MinValue).ToString("R", CultureInfo.InvariantCulture);
}
