using Her2Gen.Data;
using Her2Gen.Diagnostics;

namespace Her2Gen.Templates;

/// <summary>What the template of a directive shares with the page around it.</summary>
/// <param name="Outline">Where <c>heading</c> adds what it draws.</param>
/// <param name="Cite">The HTML of a citation, numbered as it is drawn.</param>
/// <param name="Anchor">The id of a row's place on this page, once; null where rows have none.</param>
/// <param name="Place">The directive, where its author is told what its template cannot do.</param>
public sealed record PagePart(ICollection<OutlineEntry> Outline, Func<string, string> Cite, Func<DataTable, DataRow, string?> Anchor, Location Place)
{
    /// <summary>A template that draws a whole file: no directive around it.</summary>
    public static readonly PagePart None = new([], _ => "", (_, _) => null, default);
}
