using System.Text.Encodings.Web;
using System.Text.Json;
using Her2Gen.Articles;
using Her2Gen.Editions;
using Her2Gen.Files;
using Her2Gen.Yaml;

namespace Her2Gen.Pages;

/// <summary><c>editions/editions.json</c>: all editions for programs, oldest first, as <see cref="EditionsJsonSchema"/> describes. Paths lead from the file's own folder.</summary>
public static class EditionsJson
{
    public static readonly FilePath Path = FilePath.Parse("editions/editions.json");

    private static readonly JsonWriterOptions Form = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(Article article, SiteEditions editions)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, Form))
        {
            json.WriteStartObject();
            json.WriteString("$schema", EditionsJsonSchema.Path.Name);
            json.WriteString("title", article.Main.Front.Title);
            json.WriteString("current", "../");
            json.WriteBoolean("changedSinceNewest", editions.HasChanged);
            json.WriteStartArray("editions");
            for (int i = 0; i < editions.Sealed.Count; i++) WriteEdition(json, article, editions, i);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return [.. stream.ToArray(), (byte)'\n'];
    }

    private static void WriteEdition(Utf8JsonWriter json, Article article, SiteEditions editions, int index)
    {
        SealedEdition edition = editions.Sealed[index];
        EditionFacts facts = edition.Facts;
        json.WriteStartObject();
        json.WriteString("id", facts.Id.ToString());
        json.WriteString("kind", EditionKinds.WordOf(facts.Kind));
        if (facts is { Kind: EditionKind.CorrectedEdition, Predecessor: { } corrected }) json.WriteString("correctionOf", corrected.Id.ToString());
        json.WriteString("datePublished", EditionId.FormatDate(facts.Id.Date));
        json.WriteString("evidenceUpTo", EditionId.FormatDate(facts.EvidenceDate));
        json.WriteString("whatsNew", facts.WhatsNew);
        json.WriteBoolean("conclusionsChanged", facts.ConclusionsChanged);
        json.WriteString("status", EditionsModel.WordOf(EditionsModel.StatusOf(article, editions, edition)));
        json.WriteString("path", $"{facts.Id}/");
        if (article.Settings.Address is { } address) json.WriteString("url", EditionExits.Dated(address, facts.Id));
        json.WriteNumber("files", edition.Payload.Count);
        json.WriteNumber("bytes", edition.Payload.Sum(file => (long)file.Value.Length));
        json.WriteStartObject("seal");
        json.WriteString("path", $"seals/{facts.Id}/");
        json.WriteString("sha512", edition.SealDigest);
        json.WriteEndObject();
        if (facts.Predecessor is { } before) json.WriteString("predecessor", before.Id.ToString());
        if (index + 1 < editions.Sealed.Count) json.WriteString("successor", editions.Sealed[index + 1].Id.ToString());
        if (EditionsModel.ChangesOf(editions, edition) is { } changes) json.WriteString("changes", "../" + changes.Folder);
        json.WriteStartArray("notices");
        foreach (Notice notice in EditionsModel.NoticesOn(article, facts.Id)) WriteNotice(json, notice);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteNotice(Utf8JsonWriter json, Notice notice)
    {
        json.WriteStartObject();
        json.WriteString("type", notice.Type?.Word ?? "");
        json.WriteString("date", notice.Date is { } date ? IsoDate.Format(date) : "");
        json.WriteString("title", notice.Title);
        json.WriteString("reason", notice.Reason);
        json.WriteString("seal", notice.Seal);
        json.WriteString("path", Path.LinkTo(PagePlan.OutputOf(notice.Manuscript.Path)));
        json.WriteEndObject();
    }
}
