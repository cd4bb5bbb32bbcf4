namespace Her2Gen.Editions;

/// <summary>Compares two texts token by token.</summary>
public static class TextDiff
{
    private const int FewWords = 3;
    private const int ShortWord = 3;

    /// <summary>The runs of which the two texts are made: without what was added they are the older one, without what was removed the newer one.</summary>
    public static IReadOnlyList<TextRun> Of(IReadOnlyList<Token> older, IReadOnlyList<Token> newer)
    {
        Steps steps = new();
        int a = 0;
        int b = 0;
        foreach ((int inOlder, int inNewer) in WithoutCrumbs(SequenceDiff.Common([.. older.Select(token => token.Text)], [.. newer.Select(token => token.Text)]), older, newer).Append((older.Count, newer.Count)))
        {
            for (; a < inOlder; a++) steps.Add(ChangeKind.Removed, older[a]);
            for (; b < inNewer; b++) steps.Add(ChangeKind.Added, newer[b]);
            if (b < newer.Count) steps.Add(ChangeKind.Same, newer[b]);
            a++;
            b++;
        }

        return steps.Runs;
    }

    // What two rewritten stretches share by chance is no text that stayed: the space in "one two" and "three four", the "of" between two new names.
    private static List<(int Older, int Newer)> WithoutCrumbs(IReadOnlyList<(int Older, int Newer)> common, IReadOnlyList<Token> older, IReadOnlyList<Token> newer)
    {
        List<(int, int)> kept = [];
        (int Older, int Newer) last = (-1, -1);
        for (int start = 0; start < common.Count;)
        {
            int end = start + 1;
            while (end < common.Count && common[end].Older == common[end - 1].Older + 1 && common[end].Newer == common[end - 1].Newer + 1) end++;
            int before = Words(older, last.Older + 1, common[start].Older) + Words(newer, last.Newer + 1, common[start].Newer);
            last = common[end - 1];
            int after = end < common.Count ? Words(older, last.Older + 1, common[end].Older) + Words(newer, last.Newer + 1, common[end].Newer) : 0;
            Token[] shared = [.. older.Skip(common[start].Older).Take(end - start)];
            if (start == 0 || end == common.Count || !IsCrumb(shared, isAmongWords: before >= FewWords && after >= FewWords))
                kept.AddRange(Enumerable.Range(start, end - start).Select(i => common[i]));
            start = end;
        }

        return kept;
    }

    private static bool IsCrumb(Token[] shared, bool isAmongWords)
    {
        Token[] told = [.. shared.Where(token => token.Kind is not (TokenKind.Space or TokenKind.Punctuation))];
        return told.Length == 0 || (isAmongWords && told.Length < FewWords && told.All(token => token.Kind == TokenKind.Word && token.Text.Length <= ShortWord));
    }

    private static int Words(IReadOnlyList<Token> tokens, int from, int to) =>
        Enumerable.Range(from, to - from).Count(i => tokens[i].Kind is not (TokenKind.Space or TokenKind.Punctuation));

    // Of what stands between two common tokens, the removed comes first.
    private sealed class Steps
    {
        private readonly List<(ChangeKind Kind, List<Token> Tokens)> runs = [];

        public IReadOnlyList<TextRun> Runs => [.. runs.Select(run => new TextRun(run.Kind, run.Tokens))];

        public void Add(ChangeKind kind, Token token)
        {
            if (runs.Count == 0 || runs[^1].Kind != kind) runs.Add((kind, []));
            runs[^1].Tokens.Add(token);
        }
    }
}
