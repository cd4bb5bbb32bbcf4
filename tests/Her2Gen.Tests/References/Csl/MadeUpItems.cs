using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Her2Gen.Tests.References.Csl;

/// <summary>Two hundred works that do not exist, of every CSL type, the same each time: for the comparison with citeproc-js.</summary>
internal sealed class MadeUpItems
{
    private static readonly string[] Types =
    [
        "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter", "classic", "collection", "dataset", "document", "entry", "entry-dictionary",
        "entry-encyclopedia", "event", "figure", "graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture", "musical_score", "pamphlet", "paper-conference", "patent",
        "performance", "periodical", "personal_communication", "post", "post-weblog", "regulation", "report", "review", "review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage",
    ];

    private static readonly string[] Families = ["Aalto", "Berg", "Curiel-Lewis", "Dvořák", "Eriksson", "Fontaine", "Gómez Pérez", "Humboldt", "Ito", "Jørgensen", "O'Neill", "Kim", "Vlist", "Ørsted", "Žukauskas"];
    private static readonly string[] Givens = ["Anna", "Bert M.", "C. D.", "Dörte", "Élise-Marie", "F.", "Jean-Paul", "Kaito", "L M", "Mary Ann", "N.O."];
    private static readonly string[] Words = ["survival", "of", "the", "randomised", "trial", "in", "breast", "cancer", "HER2-positive", "pertuzumab", "and", "a", "kinase", "study:", "outcomes", "with", "T-DM1", "β-catenin", "<i>in vitro</i>", "phase III", "<sup>18</sup>F", "“low”", "patients'", "\"high\"", "& beyond"];
    private static readonly string[] Containers = ["Annals of Made-up Oncology", "J. Imag. Med.", "The Invented Review", "Handbook of nothing: a guide", "Acta Ficta"];

    private uint state = 20250103;

    /// <summary>The works as one CSL-JSON library.</summary>
    public static string Write(int count)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartArray();
            MadeUpItems items = new();
            for (int i = 0; i < count; i++) items.WriteItem(json, i);
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private int Below(int limit)
    {
        state = (state * 1664525) + 1013904223;
        return (int)((state >> 8) % (uint)limit);
    }

    private bool Chance(int percent) => Below(100) < percent;

    private string OneOf(string[] choices) => choices[Below(choices.Length)];

    private void WriteItem(Utf8JsonWriter json, int number)
    {
        json.WriteStartObject();
        json.WriteString("id", $"made-up-{number:000}");
        json.WriteString("type", Types[number % Types.Length]);
        if (Chance(92)) json.WriteString("title", Title());
        if (Chance(85)) WriteNames(json, "author", 9);
        foreach ((string role, int percent) in new[] { ("editor", 35), ("translator", 15), ("container-author", 8), ("interviewer", 8), ("recipient", 6), ("collection-editor", 6) })
            if (Chance(percent)) WriteNames(json, role, 3);
        if (Chance(90)) WriteDate(json, "issued");
        foreach ((string date, int percent) in new[] { ("accessed", 35), ("event-date", 15), ("original-date", 8), ("submitted", 5) })
            if (Chance(percent)) WriteDate(json, date);
        WriteTexts(json, number);
        json.WriteEndObject();
    }

