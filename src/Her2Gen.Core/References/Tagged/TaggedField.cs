namespace Her2Gen.References.Tagged;

/// <summary>A field of a record whose lines start with tags.</summary>
/// <param name="Value">On one line, however many it had.</param>
/// <param name="Offset">Of the value, in the file.</param>
/// <param name="Length">Of the value's first line.</param>
internal sealed record TaggedField(string Tag, string Value, int Offset, int Length);
