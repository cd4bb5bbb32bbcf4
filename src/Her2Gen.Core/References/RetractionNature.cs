namespace Her2Gen.References;

/// <summary>What a notice says of a published work, in Retraction Watch's words.</summary>
public enum RetractionNature
{
    Retraction,
    Correction,
    ExpressionOfConcern,
    Reinstatement,
}