    private void WriteTexts(Utf8JsonWriter json, int number)
    {
        if (Chance(70)) json.WriteString("container-title", OneOf(Containers));
        if (Chance(20)) json.WriteString("container-title-short", "Ann Made-up Oncol");
        if (Chance(15)) json.WriteString("title-short", OneOf(Words));
        if (Chance(60)) json.WriteString("volume", Chance(80) ? $"{Below(300) + 1}" : OneOf(["Suppl 2", "12A", "3-4", "IX"]));
        if (Chance(50)) json.WriteString("issue", Chance(80) ? $"{Below(24) + 1}" : OneOf(["3-4", "Suppl", "7A"]));
        if (Chance(60)) json.WriteString("page", OneOf(["783-792", "1123–1130", "e12-e18", "45", "S1-S9, S12", "99-104", "235-235", "iv-ix", "100-4", "CD006243"]));
        if (Chance(35)) json.WriteString("edition", OneOf(["2", "3rd", "1", "Revised", "11"]));
        if (Chance(60)) json.WriteString("publisher", OneOf(["Nowhere Press", "Imaginary & Sons", "University of Elsewhere"]));
        if (Chance(50)) json.WriteString("publisher-place", OneOf(["Elsewhere", "New Nowhere (NX)"]));
        if (Chance(25)) json.WriteString("collection-title", "Studies in fiction");
        if (Chance(15)) json.WriteString("collection-number", $"{Below(40) + 1}");
        if (Chance(25)) json.WriteString("number", Chance(70) ? $"{Below(9000) + 100}" : "NX 12/345");
        if (Chance(15)) json.WriteString("number-of-volumes", $"{Below(4) + 1}");
        if (Chance(15)) json.WriteString("number-of-pages", $"{Below(700) + 20}");
        if (Chance(25)) json.WriteString("genre", OneOf(["PhD thesis", "technical report", "letter", "podcast episode"]));
        if (Chance(15)) json.WriteString("medium", OneOf(["DVD", "print", "Internet"]));
        if (Chance(20)) json.WriteString("event-title", "Meeting of the Absent");
        if (Chance(15)) json.WriteString("event-place", "Atlantis");
        if (Chance(12)) json.WriteString("section", $"{Below(90) + 1}");
        if (Chance(12)) json.WriteString("chapter-number", $"{Below(30) + 1}");
        if (Chance(12)) json.WriteString("version", "1.2");
        if (Chance(10)) json.WriteString("status", OneOf(["in press", "forthcoming"]));
        if (Chance(10)) json.WriteString("archive", "The Archive of Nothing");
        if (Chance(10)) json.WriteString("authority", "Court of Fancy");
        if (Chance(8)) json.WriteString("jurisdiction", "NX");
        if (Chance(45)) json.WriteString("URL", $"https://example.org/made-up/{number}?a=1&b=2");
        if (Chance(40)) json.WriteString("DOI", $"10.5555/made.up.{number}");
        if (Chance(25)) json.WriteString("PMID", $"{90000000 + number}");
        if (Chance(12)) json.WriteString("PMCID", $"PMC{9000000 + number}");
        if (Chance(12)) json.WriteString("ISBN", "978-0-00-000000-2");
        if (Chance(15)) json.WriteString("language", OneOf(["en", "de", "en-GB", "fr"]));
    }

    private string Title()
    {
        string[] words = [.. Enumerable.Range(0, Below(9) + 2).Select(_ => OneOf(Words))];
        string title = string.Join(' ', words);
        // citeproc-js takes a straight quotation mark that begins a title for a closing one.
        if (title[0] == '"') title = "On " + title;
        return char.ToUpperInvariant(title[0]) + title[1..] + (Chance(10) ? "?" : Chance(6) ? "!" : Chance(4) ? "." : "");
    }

    private void WriteNames(Utf8JsonWriter json, string role, int most)
    {
        json.WriteStartArray(role);
        for (int count = Below(most) + 1; count > 0; count--)
        {
            json.WriteStartObject();
            if (Chance(10))
            {
                json.WriteString("literal", OneOf(["Group of Nobody", "NOPE Investigators", "Committee for Air"]));
            }
            else
            {
                json.WriteString("family", OneOf(Families));
                if (Chance(93)) json.WriteString("given", OneOf(Givens));
                if (Chance(10)) json.WriteString("non-dropping-particle", OneOf(["van", "de la"]));
                if (Chance(5)) json.WriteString("dropping-particle", "von");
                if (Chance(6)) json.WriteString("suffix", OneOf(["Jr.", "III"]));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteDate(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject(name);
        if (Chance(5))
        {
            json.WriteString("literal", "some time ago");
        }
        else
        {
            int parts = Below(3) + 1;
            json.WriteStartArray("date-parts");
            WritePoint(json, parts, 2000);
            // Of years alone: between the parts of a range's second end, citeproc-js loses the style's delimiter.
            if (parts == 1 && Chance(12)) WritePoint(json, parts, 2012);
            json.WriteEndArray();
            if (parts == 1 && Chance(8)) json.WriteNumber("season", Below(4) + 1);
            if (Chance(8)) json.WriteBoolean("circa", true);
        }

        json.WriteEndObject();
    }

    private void WritePoint(Utf8JsonWriter json, int parts, int from)
    {
        json.WriteStartArray();
        json.WriteNumberValue(from + Below(12));
        if (parts > 1) json.WriteNumberValue(Below(12) + 1);
        if (parts > 2) json.WriteNumberValue(Below(28) + 1);
        json.WriteEndArray();
    }
}
