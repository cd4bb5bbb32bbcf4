namespace Her2Gen.Data;

/// <summary>What the cells of a column hold.</summary>
public enum ColumnType
{
    Text,

    /// <summary>A decimal number with a point, as typed: its digits are its precision.</summary>
    Number,

    /// <summary>A whole number.</summary>
    WholeNumber,

    /// <summary>The key of a reference.</summary>
    Reference,
}
