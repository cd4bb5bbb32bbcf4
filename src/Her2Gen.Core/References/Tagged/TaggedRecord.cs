using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.References.Csl;

namespace Her2Gen.References.Tagged;

/// <summary>The fields of one record, on their way to an item of CSL.</summary>
internal sealed class TaggedRecord(IReadOnlyList<TaggedField> fields, CslItem item, SourceText source)
{
    private readonly Dictionary<string, Location> places = new(StringComparer.Ordinal);

    public CslItem Item { get; } = item;

    /// <summary>Where each variable stands.</summary>
    public IReadOnlyDictionary<string, Location> Places => places;

    public IEnumerable<TaggedField> All(params string[] tags) => fields.Where(field => tags.Contains(field.Tag) && field.Value.Length > 0);

    /// <summary>The first field of the first tag that there is.</summary>
    public TaggedField? First(params string[] tags) => tags.Select(tag => All(tag).FirstOrDefault()).FirstOrDefault(field => field is not null);

    public string Text(params string[] tags) => First(tags)?.Value ?? "";

    /// <summary>Sets a variable to what the first of some fields holds, if that makes anything.</summary>
    public void Set(string variable, Func<string, string>? make, params string[] tags)
    {
        if (First(tags) is { } field) Put(variable, make is null ? field.Value : make(field.Value), field);
    }

    public void Put(string variable, string text, TaggedField field)
    {
        Item.With(variable, text);
        PlaceAt(variable, field);
    }

    public void Put(string variable, CslDate date, TaggedField field)
    {
        Item.With(variable, date);
        PlaceAt(variable, field);
    }

    /// <summary>Sets a variable to the names that some fields hold, in their order.</summary>
    public void PutNames(string variable, Func<TaggedField, CslName> make, params string[] tags)
    {
        TaggedField[] found = [.. All(tags)];
        if (found.Length == 0) return;
        Item.With(variable, [.. found.Select(make)]);
        PlaceAt(variable, found[0]);
    }

    private void PlaceAt(string variable, TaggedField field) => places.TryAdd(variable, source.At(field.Offset, field.Length));
}
