using System.Diagnostics;

namespace Her2Gen.Tests.Browser;

/// <summary>The repository's own site, built once into a temporary folder and served once: what readers get, from a disk and from a server.</summary>
public sealed class PublishedSite : IAsyncLifetime
{
    private readonly TemporaryFolder folder = CopySources();
    private PreviewProcess? preview;

    /// <summary>Where the built files begin, by <c>file:</c>.</summary>
    public Uri OnDisk => new(folder["site-output/"]);

    /// <summary>Where the served site begins.</summary>
    public Uri Served => preview?.Address ?? throw new UnreachableException();

    /// <summary>Every page that was built, relative to the start of the site; what stands inside pages of sealed editions is looked at there.</summary>
    public IReadOnlyList<string> Pages { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        ProcessResult built = Her2GenProcess.Run(folder.Path, "build");
        Assert.True(built.ExitCode == 0, built.Output + built.Error);
        Pages = [.. TemporaryFolder.Snapshot(folder["site-output"]).Keys.Where(file => file.EndsWith(".html", StringComparison.Ordinal) && !file.StartsWith("editions/20", StringComparison.Ordinal) && !file.StartsWith("editions/status/", StringComparison.Ordinal))];
        preview = await PreviewProcess.StartAsync(folder.Path);
    }

    public async ValueTask DisposeAsync()
    {
        if (preview is not null) await preview.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>A copy of the repository's content and templates, to be edited.</summary>
    internal static TemporaryFolder CopySources()
    {
        TemporaryFolder copy = new();
        foreach (string name in (string[])["content", "templates"])
        {
            foreach (string file in Directory.EnumerateFiles(Repository.Path(name), "*", SearchOption.AllDirectories))
            {
                string target = copy[Path.GetRelativePath(Repository.Root, file)];
                Directory.CreateDirectory(Path.GetDirectoryName(target) ?? copy.Path);
                File.Copy(file, target);
            }
        }

        return copy;
    }
}
