using Her2Gen.Diagnostics;

namespace Her2Gen.Checks;

/// <summary>What a page shows, what its head and its JSON-LD tell machines, and what the downloads that describe it hold agree.</summary>
/// <remarks>Nothing is missed here: a page that does not say something cannot say it wrongly.</remarks>
internal static class AgreementCheck
{
    private const string Hint = "one of them is out of date: make both say the same";

    public static void Check(PageFacts page, CheckedSite site, DiagnosticBag diagnostics)
    {
        Statements statements = new();
        ReadPage(page, statements);
        StructuredDataReader.Read(page, statements, diagnostics);
        CitationFileReader.Read(page, site, statements, diagnostics);
        Compare(statements.Titles, Wording.SameText, diagnostics);
        CompareAuthors(statements.Authors, diagnostics);
        Compare(statements.Published, Wording.SameDate, diagnostics);
        Compare(statements.Modified, Wording.SameDate, diagnostics);
        Compare(statements.Cited, Wording.SameDate, diagnostics);
        Compare(statements.Dois, DoiLink.IsSame, diagnostics);
        Compare(statements.Languages, Wording.SameLanguage, diagnostics);
        Compare(statements.Licences, Wording.SameLicence, diagnostics);
        LeaveOutDated(statements.Addresses);
        Compare(statements.Addresses, Wording.SameAddress, diagnostics);
        CompareCited(statements, diagnostics);
        CheckByline(page, statements, diagnostics);
    }

    // An edition is cited by its dated address, and its canonical one is that of the current text.
    private static void LeaveOutDated(List<Statement> addresses)
    {
        if (addresses is [{ Source: "`canonical`" } canonical, ..]) addresses.RemoveAll(other => other.Value.StartsWith(canonical.Value + "editions/", StringComparison.Ordinal));
    }

    private static void ReadPage(PageFacts page, Statements statements)
    {
        MetadataFacts facts = page.Metadata;
        // Of several, it is not known which speaks of the page.
        if (facts.Titles is [var title]) Statements.Add(statements.Titles, "the h1", title.Text, () => page.TagAt(title.Offset));
        if (facts.Bylines.Count == 1 && facts.Authors.Count > 0) Statements.Add(statements.Authors, "the byline", [.. facts.Authors.Select(author => author.Text)], () => page.TagAt(facts.Authors[0].Offset));
        if (facts.Published is [var published]) Statements.Add(statements.Published, "the date of publication", published.Text, () => page.TagAt(published.Offset));
        if (facts.Updated is [var updated]) Statements.Add(statements.Modified, "the date of the edition", updated.Text, () => page.TagAt(updated.Offset));
        Statements.Add(statements.Languages, "`lang`", page.Lang, () => page.TagAt(0));
        ReadMetas(page, statements);
        foreach (RelationFact link in facts.Relations.Where(relation => relation.IsInHead))
        {
            if (link.Relations.Contains("canonical")) statements.Addresses.Insert(0, new Statement("`canonical`", [link.Address], () => page.TagAt(link.Offset)));
            if (link.Relations.Contains("license")) Statements.Add(statements.Licences, "`rel=license` in the head", link.Address, () => page.TagAt(link.Offset));
            if (link.Relations.Contains("cite-as")) statements.AddAddress("`cite-as`", link.Address, () => page.TagAt(link.Offset));
        }

        // A figure may have a licence of its own: one link to the page's is enough.
        RelationFact[] shown = [.. facts.Relations.Where(relation => !relation.IsInHead && relation.Relations.Contains("license"))];
        if (shown.Length > 0 && statements.Licences is [var licence, ..] && !shown.Any(link => Wording.SameLicence(link.Address, licence.Value)))
            Statements.Add(statements.Licences, "the license shown", shown[0].Address, () => page.TagAt(shown[0].Offset));
    }

