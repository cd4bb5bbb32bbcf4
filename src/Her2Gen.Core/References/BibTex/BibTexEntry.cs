namespace Her2Gen.References.BibTex;

/// <summary>An entry as it is written.</summary>
/// <param name="Type">In lower case.</param>
/// <param name="KeyOffset">In the file.</param>
/// <param name="Fields">By their names in lower case.</param>
internal sealed record BibTexEntry(string Type, int TypeOffset, string Key, int KeyOffset, IReadOnlyDictionary<string, BibTexValue> Fields);
