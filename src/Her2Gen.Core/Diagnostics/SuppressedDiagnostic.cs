namespace Her2Gen.Diagnostics;

/// <summary>A finding that is let pass, and the entry that says so.</summary>
public sealed record SuppressedDiagnostic(Diagnostic Diagnostic, Suppression Suppression);
