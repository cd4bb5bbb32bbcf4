using CsCheck;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.References;
using Her2Gen.References.Csl;
using Her2Gen.References.Tagged;

namespace Her2Gen.Tests.References;

/// <summary>Files of 100 records in RIS and in MEDLINE's format, put together of lines whose CSL-JSON is known, read and compared whole.</summary>
public sealed class TaggedRoundTripTests
{
    private const int Records = 100;

    private sealed record Part(string Lines, Func<CslItem, CslItem> Set);

    private static Part Text(string lines, string variable, string value) => new(lines, item => item.With(variable, value));

    private static Part Authors(string lines, params CslName[] names) => new(lines, item => item.With("author", names));

    private static Part Date(string lines, int year, int month = 0, int day = 0, int lastMonth = 0) =>
        new(lines, item => item.With("issued", new CslDate(new CslDatePoint(year, month, day), lastMonth == 0 ? null : new CslDatePoint(year, lastMonth, 0))));

    private static CslName Person(string family, string given) => new("", family, given, "", "", "");

    // One of each row.
    private static readonly Part[][] Ris =
    [
        [Text("TI  - A title: <p> & more\n", "title", "A title: <p> & more"), Text("T1  - A title\n   that goes on\n", "title", "A title that goes on"), Text("TI  -   Spaced   out \n", "title", "Spaced out")],
        [Authors("AU  - Doe, Jane A.\nAU  - A Group\n", Person("Doe", "Jane A."), new CslName("A Group", "", "", "", "", "")), Authors("A1  - van den Berg, Anna\n", new CslName("", "Berg", "Anna", "", "van den", "")), Authors("AU  - King, Martin, Jr.\n", new CslName("", "King", "Martin", "", "", "Jr.")), Authors("")],
        [Date("PY  - 2001\n", 2001), Date("PY  - 2001\nDA  - 2001/03/15/\n", 2001, 3, 15), Date("Y1  - 1999/12//\n", 1999, 12), Date("DA  - 2001///Spring\n", 2001, 13), Date("PY  - 2002\nDA  - 2001/12/31\n", 2002)],
        [Text("T2  - The Journal\nVL  - 344\n", "container-title", "The Journal"), Text("JF  - The Journal\nJA  - J\n", "container-title", "The Journal"), Text("JO  - J\n", "container-title", "J")],
        [Text("SP  - 783\nEP  - 792\n", "page", "783-792"), Text("SP  - 783-92\n", "page", "783-92"), Text("C7  - e12\n", "page", "e12"), Text("SP  - 5\nEP  - 5\n", "page", "5")],
        [Text("DO  - https://doi.org/10.1000/KEY\n", "DOI", "10.1000/KEY"), Text("UR  - http://dx.doi.org/10.1000/KEY\n", "DOI", "10.1000/KEY"), Text("UR  - https://example.org/KEY\n", "URL", "https://example.org/KEY")],
        [Text("LA  - eng\n", "language", "en"), Text("LA  - en-US\n", "language", "en-US"), Text("KW  - one\nKW  - two\n", "keyword", "one, two"), Text("N2  - Words.\n", "abstract", "Words.")],
    ];

    private static readonly Part[][] Medline =
    [
        [Text("TI  - A title that goes\n      on over lines.\n", "title", "A title that goes on over lines"), Text("TI  - [A translated title].\n", "title", "[A translated title]"), Text("TI  - Does it?\n", "title", "Does it?")],
        [Authors("FAU - Doe, Jane A\nAU  - Doe JA\nAD  - Somewhere.\nCN  - A Group\n", Person("Doe", "Jane A"), new CslName("A Group", "", "", "", "", "")), Authors("AU  - van den Berg A\n", new CslName("", "Berg", "A", "", "van den", "")), Authors("FAU - King, Martin Jr\n", new CslName("", "King", "Martin", "", "", "Jr")), Authors("")],
        [Date("DP  - 2001\n", 2001), Date("DP  - 2001 Mar 15\n", 2001, 3, 15), Date("DP  - 2001 Mar-Apr\n", 2001, 3, 0, 4), Date("DP  - 2001 Winter\n", 2001, 16), Date("DP  - 2001 Dec 28-2002 Jan 4\n", 2001, 12, 28), Date("DEP - 20010315\n", 2001, 3, 15)],
        [Text("JT  - The journal\n", "container-title", "The journal"), Text("TA  - J\n", "container-title", "J")],
        [Text("PG  - 783-92\n", "page", "783-92"), Text("VI  - 344\n", "volume", "344"), Text("IP  - 11\n", "issue", "11")],
        [Text("LID - 10.1000/KEY [doi]\nAID - S1 [pii]\n", "DOI", "10.1000/KEY"), Text("AID - 10.1000/KEY [doi]\n", "DOI", "10.1000/KEY"), Text("PMC - PMC123\n", "PMCID", "PMC123")],
        [Text("LA  - ger\n", "language", "de"), Text("IS  - 0378-5955 (Print)\n", "ISSN", "0378-5955"), Text("PT  - Retracted Publication\n", "status", "retracted"), Text("OT  - one\nOT  - two\n", "keyword", "one, two")],
    ];

