using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Tests;

/// <summary>What a reader says of a text, to be compared whole.</summary>
internal static class Saying
{
    /// <summary>Each finding on a line, its hint on the next.</summary>
    public static string Of(DiagnosticBag diagnostics) =>
        string.Join('\n', diagnostics.Sorted().Select(d => d.Hint is null ? $"{d}" : $"{d}\n  = {d.Hint}"));

    /// <summary>What is said while a text is read, each finding with the stretch of text that it points at.</summary>
    public static string Of(SourceText source, Action<SourceText, DiagnosticBag> read)
    {
        DiagnosticBag diagnostics = new();
        read(source, diagnostics);
        return string.Join('\n', diagnostics.Sorted().Select(d => $"{d} <{Pointed(source, d.Location)}>"));
    }

    private static string Pointed(SourceText source, Location location)
    {
        int start = source.Offset(location.Line, location.Column);
        return source.Text[start..(start + location.EndColumn - location.Column)];
    }
}
