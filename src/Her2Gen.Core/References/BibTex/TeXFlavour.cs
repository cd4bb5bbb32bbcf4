namespace Her2Gen.References.BibTex;

/// <summary>What may come of TeX source.</summary>
internal enum TeXFlavour
{
    /// <summary>Words alone.</summary>
    Plain,

    /// <summary>Words with italics, raised signs and the like.</summary>
    Rich,

    /// <summary>The same, and what stands in braces keeps its case.</summary>
    Title,
}
