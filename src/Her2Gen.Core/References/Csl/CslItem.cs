namespace Her2Gen.References.Csl;

/// <summary>A work that can be cited, as CSL-JSON describes it: variables of text, names and dates by their CSL names.</summary>
/// <remarks>Numbers are text here; a variable that is empty is not there.</remarks>
public sealed class CslItem(string id, string type)
{
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<CslName>> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CslDate> dates = new(StringComparer.Ordinal);

    public string Id { get; } = id;

    /// <summary>One of the item types of the CSL specification (appendix III).</summary>
    public string Type { get; } = type;

    /// <summary>The variable's text, or null.</summary>
    public string? Text(string variable) => texts.GetValueOrDefault(variable);

    /// <summary>The variable's names; none when it is not there.</summary>
    public IReadOnlyList<CslName> Names(string variable) => names.GetValueOrDefault(variable) ?? [];

    /// <summary>The variable's date, or null.</summary>
    public CslDate? Date(string variable) => dates.GetValueOrDefault(variable);

    /// <summary>The variables that are there, in no order.</summary>
    public IEnumerable<string> Variables() => texts.Keys.Concat(names.Keys).Concat(dates.Keys);

    internal bool Has(string variable) => texts.ContainsKey(variable) || names.ContainsKey(variable) || dates.ContainsKey(variable);

    /// <summary>BCP 47; empty where it is not known.</summary>
    public string Language => Text("language") ?? "";

    /// <summary>Sets a variable of text; empty text sets nothing.</summary>
    public CslItem With(string variable, string text)
    {
        if (text.Length > 0) texts[variable] = text;
        return this;
    }

    /// <summary>The same work under another id.</summary>
    public CslItem As(string other)
    {
        CslItem item = new(other, Type);
        foreach ((string variable, string text) in texts) item.texts[variable] = text;
        foreach ((string variable, IReadOnlyList<CslName> list) in names) item.names[variable] = list;
        foreach ((string variable, CslDate date) in dates) item.dates[variable] = date;
        return item;
    }

    /// <summary>The same work with some of its variables left out.</summary>
    public CslItem Without(params IReadOnlyList<string> variables)
    {
        CslItem item = As(Id);
        foreach (string variable in variables)
        {
            item.texts.Remove(variable);
            item.names.Remove(variable);
            item.dates.Remove(variable);
        }

        return item;
    }

    internal void Set(string variable, string text)
    {
        if (text.Length > 0) texts[variable] = text;
        else texts.Remove(variable);
    }

    /// <summary>Sets a variable of names; no names set nothing.</summary>
    public CslItem With(string variable, IReadOnlyList<CslName> list)
    {
        if (list.Count > 0) names[variable] = list;
        return this;
    }

    /// <summary>Sets a variable of dates; an empty date sets nothing.</summary>
    public CslItem With(string variable, CslDate date)
    {
        if (!date.IsEmpty || date.Circa) dates[variable] = date;
        return this;
    }
}
