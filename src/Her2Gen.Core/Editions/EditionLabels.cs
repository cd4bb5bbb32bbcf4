namespace Her2Gen.Editions;

/// <summary>The labels of an edition's <c>bag-info.txt</c>: those of RFC 8493, 2.2.2, and from <see cref="Kind"/> on our own, which it allows.</summary>
internal static class EditionLabels
{
    public const string Organization = "Source-Organization";
    public const string Description = "External-Description";
    public const string Identifier = "External-Identifier";
    public const string Date = "Bagging-Date";
    public const string Oxum = "Payload-Oxum";
    public const string Group = "Bag-Group-Identifier";
    public const string Edition = "Internal-Sender-Identifier";
    public const string Kind = "Edition-Kind";
    public const string ConclusionsChanged = "Conclusions-Changed";
    public const string EvidenceDate = "Evidence-Date";
    public const string Predecessor = "Predecessor-Edition";
    public const string PredecessorSeal = "Predecessor-Tagmanifest-SHA512";
}
