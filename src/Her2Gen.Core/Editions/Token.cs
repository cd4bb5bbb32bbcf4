namespace Her2Gen.Editions;

/// <summary>The smallest piece of text that changes as a whole.</summary>
/// <param name="Text">What it is compared by: the text itself, or the key of a mark (<c>[swain2015]</c>).</param>
/// <param name="Shown">What a reader of its edition sees: the text itself, or the number of a mark (<c>3</c>).</param>
public readonly record struct Token(TokenKind Kind, string Text, string Shown)
{
    public static Token Citation(string key, string shown) => new(TokenKind.Citation, $"[{key}]", shown);

    public static Token CrossReference(string id, string shown) => new(TokenKind.CrossReference, $"[#{id}]", shown);
}
