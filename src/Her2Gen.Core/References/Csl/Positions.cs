namespace Her2Gen.References.Csl;

/// <summary>Where each cite stands among all cites of its work: first, again, or right after itself (CSL 1.0.2, "position").</summary>
internal static class Positions
{
    /// <summary>The citations with their cites' positions, in the same order.</summary>
    /// <param name="nearNotes">How many notes back a work is still near.</param>
    public static IReadOnlyList<CslCitation> Of(IReadOnlyList<CslCitation> citations, int nearNotes)
    {
        CslCitation[] placed = [.. citations];
        Place(placed, [.. Enumerable.Range(0, placed.Length).Where(i => placed[i].Note == 0)], nearNotes);
        Place(placed, [.. Enumerable.Range(0, placed.Length).Where(i => placed[i].Note > 0)], nearNotes);
        return placed;
    }

    // Citations in the text and those in notes are two sequences.
    private static void Place(CslCitation[] citations, int[] sequence, int nearNotes)
    {
        Dictionary<string, int> first = new(StringComparer.Ordinal), last = new(StringComparer.Ordinal);
        Dictionary<int, int> cites = [];
        for (int i = 0; i < sequence.Length; i++)
        {
            CslCitation citation = citations[sequence[i]];
            CslCitation? before = i > 0 ? citations[sequence[i - 1]] : null;
            if (before is not null && citation.Note > 0 && before.Note > citation.Note)
            {
                // The notes count from one again: a new chapter.
                first.Clear();
                last.Clear();
                cites.Clear();
            }

            cites[citation.Note] = cites.GetValueOrDefault(citation.Note) + citation.Cites.Count;
            List<CslCite> placed = [];
            foreach (CslCite cite in citation.Cites)
            {
                CslCite? previous = placed.Count > 0 ? placed[^1] : before is null ? null : Previous(before, citation, cites);
                CslCite next = Place(cite, previous, citation, first, last, nearNotes);
                if (citation.Note > 0 || !last.ContainsKey(cite.Id)) last[cite.Id] = citation.Note;
                first.TryAdd(cite.Id, citation.Note);
                placed.Add(next);
            }

            citations[sequence[i]] = citation with { Cites = placed };
        }
    }

    // The cite that "ibid." would mean: the last of the citation before, when there is only one to mean.
    private static CslCite? Previous(CslCitation before, CslCitation citation, Dictionary<int, int> cites)
    {
        if (before.Cites.Count == 0) return null;
        if (before.Note == citation.Note && citation.Note > 0) return before.Cites[^1];
        bool isAlone = before.Note == 0 ? before.Cites.Count == 1 : cites.GetValueOrDefault(before.Note) == 1;
        return isAlone && before.Note >= citation.Note - 1 ? before.Cites[0] : null;
    }

    private static CslCite Place(CslCite cite, CslCite? previous, CslCitation citation, Dictionary<string, int> first, Dictionary<string, int> last, int nearNotes)
    {
        if (!last.TryGetValue(cite.Id, out int note)) return cite with { Position = Position.First, FirstNote = 0, IsNearNote = false };
        Position position = Position.Subsequent;
        if (previous is not null && previous.Id == cite.Id)
        {
            bool isSame = previous.Locator == cite.Locator && (cite.Locator.Length == 0 || previous.Label == cite.Label);
            // With a locator before and none now, the whole work is cited again.
            position = isSame ? Position.Ibid : cite.Locator.Length > 0 ? Position.IbidWithLocator : Position.Subsequent;
        }

        bool isNear = citation.Note == 0 || citation.Note - note <= nearNotes;
        int firstNote = first.GetValueOrDefault(cite.Id);
        return cite with { Position = position, IsNearNote = isNear, FirstNote = firstNote == citation.Note ? 0 : firstNote };
    }
}
