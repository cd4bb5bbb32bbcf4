using Her2Gen.Markup;
using Her2Gen.Terms;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using Scriban.Runtime;

namespace Her2Gen.Pages;

/// <summary>What a template may see of the glossary.</summary>
public static class GlossaryModel
{
    // Its template draws all terms, so that a page with it needs no list of its own.
    private const string WholeGlossary = "glossary";

    /// <summary>All terms, in alphabetical order.</summary>
    public static ScriptArray Whole(Glossary? glossary, TermIndex? index) =>
        glossary is null || index is null ? [] : List(glossary.Terms, index);

    /// <summary>The terms that a page links to, in alphabetical order; none where the page shows the whole glossary.</summary>
    public static ScriptArray OfPage(MarkdownText page, PageTerms terms, TermIndex? index)
    {
        if (index is null || terms.Linked.Count == 0 || page.Tree.Descendants<CustomContainer>().Any(directive => directive.Info == WholeGlossary)) return [];
        return List(new Glossary(terms.Linked).Terms, index);
    }

    private static ScriptArray List(IReadOnlyList<Term> terms, TermIndex index)
    {
        Dictionary<string, string> ids = terms.DistinctBy(term => term.Name).ToDictionary(term => term.Name, index.IdOf);
        return
        [
            .. terms.Select(term => new ScriptObject
            {
                ["term"] = term.Name,
                ["long"] = term.Expansion,
                ["definition"] = term.Definition,
                ["id"] = index.IdOf(term),
                ["see"] = new ScriptArray(term.See.Select(see => new ScriptObject { ["term"] = see.Value, ["id"] = ids.GetValueOrDefault(see.Value) })),
            }),
        ];
    }
}
