namespace Her2Gen.Editions;

/// <summary>Tokens next to one another that share one fate.</summary>
/// <param name="Tokens">As the newer edition shows them; what was removed, as the older one did.</param>
public sealed record TextRun(ChangeKind Kind, IReadOnlyList<Token> Tokens)
{
    public string Shown => string.Concat(Tokens.Select(token => token.Shown));
}
