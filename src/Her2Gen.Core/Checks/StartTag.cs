using AngleSharp.Html.Parser.Tokens.Struct;

namespace Her2Gen.Checks;

/// <summary>A start tag as the readers of a page's facts see it; gone with the tokenizer's next step.</summary>
internal readonly ref struct StartTag
{
    // Taken once: the token gives a copy of them each time it is asked.
    private readonly StructAttributes attributes;

    // A bit for each name that may be there: most questions are for one that is not.
    private readonly ulong present;

    public StartTag(ref StructHtmlToken token)
    {
        attributes = token.Attributes;
        Name = token.Name.Memory.Span;
        Offset = token.Position.Index;
        IsSelfClosing = token.IsSelfClosing;
        for (int i = 0; i < attributes.Count; i++) present |= SignOf(attributes[i].Name.Memory.Span);
        Role = Value("role");
        Relations = Name is "a" or "link" && Says("rel") ? Value("rel").ToString().ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) : [];
    }

    public ReadOnlySpan<char> Name { get; }

    /// <summary>Where it starts in the page's text.</summary>
    public int Offset { get; }

    public bool IsSelfClosing { get; }

    /// <summary>The value of <c>role</c>; empty when it is missing.</summary>
    public ReadOnlySpan<char> Role { get; }

    /// <summary>What a link says that its target is (<c>rel</c>), in lower case.</summary>
    public string[] Relations { get; }

    /// <summary>How many attributes it has.</summary>
    public int Count => attributes.Count;

    public MemoryHtmlAttributeToken this[int index] => attributes[index];

    /// <summary>Whether an attribute is there.</summary>
    public bool Has(ReadOnlySpan<char> name) => IndexOf(name) >= 0;

    /// <summary>Whether an attribute is there and says something.</summary>
    public bool Says(ReadOnlySpan<char> name) => !Value(name).IsWhiteSpace();

    /// <summary>The value of an attribute; empty when it is missing.</summary>
    public ReadOnlySpan<char> Value(ReadOnlySpan<char> name) => IndexOf(name) is var index and >= 0 ? attributes[index].Value.Memory.Span : [];

    /// <summary>The value of an attribute; null when it is missing.</summary>
    public string? Text(ReadOnlySpan<char> name) => IndexOf(name) is var index and >= 0 ? SharedText.Of(attributes[index].Value.Memory.Span) : null;

    /// <summary>Where the name of an attribute starts; where the tag does when it is missing.</summary>
    public int OffsetOf(ReadOnlySpan<char> name) => IndexOf(name) is var index and >= 0 ? attributes[index].Position.Index : Offset;

    /// <summary>Whether a label names the element, and not only what it holds.</summary>
    public bool IsLabelled() => Says("aria-label") || Says("aria-labelledby") || Says("title");

    /// <summary>Whether the element is kept from readers.</summary>
    public bool IsHidden() => Has("hidden") || Value("aria-hidden").Equals("true", StringComparison.OrdinalIgnoreCase);

    private int IndexOf(ReadOnlySpan<char> name)
    {
        if ((present & SignOf(name)) == 0) return -1;
        for (int i = 0; i < attributes.Count; i++)
            if (attributes[i].Name.Memory.Span.SequenceEqual(name)) return i;
        return -1;
    }

    private static ulong SignOf(ReadOnlySpan<char> name) => name.IsEmpty ? 0 : 1UL << ((name[0] * 5 + name[^1] + name.Length * 11) & 63);
}
