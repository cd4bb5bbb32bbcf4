using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Her2Gen.Templates;

/// <summary>The attributes of a directive, for its template: one that the author did not give is null.</summary>
public sealed class AttributesModel : ScriptObject
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    /// <param name="attributes">As written; a template names them with <c>_</c> for a hyphen.</param>
    // By default, Scriban looks by reflection for functions in the type of each object that is made, and offers them to templates.
    public AttributesModel(IReadOnlyDictionary<string, string> attributes)
        : base(attributes.Count, autoImportStaticsFromThisType: false)
    {
        foreach ((string name, string value) in attributes) SetValue(NameOf(name), value, readOnly: true);
    }

    /// <summary>What the template asked for so far.</summary>
    public IReadOnlyCollection<string> Asked => asked;

    public static string NameOf(string attribute) => attribute.Replace('-', '_');

    public override bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value)
    {
        asked.Add(member);
        if (!base.TryGetValue(context, span, member, out value)) value = null;
        return true;
    }

    public override bool Contains(string member) => true;
}
