using System.Text;
using Her2Gen.Files;

namespace Her2Gen.Editions;

/// <summary>Makes a BagIt 1.0 bag of an edition (RFC 8493). The same payload and facts give the same bytes.</summary>
public static class Seal
{
    /// <summary>The whole bag: payload below <c>data/</c>, and the tag files.</summary>
    /// <param name="payload">The site as a reader sees it, and its sources below <c>source/</c>.</param>
    /// <param name="program">The version of the program that built it.</param>
    public static FileTree Of(FileTree payload, Work work, EditionFacts facts, string program)
    {
        FileTree described = payload.With(Tree((EditionFiles.Build, BuildRecord.Write(facts, program))));
        FileTree whole = described.With(Tree((EditionFiles.Crate, RoCrate.Write(described, work, facts, program))));
        FileTree data = FoundIn(whole, BagContents.Payload);
        FileTree tags = Tree(
            (EditionFiles.Declaration, Utf8("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")),
            (EditionFiles.Info, Utf8(Info(whole, work, facts))),
            (FilePath.Parse("manifest-sha256.txt"), Manifest(data, DigestAlgorithm.Sha256)),
            (FilePath.Parse("manifest-sha512.txt"), Manifest(data, DigestAlgorithm.Sha512)));
        return data.With(tags).With(Tree((EditionFiles.Seal, Manifest(tags, DigestAlgorithm.Sha512))));
    }

    private static string Info(FileTree payload, Work work, EditionFacts facts)
    {
        StringBuilder info = new();
        void Add(string label, string value) => info.Append(label).Append(": ").AppendJoin(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Append('\n');
        Add(EditionLabels.Organization, work.Publisher);
        Add(EditionLabels.Description, $"{work.Title}. {work.Description}");
        Add(EditionLabels.Identifier, work.IdentifierOf(facts.Id));
        Add(EditionLabels.Date, EditionId.FormatDate(facts.Id.Date));
        Add(EditionLabels.Oxum, BagCheck.OxumOf([.. payload.Select(file => file.Value)]));
        Add(EditionLabels.Group, work.Identifier);
        Add(EditionLabels.Edition, facts.Id.ToString());
        Add(EditionLabels.Kind, EditionKinds.WordOf(facts.Kind));
        Add(EditionLabels.ConclusionsChanged, facts.ConclusionsChanged ? "yes" : "no");
        Add(EditionLabels.EvidenceDate, EditionId.FormatDate(facts.EvidenceDate));
        if (facts.Predecessor is not { } before) return info.ToString();
        Add(EditionLabels.Predecessor, before.Id.ToString());
        Add(EditionLabels.PredecessorSeal, before.SealDigest);
        return info.ToString();
    }

    private static byte[] Manifest(FileTree files, DigestAlgorithm algorithm)
    {
        KeyValuePair<FilePath, ReadOnlyMemory<byte>>[] all = [.. files];
        string[] lines = new string[all.Length];
        // RFC 8493, 2.1.3: of what a path of ours can hold, only the percent sign is encoded.
        InParallel.For(all.Length, i => lines[i] = $"{algorithm.Of(all[i].Value)}  {all[i].Key.Value.Replace("%", "%25", StringComparison.Ordinal)}\n");
        return Utf8(string.Concat(lines));
    }

    private static FileTree FoundIn(FileTree files, string folder) => new FoundFolder(files, []).Within(folder).Files;

    private static FileTree Tree(params (FilePath Path, byte[] Bytes)[] files) => new(files.Select(file => KeyValuePair.Create(file.Path, (ReadOnlyMemory<byte>)file.Bytes)));

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
