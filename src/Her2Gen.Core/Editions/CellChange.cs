namespace Her2Gen.Editions;

/// <summary>What became of a part of a block.</summary>
/// <param name="Column">What the part is called; empty where a block has one part only.</param>
/// <param name="Runs">Of what it is made, in both editions.</param>
public sealed record CellChange(string Column, IReadOnlyList<TextRun> Runs)
{
    public bool IsChanged { get; } = Runs.Any(run => run.Kind != ChangeKind.Same);
}
