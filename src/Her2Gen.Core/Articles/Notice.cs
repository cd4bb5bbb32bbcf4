using Her2Gen.Editions;
using Her2Gen.Yaml;

namespace Her2Gen.Articles;

/// <summary>A dated notice on a sealed edition: it says what became of the edition, whose bytes never change.</summary>
/// <param name="Manuscript">Its text, in <c>content/notices/</c>.</param>
/// <param name="Type">Null where none of Crossref's types is named, which is reported.</param>
/// <param name="Edition">The edition that it is about; null where it names none.</param>
/// <param name="Seal">The SHA-512 of that edition's tag manifest, as written.</param>
/// <param name="Reason">Why, in a sentence or two.</param>
/// <param name="Written">Its front matter.</param>
public sealed record Notice(Manuscript Manuscript, NoticeType? Type, DateOnly? Date, EditionId? Edition, string Seal, string Reason, YamlMap Written)
{
    /// <summary>The keys of its front matter; that none is missing is checked by what ICMJE asks of a notice.</summary>
    public static readonly Schema Schema = new("notice front matter",
    [
        new("type", SchemaType.Text, Required: false, $"what kind of notice it is: {string.Join(", ", NoticeType.Known.Select(type => type.Word))}"),
        new("date", SchemaType.Date, Required: false, "the date of the notice, YYYY-MM-DD"),
        new("edition", SchemaType.Text, Required: false, "the edition that it is about, by its id"),
        new("seal", SchemaType.Text, Required: false, "the SHA-512 of the edition's tag manifest, as `her2gen editions` prints it"),
        new("title", SchemaType.Text, Required: false, "what became of the edition, in a line"),
        new("reason", SchemaType.Text, Required: false, "why, in a sentence or two"),
    ]);

    public string Title => Manuscript.Front.Title;

    public static Notice From(Manuscript manuscript, YamlMap map) => new(
        manuscript with { Front = manuscript.Front with { Summary = map.Text("reason") ?? "" } },
        NoticeType.Of(map.Text("type")),
        map.Date("date"),
        EditionId.TryParse(map.Text("edition"), out EditionId id) ? id : null,
        map.Text("seal") ?? "",
        map.Text("reason") ?? "",
        map);
}
