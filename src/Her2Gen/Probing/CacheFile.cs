using Her2Gen.Diagnostics;
using Her2Gen.Links;

namespace Her2Gen.Probing;

/// <summary>The file that a cache of links is kept in.</summary>
internal static class CacheFile
{
    /// <summary>The cache; an empty one when there is no file yet, or none is named. Null, and a diagnostic, when the file cannot be read.</summary>
    /// <param name="shown">The path as the user knows it.</param>
    public static LinkCache? Read(string? file, string shown, DiagnosticBag diagnostics)
    {
        if (file is null || !File.Exists(file)) return LinkCache.Empty;
        try
        {
            return LinkCacheReader.Read(shown, File.ReadAllBytes(file), diagnostics);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(Rules.FileUnreadable, Location.Of(shown), "the cache of links cannot be read");
            return null;
        }
    }

    /// <summary>Writes it whole or not at all. What refuses is reported.</summary>
    public static void Write(string? file, string shown, LinkCache cache, DiagnosticBag diagnostics)
    {
        if (file is null) return;
        string beside = $"{file}.{Environment.ProcessId}~";
        try
        {
            File.WriteAllBytes(beside, LinkCacheWriter.Write(cache));
            File.Move(beside, file, overwrite: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(Rules.OutputBlocked, Location.Of(shown), $"the cache of links cannot be written: {refused.Message.TrimEnd('.')}");
        }
    }
}
