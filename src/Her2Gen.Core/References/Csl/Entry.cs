namespace Her2Gen.References.Csl;

/// <summary>A work in the processor's list: its number there, and how it is told from others.</summary>
internal sealed class Entry(CslItem item, int order)
{
    public CslItem Item { get; } = item;

    /// <summary>Its place in the order the works were first given in, from 0.</summary>
    public int Order { get; } = order;

    /// <summary>Its citation number, from 1.</summary>
    public int Number { get; set; } = order + 1;

    public Clarity Clarity { get; set; } = new();

    public IReadOnlyList<string?> SortKeys { get; set; } = [];
}