    private static Gen<(string Lines, CslItem Item)> RecordOf(Part[][] rows) => Gen.Int[0, 59].Array[rows.Length].Select(picks =>
    {
        Part[] parts = [.. rows.Select((row, i) => row[picks[i] % row.Length])];
        return (string.Concat(parts.Select(part => part.Lines)), parts.Aggregate(new CslItem("KEY", "article-journal"), (item, part) => part.Set(item)));
    });

    private static void BecomesWhatItWasMadeToBe(string file, (string Lines, CslItem Item)[] records, Func<int, string> key, Func<string, string, string> whole, Func<CslItem, string, CslItem> more)
    {
        string text = string.Concat(records.Select((record, i) => whole(key(i), record.Lines.Replace("KEY", key(i), StringComparison.Ordinal))));
        IEnumerable<Reference> expected = records.Select((record, i) => new Reference(more(WithKey(record.Item, key(i)), key(i)), default));
        DiagnosticBag diagnostics = new();
        Assert.Equal(CslJsonWriter.Write(expected), CslJsonWriter.Write(ReferenceReader.Read(new SourceText(file, text), diagnostics).Values.Select(Without)));
        Assert.Equal("", Saying.Of(diagnostics));
    }

    private static CslItem WithKey(CslItem item, string key)
    {
        CslItem named = item.As(key);
        foreach (string variable in (string[])["DOI", "URL"])
            if (item.Text(variable) is { } text) named.With(variable, text.Replace("KEY", key, StringComparison.Ordinal));
        return named;
    }

    // Lines that come along with another one.
    private static Reference Without(Reference reference) => new(reference.Item.Without(reference.Item.Text("container-title") == "The Journal" ? ["volume", "container-title-short"] : []), default);

    [Fact]
    public void RIS_becomes_the_CSL_JSON_that_it_was_made_to_be() => RecordOf(Ris).Array[Records].Sample(
        records => BecomesWhatItWasMadeToBe("a.ris", records, i => $"k{i}", (key, lines) => $"TY  - JOUR\nID  - {key}\n{lines}ER  - \n\n", (item, _) => item), iter: 20);

    [Fact]
    public void MEDLINE_becomes_the_CSL_JSON_that_it_was_made_to_be() => RecordOf(Medline).Array[Records].Sample(
        records => BecomesWhatItWasMadeToBe("a.nbib", records, i => $"pmid{i + 1}", (key, lines) => $"PMID- {key["pmid".Length..]}\nOWN - NLM\n{lines}\n", (item, key) => item.With("PMID", key["pmid".Length..])), iter: 20);

    [Fact]
    public void What_RIS_has_a_tag_for_is_written_and_read_again() => RecordOf(Ris).Sample(record =>
    {
        Reference reference = new(WithKey(record.Item, "k").Without("keyword", "language"), default);
        IReadOnlyDictionary<string, Reference> read = ReferenceReader.Read(new SourceText("a.ris", RisWriter.Write(reference)), new DiagnosticBag());
        CslItem kept = Assert.Single(read.Values).Item;
        // RIS knows months and no seasons.
        string[] lost = reference.Item.Date("issued") is { Start.Month: > 12 } ? ["issued"] : [];
        Assert.Equal(CslJsonWriter.Item(reference.Item.Without(lost)), CslJsonWriter.Item(kept.Without(lost)));
    }, iter: 500);
}
