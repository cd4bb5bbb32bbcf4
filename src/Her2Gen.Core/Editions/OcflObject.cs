using System.Text;
using System.Text.Json;
using Her2Gen.Files;

namespace Her2Gen.Editions;

/// <summary>All editions as one object of the Oxford Common File Layout (OCFL 1.1): a version each, and each file once however many editions have it.</summary>
public static class OcflObject
{
    private const string Inventory = "inventory.json";

    /// <param name="editions">In order, at least one.</param>
    public static FileTree Of(IReadOnlyList<SealedEdition> editions)
    {
        List<KeyValuePair<FilePath, ReadOnlyMemory<byte>>> files = [File("0=ocfl_object_1.1", "ocfl_object_1.1\n"u8.ToArray())];
        SortedDictionary<string, string> manifest = new(StringComparer.Ordinal);
        List<SortedDictionary<string, List<string>>> states = [];
        for (int i = 0; i < editions.Count; i++)
        {
            SortedDictionary<string, List<string>> state = new(StringComparer.Ordinal);
            foreach ((FilePath path, ReadOnlyMemory<byte> bytes) in editions[i].Bag.Contents.Files)
            {
                string digest = DigestAlgorithm.Sha512.Of(bytes);
                if (!state.TryGetValue(digest, out List<string>? paths)) state[digest] = paths = [];
                paths.Add(path.Value);
                string stored = $"v{i + 1}/content/{path}";
                if (manifest.TryAdd(digest, stored)) files.Add(File(stored, bytes));
            }

            states.Add(state);
            byte[] inventory = WriteInventory(editions, manifest, states);
            // The newest stands at the top too, with its digest beside it: that makes the object what it is.
            foreach (string folder in i == editions.Count - 1 ? new[] { $"v{i + 1}/", "" } : [$"v{i + 1}/"])
            {
                files.Add(File(folder + Inventory, inventory));
                files.Add(File($"{folder}{Inventory}.sha512", Encoding.UTF8.GetBytes($"{DigestAlgorithm.Sha512.Of(inventory)} {Inventory}\n")));
            }
        }

        return new FileTree(files);
    }

    private static byte[] WriteInventory(IReadOnlyList<SealedEdition> editions, SortedDictionary<string, string> manifest, List<SortedDictionary<string, List<string>>> states)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, BuildRecord.Form))
        {
            json.WriteStartObject();
            json.WriteString("digestAlgorithm", DigestAlgorithm.Sha512.Name);
            json.WriteString("head", $"v{states.Count}");
            json.WriteString("id", IdOf(editions[0]));
            json.WriteStartObject("manifest");
            foreach ((string digest, string path) in manifest) WritePaths(json, digest, [path]);
            json.WriteEndObject();
            json.WriteString("type", "https://ocfl.io/1.1/spec/#inventory");
            json.WriteStartObject("versions");
            for (int i = 0; i < states.Count; i++) WriteVersion(json, $"v{i + 1}", editions[i], states[i]);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void WriteVersion(Utf8JsonWriter json, string name, SealedEdition edition, SortedDictionary<string, List<string>> state)
    {
        json.WriteStartObject(name);
        json.WriteString("created", EditionId.FormatDate(edition.Id.Date) + "T00:00:00Z");
        json.WriteString("message", $"Edition {edition.Id}. What is new: {edition.Facts.WhatsNew}");
        json.WriteStartObject("state");
        foreach ((string digest, List<string> paths) in state) WritePaths(json, digest, paths);
        json.WriteEndObject();
        json.WriteStartObject("user");
        if (IsAddress(edition.Bag.Info.Value(EditionLabels.Group))) json.WriteString("address", edition.Bag.Info.Value(EditionLabels.Group));
        json.WriteString("name", edition.Bag.Info.Value(EditionLabels.Organization));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePaths(Utf8JsonWriter json, string digest, IReadOnlyList<string> paths)
    {
        json.WriteStartArray(digest);
        foreach (string path in paths) json.WriteStringValue(path);
        json.WriteEndArray();
    }

    // OCFL asks for a URI. Without an address the object is named by the seal of its first edition (RFC 6920).
    private static string IdOf(SealedEdition first)
    {
        if (first.Bag.Info.Value(EditionLabels.Group) is { } group && IsAddress(group)) return group;
        return "ni:///sha-512;" + System.Buffers.Text.Base64Url.EncodeToString(Convert.FromHexString(first.SealDigest));
    }

    private static bool IsAddress(string? text) => text is not null && text.StartsWith("https://", StringComparison.Ordinal);

    private static KeyValuePair<FilePath, ReadOnlyMemory<byte>> File(string path, ReadOnlyMemory<byte> bytes) => KeyValuePair.Create(FilePath.Parse(path), bytes);
}
