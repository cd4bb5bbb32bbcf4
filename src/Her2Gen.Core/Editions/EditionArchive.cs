using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Editions;

/// <summary>All editions of a site, where they lie: in <c>content/editions/ID/</c> as bags, or published, with payload and seal apart.</summary>
public static class EditionArchive
{
    /// <summary>The archive of record, in the site's folder.</summary>
    public const string Folder = "content/editions/";

    /// <summary>The place of editions on a published site.</summary>
    public const string Published = "editions/";

    /// <summary>The name of the lock, held while an edition is sealed.</summary>
    public const string Lock = ".her2gen-lock";

    private const string Seals = "seals/";
    private const string Stage = ".her2gen-stage";

    /// <summary>The name of the folder that an edition is written into, before it gets its own.</summary>
    public static string StageOf(EditionId id) => $".{id}{Stage}";

    public static bool IsLeftover(string name) => name.StartsWith('.') && name.EndsWith(Stage, StringComparison.Ordinal);

    /// <summary>The bags in a folder of editions. What is none is reported.</summary>
    /// <param name="shown">What stands before a path in reports, with '/' at its end.</param>
    public static IReadOnlyList<(EditionId Id, BagContents Contents)> Bags(FoundFolder editions, string shown, DiagnosticBag diagnostics)
    {
        List<(EditionId, BagContents)> bags = [];
        foreach ((string name, bool isFolder) in editions.Top())
        {
            if (EditionId.TryParse(name, out EditionId id) && isFolder) bags.Add((id, BagContents.In(editions.Under(name + "/"), $"{shown}{name}/")));
            else if (IsLeftover(name)) diagnostics.Add(Rules.SealLeftovers, Location.Of(shown + name), "an edition that was not finished", "the next `her2gen archive` removes it");
            else if (isFolder) diagnostics.Add(Rules.EditionUnsealed, Location.Of(shown + name), $"`{name}` is no edition's name", "an edition is named by its date: `2025-01-03`, `2025-01-03.2`");
        }

        foreach (OddEntry odd in editions.Odd.Where(odd => odd.Path != Lock && !odd.Path.Contains('/', StringComparison.Ordinal)))
        {
            if (odd.Kind is OddKind.Link or OddKind.Special) diagnostics.Add(Rules.PayloadLink, Location.Of(shown + odd.Path), "a link or a device stands among the editions", "put the edition itself there");
            if (odd.Kind == OddKind.Unreadable) diagnostics.Add(Rules.FileUnreadable, Location.Of(shown + odd.Path), "it cannot be read");
        }

        return bags;
    }

    /// <summary>The bags of a published site, each put together of its payload and its seal.</summary>
    /// <param name="editions">The site's <c>editions/</c>.</param>
    /// <param name="shown">What stands before a path in reports, with '/' at its end.</param>
    public static IReadOnlyList<(EditionId Id, BagContents Contents)> PublishedBags(FoundFolder editions, string shown, DiagnosticBag diagnostics)
    {
        FoundFolder seals = editions.Under(Seals);
        IEnumerable<string> names = editions.Top().Concat(seals.Top()).Where(entry => entry.IsFolder).Select(entry => entry.Name).Distinct();
        List<(EditionId, BagContents)> bags = [];
        foreach (string name in names)
        {
            if (!EditionId.TryParse(name, out EditionId id)) continue;
            FoundFolder seal = seals.Under(name + "/");
            // Put together with the payload, it would stand before what readers see.
            foreach (string path in seal.Files.Paths.Select(path => path.Value).Concat(seal.Odd.Select(odd => odd.Path)).Where(BagContents.IsPayload))
                diagnostics.Add(Rules.SealBroken, Location.Of($"{shown}{Seals}{name}/{path}"), "a seal holds no payload", "remove it: it was not there when the edition was sealed");
            seal = new FoundFolder(new FileTree(seal.Files.Where(file => !BagContents.IsPayload(file.Key.Value))), [.. seal.Odd.Where(odd => !BagContents.IsPayload(odd.Path))]);
            FoundFolder whole = editions.Under(name + "/").Within(BagContents.Payload).With(seal);
            bags.Add((id, new BagContents(whole, $"{shown}{Seals}{name}/", $"{shown}{name}/")));
        }

        return bags;
    }

    /// <summary>Verifies each edition and the chain between them. The editions that have a seal, in order.</summary>
    public static IReadOnlyList<SealedEdition> Verify(IReadOnlyList<(EditionId Id, BagContents Contents)> bags, DiagnosticBag diagnostics)
    {
        SealedEdition[] editions = [.. bags.OrderBy(bag => bag.Id).SelectMany(bag => VerifyOne(bag.Id, bag.Contents, diagnostics))];
        EditionChain.Check(editions, diagnostics);
        return editions;
    }

    /// <summary>Verifies an edition by itself: it may lie far from its predecessor. Nothing for a folder without a seal, which is reported.</summary>
    public static IReadOnlyList<SealedEdition> VerifyOne(EditionId id, BagContents contents, DiagnosticBag diagnostics)
    {
        if (!contents.Files.Contains(EditionFiles.Declaration) && !contents.Files.Contains(EditionFiles.Seal))
        {
            diagnostics.Add(Rules.EditionUnsealed, contents.At(BagContents.Payload), $"`{id}` has no seal", "without one nobody can tell what it was: take it from another copy, or remove the folder");
            return [];
        }

        DiagnosticBag own = new();
        Bag bag = BagReader.Read(contents, own);
        BagCheck.Check(bag, own);
        SealedEdition edition = EditionReader.Read(bag, id, own);
        diagnostics.AddRange(own);
        return [edition];
    }

    /// <summary>Whether a folder is a bag, be it one that has lost some of its tag files.</summary>
    public static bool LooksLikeBag(FoundFolder folder) =>
        folder.Files.Contains(EditionFiles.Declaration) || folder.Top().Any(entry => BagReader.IsManifest(entry.Name));

    /// <summary>The edition that a bag says that it holds, or null.</summary>
    public static EditionId? NameOf(BagContents contents)
    {
        BagInfo info = BagReader.Read(contents, new DiagnosticBag()).Info;
        return info.Value(EditionLabels.Kind) is not null && EditionId.TryParse(info.Value(EditionLabels.Edition), out EditionId id) ? id : null;
    }

    /// <summary>The files of a published site that are its editions: payloads byte for byte, and the tag files beside.</summary>
    public static FileTree Publish(IReadOnlyList<SealedEdition> editions) => new(editions.SelectMany(edition => edition.Bag.Contents.Files.Select(file => KeyValuePair.Create(
        FilePath.Parse(BagContents.IsPayload(file.Key.Value) ? $"{Published}{edition.Id}/{file.Key.Value[BagContents.Payload.Length..]}" : $"{Published}{Seals}{edition.Id}/{file.Key}"),
        file.Value))));
}
