namespace Her2Gen.Preview;

/// <summary>How a place in the sources is opened: an address with <c>{file}</c>, <c>{line}</c> and <c>{column}</c> in it; without one, the place is copied.</summary>
/// <remarks>The file is named by its full path, without the '/' that this begins with.</remarks>
/// <param name="Template">Null to copy.</param>
internal sealed record EditorLink(string? Template)
{
    public const string Usual = "vscode://file/{file}:{line}:{column}";

    private const string Copy = "copy";

    /// <summary>Null when a template names no file, or runs a script.</summary>
    public static EditorLink? Parse(string written)
    {
        if (written == Copy) return new EditorLink(Template: null);
        bool isAddress = written.Contains("{file}", StringComparison.Ordinal) && Uri.TryCreate(written.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal), UriKind.Absolute, out Uri? address)
            && address.Scheme is not ("javascript" or "data");
        return isAddress ? new EditorLink(written) : null;
    }

    /// <summary>The address of a place; null when it is to be copied.</summary>
    /// <param name="root">The site's folder on disk.</param>
    /// <param name="file">As diagnostics name it.</param>
    public string? To(string root, string file, int line, int column)
    {
        if (Template is null) return null;
        string path = Path.GetFullPath(file, root).Replace(Path.DirectorySeparatorChar, '/');
        string encoded = string.Join('/', path.TrimStart('/').Split('/').Select(Uri.EscapeDataString));
        return Template.Replace("{file}", encoded, StringComparison.Ordinal).Replace("{line}", $"{line}", StringComparison.Ordinal).Replace("{column}", $"{column}", StringComparison.Ordinal);
    }
}
