namespace Her2Gen.Checks;

/// <summary>Reads the image candidates of <c>srcset</c> and <c>imagesrcset</c> (HTML standard, 4.8.4.2.1).</summary>
internal static class SrcsetReader
{
    /// <summary>The address of each candidate, in order, and where it starts.</summary>
    public static IEnumerable<(string Address, int Index)> Read(string srcset)
    {
        int at = 0;
        while (true)
        {
            while (at < srcset.Length && (char.IsWhiteSpace(srcset[at]) || srcset[at] == ',')) at++;
            if (at >= srcset.Length) yield break;
            int start = at;
            while (at < srcset.Length && !char.IsWhiteSpace(srcset[at])) at++;
            string address = srcset[start..at];
            // A comma at its end ends the candidate; there are no descriptors then.
            if (address.EndsWith(',')) yield return (address.TrimEnd(','), start);
            else
            {
                yield return (address, start);
                at = EndOfDescriptors(srcset, at);
            }
        }
    }

    private static int EndOfDescriptors(string srcset, int at)
    {
        for (int depth = 0; at < srcset.Length && (depth > 0 || srcset[at] != ','); at++)
        {
            if (srcset[at] == '(') depth++;
            if (srcset[at] == ')') depth--;
        }

        return at;
    }
}
