namespace Her2Gen.References.Csl;

/// <summary>A name variable's one name, in the parts that CSL-JSON gives it.</summary>
/// <param name="Literal">The whole name of a group, or of a person whose name has no parts; empty otherwise.</param>
/// <param name="DroppingParticle">Left out when only the family name is shown: "de" in "Guy de Maupassant".</param>
/// <param name="NonDroppingParticle">Kept with the family name: "van" in "Vincent van Gogh".</param>
public sealed record CslName(string Literal, string Family, string Given, string DroppingParticle, string NonDroppingParticle, string Suffix)
{
    /// <summary>Whether a comma parts the suffix from the name in reading order.</summary>
    public bool CommaSuffix { get; init; }

    /// <summary>Whether the name is never turned round: family name first, as in Hungarian.</summary>
    public bool StaticOrdering { get; init; }

    /// <summary>Whether its family name is whole, though it starts as if with a particle.</summary>
    public bool IsWhole { get; init; }

    /// <summary>As running text has it: "van Gogh", "d'Alembert".</summary>
    public string FamilyWithParticles => string.Concat(new[] { DroppingParticle, NonDroppingParticle }.Where(particle => particle.Length > 0).Select(particle => particle[^1] is '\'' or '’' or '-' or ' ' ? particle : particle + " ")) + Family;

    internal bool IsLiteral => Literal.Length > 0;

    internal bool IsPerson => !IsLiteral && (Family.Length > 0 || Given.Length > 0);
}
