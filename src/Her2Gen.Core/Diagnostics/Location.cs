namespace Her2Gen.Diagnostics;

/// <summary>A stretch of one line of a file, as an editor counts it.</summary>
/// <param name="File">The path as the author knows it, with '/'; relative to the site's folder, or to the folder that is checked.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
/// <param name="EndColumn">Behind the last column, on the same line; equal to <paramref name="Column"/> when only a point is known.</param>
public readonly record struct Location(string File, int Line, int Column, int EndColumn) : IComparable<Location>
{
    /// <summary>The file as a whole: its first line and column.</summary>
    public static Location Of(string file) => new(file, 1, 1, 1);

    public int CompareTo(Location other)
    {
        int byFile = string.CompareOrdinal(File, other.File);
        return byFile != 0 ? byFile : (Line, Column, EndColumn).CompareTo((other.Line, other.Column, other.EndColumn));
    }

    public static bool operator <(Location left, Location right) => left.CompareTo(right) < 0;

    public static bool operator >(Location left, Location right) => left.CompareTo(right) > 0;

    public static bool operator <=(Location left, Location right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Location left, Location right) => left.CompareTo(right) >= 0;

    public override string ToString() => $"{File}:{Line}:{Column}";
}
