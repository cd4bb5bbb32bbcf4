namespace Her2Gen.Diagnostics;

/// <summary>The right name that is likely meant by a wrong one, for hints.</summary>
public static class Nearest
{
    /// <summary>The candidate with the fewest edits, if they are few beside its length; the first in ordinal order among equals.</summary>
    public static string? To(string written, IEnumerable<string> candidates)
    {
        string? nearest = null;
        // Two edits make any word of two letters out of any other.
        int fewest = Math.Max(written.Length < 4 ? 1 : 2, written.Length / 3) + 1;
        if (written.Length == 0) return null;
        foreach (string candidate in candidates.Order(StringComparer.Ordinal))
        {
            if (Math.Abs(candidate.Length - written.Length) >= fewest) continue;
            int edits = Edits(written.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (edits < fewest) (nearest, fewest) = (candidate, edits);
        }

        return nearest;
    }

    /// <summary>A hint that names the nearest candidate, or none.</summary>
    public static string? Hint(string written, IEnumerable<string> candidates) =>
        To(written, candidates) is { } nearest ? $"did you mean `{nearest}`?" : null;

    // Optimal string alignment: an insertion, a deletion, a substitution or a swap of neighbours counts one.
    private static int Edits(string a, string b)
    {
        int[] before = new int[b.Length + 1];
        int[] last = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int[] row = new int[b.Length + 1];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            (before, last) = (last, row);
        }

        return last[b.Length];
    }
}
