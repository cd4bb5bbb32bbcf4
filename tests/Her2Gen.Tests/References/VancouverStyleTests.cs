using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.References;

namespace Her2Gen.Tests.References;

public sealed class VancouverStyleTests
{
    [Theory]
    [InlineData(0, "Title.", "Title")]
    [InlineData(1, "A1 B. Title.", "A1")]
    [InlineData(2, "A1 B, A2 B. Title.", "A1 and A2")]
    [InlineData(3, "A1 B, A2 B, A3 B. Title.", "A1 et al.")]
    [InlineData(6, "A1 B, A2 B, A3 B, A4 B, A5 B, A6 B. Title.", "A1 et al.")]
    [InlineData(7, "A1 B, A2 B, A3 B, A4 B, A5 B, A6 B, et al. Title.", "A1 et al.")]
    [InlineData(40, "A1 B, A2 B, A3 B, A4 B, A5 B, A6 B, et al. Title.", "A1 et al.")]
    public void Six_authors_are_named_and_the_others_are_et_al(int count, string listed, string inText)
    {
        string authors = string.Join(", ", Enumerable.Range(1, count).Select(n => $$"""{"family": "A{{n}}", "given": "B"}"""));
        Reference reference = Read($$"""{"id": "a", "title": "Title", "author": [{{authors}}]}""");
        Assert.Equal((listed, inText), (VancouverStyle.Format(reference), VancouverStyle.InText(reference)));
    }

    [Theory]
    [InlineData("""{"family": "Slamon", "given": "D J"}""", "Slamon DJ", "Slamon")]
    [InlineData("""{"family": "Slamon", "given": "D.J."}""", "Slamon DJ", "Slamon")]
    [InlineData("""{"family": "Leyland-Jones", "given": "Brian"}""", "Leyland-Jones B", "Leyland-Jones")]
    [InlineData("""{"family": "Sartre", "given": "Jean-Paul"}""", "Sartre JP", "Sartre")]
    [InlineData("""{"family": "Berg", "given": "anna", "non-dropping-particle": "van den"}""", "van den Berg A", "van den Berg")]
    [InlineData("""{"family": "Humboldt", "given": "A", "dropping-particle": "von"}""", "von Humboldt A", "von Humboldt")]
    [InlineData("""{"family": "Perez", "given": "Edith A", "suffix": "3rd"}""", "Perez EA 3rd", "Perez")]
    [InlineData("""{"family": "Östör", "given": "Élise"}""", "Östör É", "Östör")]
    [InlineData("""{"family": "Plato"}""", "Plato", "Plato")]
    [InlineData("""{"literal": "HER2 Study Group"}""", "HER2 Study Group", "HER2 Study Group")]
    public void A_name_is_set_with_its_initials(string author, string listed, string inText)
    {
        Reference reference = Read($$"""{"id": "a", "title": "T", "author": [{{author}}]}""");
        Assert.Equal((listed + ". T.", inText), (VancouverStyle.Format(reference), VancouverStyle.InText(reference)));
    }

    [Fact]
    public void A_literal_et_al_ends_the_names_with_one_full_stop()
    {
        Reference reference = Read("""{"id": "a", "title": "T", "author": [{"family": "Slamon", "given": "D"}, {"literal": "et al."}]}""");
        Assert.Equal(("Slamon D, et al. T.", "Slamon et al."), (VancouverStyle.Format(reference), VancouverStyle.InText(reference)));
    }

    [Theory]
    [InlineData("783-792", "783-92")]
    [InlineData("783–792", "783-92")]
    [InlineData("1123-1130", "1123-30")]
    [InlineData("177-182", "177-82")]
    [InlineData("199-200", "199-200")]
    [InlineData("98-104", "98-104")]
    [InlineData("98–104", "98-104")]
    [InlineData("235-235", "235")]
    [InlineData("783-92", "783-92")]
    [InlineData("e100-e110", "e100-e110")]
    [InlineData("S1-S9, S12", "S1-S9, S12")]
    [InlineData("1234", "1234")]
    public void The_last_page_drops_the_digits_that_it_shares(string written, string set) => Assert.Equal(
        $"T. J. 2001;1:{set}.",
        VancouverStyle.Format(Read($$"""{"id": "a", "title": "T", "container-title": "J", "issued": {"date-parts": [[2001]]}, "volume": 1, "page": "{{written}}"}""")));

    // Citing Medicine, chapter 1: without volume and issue, the pages follow the date behind a colon.
    [Theory]
    [InlineData(""" "container-title": "J", "issued": {"date-parts": [[2001, 3, 15]]}, "volume": "344", "issue": "11", "page": "783-792" """, "T. J. 2001;344(11):783-92.")]
    [InlineData(""" "container-title": "J", "issued": {"date-parts": [[2001]]}, "volume": "344", "page": "783" """, "T. J. 2001;344:783.")]
    [InlineData(""" "container-title": "J", "issued": {"date-parts": [[2001]]}, "volume": "344" """, "T. J. 2001;344.")]
    [InlineData(""" "container-title": "J", "issued": {"date-parts": [[2001]]}, "issue": "11", "page": "783" """, "T. J. 2001;(11):783.")]
    [InlineData(""" "container-title": "J", "issued": {"date-parts": [[2001]]}, "page": "783" """, "T. J. 2001:783.")]
    [InlineData(""" "container-title": "J", "issued": {"date-parts": [[2001]]} """, "T. J. 2001.")]
    [InlineData(""" "container-title": "J", "volume": "344", "issue": "11", "page": "783" """, "T. J. 344(11):783.")]
    [InlineData(""" "container-title": "J", "page": "783" """, "T. J. 783.")]
    [InlineData(""" "container-title": "J" """, "T. J.")]
    [InlineData(""" "issued": {"date-parts": [[2001]]} """, "T. 2001.")]
    [InlineData(""" "type": "book", "publisher": "Springer", "issued": {"date-parts": [[2001]]} """, "T. Springer; 2001.")]
    [InlineData(""" "type": "webpage", "publisher": "FDA", "URL": "https://www.fda.gov/x", "issued": {"date-parts": [[2024, 1, 2]]} """, "T. FDA; 2024.")]
    [InlineData(""" "type": "webpage", "publisher": "FDA", "URL": "https://www.fda.gov/x" """, "T. FDA.")]
    [InlineData(""" "type": "webpage", "URL": "https://www.fda.gov/x" """, "T.")]
    public void What_is_not_known_leaves_no_sign_behind(string fields, string expected) =>
        Assert.Equal(expected, VancouverStyle.Format(Read($$"""{"id": "a", "title": "T", {{fields}}}""")));

    [Theory]
    [InlineData("Is it so?", "Is it so?")]
    [InlineData("It is so!", "It is so!")]
    [InlineData("It is so.", "It is so.")]
    [InlineData("It is so", "It is so.")]
    public void A_title_ends_in_one_sign(string title, string expected) =>
        Assert.Equal(expected, VancouverStyle.Format(Read($$"""{"id": "a", "title": "{{title}}"}""")));

    private static Reference Read(string item)
    {
        DiagnosticBag diagnostics = new();
        Reference reference = Assert.Single(ReferenceReader.Read(new SourceText("a.json", $"[{item}]"), diagnostics).Values);
        Assert.Empty(diagnostics.Sorted());
        return reference;
    }
}
