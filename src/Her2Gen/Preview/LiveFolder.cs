using Her2Gen.Diagnostics;
using Her2Gen.Disk;
using Her2Gen.Editions;
using Her2Gen.Files;

namespace Her2Gen.Preview;

/// <summary>The sources of a site, held in memory: of a folder that has been read, only the files that were saved are read again.</summary>
/// <remarks>What is not plain, such as a folder with links in it or a change among sealed editions, is read again as a whole: the tree is that of <see cref="SiteFolder.ReadSources"/> at any time.</remarks>
internal sealed class LiveFolder
{
    private const string Templates = "templates/";

    private readonly SiteFolder folder;
    private readonly string root;

    public LiveFolder(SiteFolder folder)
    {
        this.folder = folder;
        root = Path.GetFullPath(folder.Root);
        ReadAll();
    }

    public FileTree Sources { get; private set; } = FileTree.Empty;

    /// <summary>What reading them found.</summary>
    public IReadOnlyList<Diagnostic> Found { get; private set; } = [];

    /// <summary>Reads what has changed. False when nothing has that a build would see.</summary>
    public bool Update(SourceChanges changes)
    {
        FileTree before = Sources;
        IReadOnlyList<Diagnostic> said = Found;
        if (changes.IsEverything || Found.Count > 0 || !TryUpdate(changes.Files)) ReadAll();
        return !Sources.IsSameAs(before) || !Found.SequenceEqual(said);
    }

    private void ReadAll()
    {
        DiagnosticBag diagnostics = new();
        Sources = folder.ReadSources(diagnostics) ?? FileTree.Empty;
        Found = diagnostics.Places();
    }

    private bool TryUpdate(IReadOnlySet<string> files)
    {
        if (Sources.Count == 0) return false;
        FileTree updated = Sources;
        foreach (string file in files)
        {
            string path = Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/');
            if (path.Split('/').Any(FolderReader.IsPassedOver) && !path.StartsWith(EditionArchive.Folder, StringComparison.Ordinal)) continue;
            if (!IsPlain(path) || !FilePath.TryParse(path, out FilePath source) || !FolderReader.TryReadFile(file, out ReadOnlyMemory<byte>? bytes)) return false;
            // The theme's own may stand under a template that is gone.
            if (bytes is null && path.StartsWith(Templates, StringComparison.Ordinal)) return false;
            updated = bytes is { } read ? updated.With(source, read) : updated.Without(source);
        }

        Sources = updated;
        return true;
    }

    // Editions are read to be verified, and templates under other names than they have on disk.
    private static bool IsPlain(string path) =>
        (path.StartsWith("content/", StringComparison.Ordinal) && !path.StartsWith(EditionArchive.Folder, StringComparison.Ordinal))
        || (path.StartsWith(Templates, StringComparison.Ordinal) && !path.EndsWith(".scriban", StringComparison.Ordinal) && path != Templates + "README.md");
}
