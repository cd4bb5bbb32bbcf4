namespace Her2Gen.References;

/// <summary>The notices that a site keeps, as of one day.</summary>
/// <param name="File">As the author knows it: <c>content/retractions/2026-11-01.csv</c>.</param>
/// <param name="Date">That the file's name gives.</param>
public sealed record RetractionList(string File, DateOnly Date, IReadOnlyList<RetractionNotice> Notices);
