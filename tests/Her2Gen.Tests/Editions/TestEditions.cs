using System.Text;
using Her2Gen.Diagnostics;
using Her2Gen.Editions;
using Her2Gen.Files;

namespace Her2Gen.Tests.Editions;

/// <summary>Small editions, sealed in memory.</summary>
internal static class TestEditions
{
    public static readonly Work Work = new("Test", "A title", "A summary.", "en", "Nobody", "https://creativecommons.org/licenses/by/4.0/", [("Nobody", true)]);

    public static EditionId Id(string text) => EditionId.TryParse(text, out EditionId id) ? id : throw new FormatException(text);

    public static FileTree Tree(params (string Path, string Text)[] files) =>
        new(files.Select(file => KeyValuePair.Create(FilePath.Parse(file.Path), (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(file.Text))));

    public static FileTree Payload(string text) => Tree(("index.html", $"<title>{text}</title>\n"), ("assets/a.css", "a { }\n"), ("source/content/article.md", text + "\n"));

    /// <summary>The bag of an edition after another.</summary>
    public static FileTree Seal(string id, FileTree payload, SealedEdition? before = null) =>
        Her2Gen.Editions.Seal.Of(payload, Work, new EditionFacts(Id(id), EditionKind.NewEdition, "Everything.", before is not null, Id(id).Date, before is null ? null : new Predecessor(before.Id, before.SealDigest)), "1.2.3");

    /// <summary>Editions of these names, each after the one before it.</summary>
    public static IReadOnlyList<SealedEdition> Chain(params string[] ids)
    {
        List<SealedEdition> chain = [];
        foreach (string id in ids)
        {
            FileTree bag = Seal(id, Payload($"text of {id}"), chain.LastOrDefault());
            chain.AddRange(EditionArchive.VerifyOne(Id(id), In(bag, id), new DiagnosticBag()));
        }

        return chain;
    }

    public static BagContents In(FileTree bag, string id) => BagContents.In(new FoundFolder(bag, []), id + "/");

    /// <summary>What is said of these bags, as editions and as a chain.</summary>
    public static string Said(params (string Id, FileTree Bag)[] bags)
    {
        DiagnosticBag diagnostics = new();
        EditionArchive.Verify([.. bags.Select(bag => (Id(bag.Id), In(bag.Bag, bag.Id)))], diagnostics);
        return string.Join('\n', diagnostics.Sorted());
    }

    public static FileTree Bag(SealedEdition edition) => edition.Bag.Contents.Files;

    public static FileTree Without(FileTree files, string path) => new(files.Where(file => file.Key.Value != path));

    public static string Text(FileTree files, string path)
    {
        Assert.True(files.TryGet(FilePath.Parse(path), out ReadOnlyMemory<byte> bytes), path);
        return Encoding.UTF8.GetString(bytes.Span);
    }
}
