using Her2Gen.Diagnostics;

namespace Her2Gen.Markup;

/// <summary>A paragraph, heading, item or cell of a text, and where it was written.</summary>
/// <param name="Words">Its longest stretch of plain words, as the page shows it: by that it is found again there.</param>
/// <param name="IsCited">Whether it names a source: a reference, a value of the data, or a figure or table.</param>
/// <param name="IsParagraph">Whether it is a paragraph of running text.</param>
public sealed record WrittenBlock(Location Place, string Words, bool IsCited, bool IsParagraph);
