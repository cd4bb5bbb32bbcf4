using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Her2Gen.Diagnostics;
using Her2Gen.Editions;

namespace Her2Gen.Commands;

/// <summary><c>her2gen editions</c>: the sealed editions, with what each says of itself and whether it is sound.</summary>
internal static class EditionsCommand
{
    public static Command Create()
    {
        Option<string> site = SharedOptions.Site();
        Option<string> format = new("--format") { Description = "How to print the list", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        Command command = new("editions", "List the sealed editions") { site, format };
        command.SetAction(parsed =>
        {
            DiagnosticBag diagnostics = new();
            FoundFolder found = new SiteFolder(parsed.GetValue(site) ?? ".").ReadEditions(diagnostics);
            IReadOnlyList<SealedEdition> editions = EditionArchive.Verify(EditionArchive.Bags(found, EditionArchive.Folder, diagnostics), diagnostics);
            if (parsed.GetValue(format) == "json") PrintJson(editions);
            else PrintText(editions, diagnostics.Errors);
            return diagnostics.Errors == 0 ? ExitCode.Sound : ExitCode.ProblemsFound;
        });
        return command;
    }

    private static void PrintText(IReadOnlyList<SealedEdition> editions, int errors)
    {
        foreach (SealedEdition edition in editions)
        {
            EditionFacts facts = edition.Facts;
            Console.Out.Write($"{facts.Id}  {EditionKinds.WordOf(facts.Kind)}, {State(edition)}\n");
            Console.Out.Write($"  what is new: {facts.WhatsNew.ReplaceLineEndings(" ")}\n");
            Console.Out.Write($"  conclusions {(facts.ConclusionsChanged ? "changed" : "not changed")}; evidence up to {EditionId.FormatDate(facts.EvidenceDate)}; {edition.Payload.Count} files, {Bytes(edition)} bytes\n");
            Console.Out.Write($"  seal {edition.SealDigest}\n");
        }

        if (errors > 0) Console.Out.Write("not all is as it was sealed: `her2gen verify` says what\n");
        else if (editions.Count == 0) Console.Out.Write("no edition is sealed: `her2gen archive` seals one\n");
    }

    private static void PrintJson(IReadOnlyList<SealedEdition> editions)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartArray("editions");
            foreach (SealedEdition edition in editions) WriteEdition(json, edition);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        Console.Out.Write(Encoding.UTF8.GetString(stream.ToArray()) + "\n");
    }

    private static void WriteEdition(Utf8JsonWriter json, SealedEdition edition)
    {
        json.WriteStartObject();
        json.WriteString("id", edition.Id.ToString());
        json.WriteString("kind", EditionKinds.WordOf(edition.Facts.Kind));
        json.WriteString("whatsNew", edition.Facts.WhatsNew);
        json.WriteBoolean("conclusionsChanged", edition.Facts.ConclusionsChanged);
        json.WriteString("evidenceDate", EditionId.FormatDate(edition.Facts.EvidenceDate));
        if (edition.Facts.Predecessor is { } before) json.WriteString("predecessor", before.Id.ToString());
        json.WriteNumber("files", edition.Payload.Count);
        json.WriteNumber("bytes", Bytes(edition));
        json.WriteString("sealSha512", edition.SealDigest);
        json.WriteString("state", State(edition));
        json.WriteEndObject();
    }

    private static string State(SealedEdition edition) => edition.IsSound ? "sound" : "not as it was sealed";

    private static long Bytes(SealedEdition edition) => edition.Payload.Sum(file => (long)file.Value.Length);
}
