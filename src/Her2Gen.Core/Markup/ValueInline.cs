using Her2Gen.Data;
using Markdig.Syntax.Inlines;

namespace Her2Gen.Markup;

/// <summary>A value taken from the data: <c>{=trials.cleopatra-os.est}</c>.</summary>
public sealed class ValueInline(ValueName name) : LeafInline
{
    public ValueName Name { get; } = name;

    /// <summary>What it shows; null until it is looked up, and when the data do not have it.</summary>
    public FoundValue? Found { get; set; }

    /// <summary>The value, or its name where the data do not have it.</summary>
    public string Text => Found?.Text ?? $"{Name.Table}.{Name.Row}.{Name.Column}";
}
