using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Editions;

/// <summary>Reads what an edition says of itself, in <c>bag-info.txt</c>, <c>build.json</c> and the crate, and reports where they disagree. An edition's seal is stricter than a bag's: every tag file is in it.</summary>
public sealed class EditionReader
{
    // Put beside a seal later, by who witnesses it: time-stamps and signatures.
    private static readonly string[] Witnesses = [".tsr", ".sig", ".ots"];

    private readonly Bag bag;
    private readonly EditionId id;
    private readonly DiagnosticBag diagnostics;

    private EditionReader(Bag bag, EditionId id, DiagnosticBag diagnostics)
    {
        this.bag = bag;
        this.id = id;
        this.diagnostics = diagnostics;
    }

    /// <param name="id">As the edition's folder is named.</param>
    public static SealedEdition Read(Bag bag, EditionId id, DiagnosticBag diagnostics) => new EditionReader(bag, id, diagnostics).Read();

    private SealedEdition Read()
    {
        CheckTagFiles();
        Expect(EditionLabels.Edition, id.ToString());
        Expect(EditionLabels.Date, EditionId.FormatDate(id.Date));
        EditionFacts said = new(
            id,
            Given(EditionLabels.Kind, EditionKinds.Of, "`new-edition` or `corrected-edition`") ?? EditionKind.NewEdition,
            "",
            Given<bool>(EditionLabels.ConclusionsChanged, word => word == "yes" ? true : word == "no" ? false : null, "`yes` or `no`") ?? false,
            Given<DateOnly>(EditionLabels.EvidenceDate, word => EditionId.TryParseDate(word, out DateOnly date) ? date : null, "a date, YYYY-MM-DD") ?? id.Date,
            ReadPredecessor());
        EditionFacts facts = said with { WhatsNew = ReadBuild(said) };
        CheckCrate();
        string seal = bag.Contents.Files.TryGet(EditionFiles.Seal, out ReadOnlyMemory<byte> bytes) ? DigestAlgorithm.Sha512.Of(bytes) : "";
        return new SealedEdition(bag, facts, seal, diagnostics.Errors == 0);
    }

    private void CheckTagFiles()
    {
        HashSet<FilePath> listed = [.. bag.TagManifests.Where(manifest => manifest.File == EditionFiles.Seal.Value).SelectMany(manifest => manifest.Entries).Select(entry => entry.Path)];
        if (!bag.Contents.Files.Contains(EditionFiles.Seal))
        {
            diagnostics.Add(Rules.SealBroken, bag.Contents.At(EditionFiles.Seal.Value), "the tag manifest is missing: it is the seal", "take it from another copy of the edition");
            return;
        }

        foreach (FilePath path in bag.Contents.Files.Paths.Where(path => !BagContents.IsPayload(path.Value) && !BagReader.IsTagManifest(path.Value)))
            if (!listed.Contains(path) && !Witnesses.Contains(path.Extension)) diagnostics.Add(Rules.SealBroken, bag.Contents.At(path.Value), "the tag manifest does not list this file", "remove it: it was not there when the edition was sealed");
    }

    private void Expect(string label, string expected)
    {
        string? value = bag.Info.Value(label);
        if (value != expected) diagnostics.Add(Rules.EditionMetadata, bag.Info.Place(label), value is null ? $"there is no `{label}`" : $"`{label}` is `{value}`, and the edition is `{id}`", "this seal belongs to another edition, or was changed");
    }

    private T? Given<T>(string label, Func<string?, T?> read, string form) where T : struct
    {
        string? value = bag.Info.Value(label);
        T? given = read(value);
        if (given is null) diagnostics.Add(Rules.EditionMetadata, bag.Info.Place(label), value is null ? $"there is no `{label}`" : $"`{label}` is `{value}`", $"it is {form}");
        return given;
    }

    private Predecessor? ReadPredecessor()
    {
        string? name = bag.Info.Value(EditionLabels.Predecessor);
        string? seal = bag.Info.Value(EditionLabels.PredecessorSeal);
        if (name is null && seal is null) return null;
        if (EditionId.TryParse(name, out EditionId before) && seal is not null) return new Predecessor(before, seal);
        diagnostics.Add(Rules.EditionMetadata, bag.Info.Place(EditionLabels.Predecessor), $"`{EditionLabels.Predecessor}` and `{EditionLabels.PredecessorSeal}` do not name an edition and its seal", "both stand there, or neither");
        return null;
    }

    private string ReadBuild(EditionFacts said)
    {
        string path = BagContents.Payload + EditionFiles.Build;
        if (!bag.Contents.Files.TryGet(FilePath.Parse(path), out ReadOnlyMemory<byte> bytes) || BuildRecord.Read(bytes) is not { } built)
        {
            diagnostics.Add(Rules.EditionMetadata, bag.Contents.At(path), "it is missing, or does not say what it must", "it names the edition, its kind, dates and what is new");
            return "";
        }

        if (built with { WhatsNew = "" } != said) diagnostics.Add(Rules.EditionMetadata, bag.Contents.At(path), "it differs from what `bag-info.txt` says of the edition", "one of the two was changed, or the seal belongs to another edition");
        return built.WhatsNew;
    }

    private void CheckCrate()
    {
        string path = BagContents.Payload + EditionFiles.Crate;
        string? date = bag.Contents.Files.TryGet(FilePath.Parse(path), out ReadOnlyMemory<byte> bytes) ? RoCrate.DatePublished(bytes) : null;
        if (date != EditionId.FormatDate(id.Date)) diagnostics.Add(Rules.EditionMetadata, bag.Contents.At(path), date is null ? "no `datePublished` can be read" : $"`datePublished` is `{date}`, and the edition is `{id}`");
    }
}
