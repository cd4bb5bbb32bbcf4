using System.Reflection;
using Her2Gen.Files;

namespace Her2Gen.Disk;

/// <summary>Files that travel inside the program.</summary>
internal static class Embedded
{
    /// <summary>The embedded files below a folder, with paths from there on.</summary>
    /// <param name="folder">With '/' at its end: <c>templates/</c>, <c>starter/</c>.</param>
    public static FileTree Under(string folder)
    {
        Assembly program = typeof(Embedded).Assembly;
        return new FileTree(program.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .Select(name => KeyValuePair.Create(FilePath.Parse(name[folder.Length..].Replace('\\', '/')), Bytes(program, name))));
    }

    private static ReadOnlyMemory<byte> Bytes(Assembly program, string name)
    {
        using Stream stream = program.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"no resource {name}");
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
