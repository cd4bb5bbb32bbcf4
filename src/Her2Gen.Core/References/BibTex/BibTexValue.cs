namespace Her2Gen.References.BibTex;

/// <summary>The value of a field, as TeX source: without its outer braces or quotes, its pieces joined.</summary>
/// <param name="Offset">In the file, of its first sign.</param>
/// <param name="Length">In the file; that of the first piece where it has several.</param>
/// <param name="IsWritten">Whether it stands in the file as it is, so that an offset in it is one in the file.</param>
internal sealed record BibTexValue(string Text, int Offset, int Length, bool IsWritten);
