namespace Her2Gen.Editions;

/// <summary>What a token is: numbers and marks are compared as a whole, and never letter by letter.</summary>
public enum TokenKind
{
    Word,

    /// <summary>A number with its unit, a range, an interval, a P value, a date.</summary>
    Number,

    /// <summary>The mark of a citation or a note, compared by its key: renumbering is no change.</summary>
    Citation,

    /// <summary>“Figure 2”, compared by the id that it leads to: renumbering is no change.</summary>
    CrossReference,

    Space,

    Punctuation,
}
