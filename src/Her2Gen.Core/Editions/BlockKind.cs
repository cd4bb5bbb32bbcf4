namespace Her2Gen.Editions;

/// <summary>What form a block of text has.</summary>
public enum BlockKind
{
    Heading,
    Paragraph,
    ListItem,
    Quotation,
    Code,
    Box,
    Label,
    Caption,

    /// <summary>A term or a statement, and what is said of it.</summary>
    Definition,

    /// <summary>A picture: its file, its alternative, its caption.</summary>
    Figure,

    /// <summary>The column heads of a table.</summary>
    TableHead,

    /// <summary>A row of a table, cell by cell.</summary>
    TableRow,

    /// <summary>An entry of the reference list, by its key.</summary>
    Reference,
}
