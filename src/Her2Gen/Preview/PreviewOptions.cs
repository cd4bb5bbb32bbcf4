using Her2Gen.Editions;

namespace Her2Gen.Preview;

/// <summary>What the command line says of a preview.</summary>
/// <param name="Port">0 for any that is free.</param>
/// <param name="IsForOthers">Whether other devices may read it; else this machine alone.</param>
/// <param name="Opens">Whether the browser is opened.</param>
/// <param name="Editor">How a place in the sources is opened.</param>
/// <param name="Edition">The sealed edition to begin with; null for the working text.</param>
internal sealed record PreviewOptions(int Port, bool IsForOthers, bool Opens, EditorLink Editor, EditionId? Edition);