    private static void ReadMetas(PageFacts page, Statements statements)
    {
        List<MetaFact> metas = page.Metadata.Metas;
        string siteName = metas.Find(meta => meta.Name == "og:site_name")?.Content ?? "";
        foreach (MetaFact meta in metas)
        {
            switch (meta.Name)
            {
                case "citation_title": Add(statements.Titles, meta, meta.Content); break;
                case "og:title" or "twitter:title": Add(statements.Titles, meta, WithoutSite(meta.Content, siteName)); break;
                case "citation_publication_date" or "citation_date": Add(statements.Cited, meta, meta.Content); break;
                case "article:published_time": Add(statements.Published, meta, meta.Content); break;
                case "article:modified_time": Add(statements.Modified, meta, meta.Content); break;
                case "citation_doi": Add(statements.Dois, meta, meta.Content); break;
                case "citation_language" or "og:locale": Add(statements.Languages, meta, meta.Content); break;
                case "citation_fulltext_html_url" or "og:url": statements.AddAddress($"`{meta.Name}`", meta.Content, () => page.TagAt(meta.Offset)); break;
            }
        }

        MetaFact[] authors = [.. metas.Where(meta => meta.Name == "citation_author")];
        Statements.Add(statements.Authors, "`citation_author`", [.. authors.Select(author => author.Content)], () => page.TagAt(authors[0].Offset));

        void Add(List<Statement> said, MetaFact meta, string value) => Statements.Add(said, $"`{meta.Name}`", value, () => page.TagAt(meta.Offset));
    }

    // "Title | Site" says nothing else than "Title".
    private static string WithoutSite(string title, string site)
    {
        if (site.Length == 0 || !title.EndsWith(site, StringComparison.Ordinal)) return title;
        string rest = title[..^site.Length];
        string bare = rest.TrimEnd(' ', '|', '-', '–', '—', '·', ':');
        return bare.Length > 0 && bare.Length < rest.TrimEnd().Length ? bare : title;
    }

    private static void Compare(List<Statement> statements, Func<string, string, bool> agree, DiagnosticBag diagnostics)
    {
        for (int i = 1; i < statements.Count; i++)
            if (!agree(statements[0].Value, statements[i].Value)) Report(statements[i], statements[0], diagnostics);
    }

    private static void CompareAuthors(List<Statement> statements, DiagnosticBag diagnostics)
    {
        for (int i = 1; i < statements.Count; i++)
            if (!SameNames(statements[0], statements[i])) Report(statements[i], statements[0], diagnostics);
    }

    // An edition is cited by its own date, and an article that has not changed since by its first.
    private static void CompareCited(Statements statements, DiagnosticBag diagnostics)
    {
        if (statements.Cited is not [var cited, ..]) return;
        Statement[] dates = [.. statements.Modified.Take(1), .. statements.Published.Take(1)];
        if (dates.Length > 0 && !dates.Any(date => Wording.SameDate(date.Value, cited.Value))) Report(cited, dates[0], diagnostics);
    }

    // A byline in which authors are not marked must at least name each.
    private static void CheckByline(PageFacts page, Statements statements, DiagnosticBag diagnostics)
    {
        if (page.Metadata.Authors.Count > 0 || page.Metadata.Bylines is not [var byline] || statements.Authors is not [var authors, ..]) return;
        string shown = Wording.OneLine(byline.Text);
        foreach (string name in authors.Values.Where(name => !new[] { name, Wording.ReadingOrder(name) }.Any(form => shown.Contains(Wording.OneLine(form), StringComparison.OrdinalIgnoreCase))))
            diagnostics.Add(Rules.MetadataDisagreement, page.TagAt(byline.Offset), $"the byline says `{shown}`, and {authors.Source} names `{Wording.OneLine(name)}`", Hint);
    }

    private static void Report(Statement statement, Statement first, DiagnosticBag diagnostics) =>
        diagnostics.Add(Rules.MetadataDisagreement, statement.Place(), $"{statement.Source} says `{statement}`, and {first.Source} `{first}`", Hint);

    private static bool SameNames(Statement one, Statement other) =>
        one.Values.Count == other.Values.Count && one.Values.Zip(other.Values).All(pair => Wording.SameName(pair.First, pair.Second));
}
