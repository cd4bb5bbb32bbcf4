namespace Her2Gen.Checks;

/// <summary>What an address is for: that decides which rule speaks when it leads nowhere.</summary>
public enum AddressUse
{
    /// <summary>A reader may follow it.</summary>
    Link,

    /// <summary>The browser loads it with the page.</summary>
    Asset,

    /// <summary>A style loads it.</summary>
    Style,

    /// <summary>It tells machines where a page of this site is: canonical, Open Graph, JSON-LD, sitemap, feed.</summary>
    Identity,

    /// <summary>The browser goes there by itself.</summary>
    Redirect,
}

/// <summary>How the place of an address is found again in its file.</summary>
public enum AddressPlace
{
    /// <summary>It is the value of the attribute whose name starts at the offset.</summary>
    Value,

    /// <summary>It is a part of the value of the attribute whose name starts at the offset.</summary>
    PartOfValue,

    /// <summary>It starts at the offset.</summary>
    Text,
}

/// <summary>An address somewhere in a file.</summary>
/// <param name="Element">The element that has it; empty in a file that is no HTML.</param>
/// <param name="Attribute">The attribute that has it; empty in a text.</param>
/// <param name="Value">The address as written, with character references decoded.</param>
public sealed record AddressFact(string Element, string Attribute, string Value, AddressUse Use, int Offset, AddressPlace Place = AddressPlace.Value)
{
    /// <summary>Whether what stands behind <c>#</c> must be there: an identifier in JSON-LD may name what is no element.</summary>
    public bool HasFragment { get; init; } = true;

    /// <summary>Where a part of a value starts in it, with character references decoded.</summary>
    public int Within { get; init; }
}
