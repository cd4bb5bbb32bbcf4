using System.Text.RegularExpressions;
using Her2Gen.Diagnostics;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;

namespace Her2Gen.Markup;

/// <summary>What a review is made of: an introduction, its method, a conclusion; and a list of references that is not typed by hand. English headings only.</summary>
/// <remarks>A short review may go without a section on method: it is asked for above <see cref="ManyReferences"/>, where a reader must know how so many were chosen.</remarks>
public static partial class SectionCheck
{
    /// <summary>How many references a review may cite without saying how they were found.</summary>
    public const int ManyReferences = 30;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\breview\b", Options)]
    private static partial Regex Review { get; }

    [GeneratedRegex(@"\b(introduction|background|overview)\b", Options)]
    private static partial Regex Introduction { get; }

    [GeneratedRegex(@"\bmethods?\b|\bmethodology\b|\bhow (this|the|we) \w+( \w+)? (was|were|made|written|searched|chose|reviewed)\b|\bsearch strategy\b", Options)]
    private static partial Regex Method { get; }

    [GeneratedRegex(@"\b(conclusions?|concluding|summary|in short|what this means)\b", Options)]
    private static partial Regex Conclusion { get; }

    [GeneratedRegex(@"^(references|bibliography|literature( cited)?|works cited|sources|further reading and references)$", Options)]
    private static partial Regex References { get; }

    // A year with a volume behind it or in parentheses, an identifier, or authors left out.
    [GeneratedRegex(@"\b(19|20)\d\d\s?;\s?\d|\((19|20)\d\d\)|\bdoi\b|\bet al\b|\bPMID\b|\b(19|20)\d\d\.?$", Options)]
    private static partial Regex LooksLikeReference { get; }

    /// <summary>Reports what an article lacks that calls itself a review.</summary>
    /// <param name="about">Its title, subtitle and summary: it is a review when they say so.</param>
    /// <param name="references">How many it cites.</param>
    public static void CheckReview(MarkdownText text, string about, int references, DiagnosticBag diagnostics)
    {
        if (!Review.IsMatch(about)) return;
        Heading[] sections = [.. text.Headings.Where(heading => heading.Level == 2 && heading.Block.Parent is MarkdownDocument)];
        SourceSpan first = sections.Length > 0 ? sections[0].Block.Span : new SourceSpan(0, -1);
        SourceSpan last = sections.Length > 0 ? sections[^1].Block.Span : new SourceSpan(0, -1);
        bool Has(Regex name) => sections.Any(section => name.IsMatch(section.Text));
        if (!Has(Introduction)) diagnostics.Add(Rules.SectionMissing, text.At(first), "the review has no introduction", "begin with a section `## Introduction` that says what is asked and why");
        if (references > ManyReferences && !Has(Method)) diagnostics.Add(Rules.SectionMissing, text.At(first), $"the review cites {references} references and does not say how they were found", "add a section `## Methods`: where was looked, until when, and what was left out");
        if (!Has(Conclusion)) diagnostics.Add(Rules.SectionMissing, text.At(last), "the review has no conclusion", "end with a section `## Conclusion` that answers what the introduction asks");
    }

    /// <summary>Reports a list of references that an author typed: one that says so, or one that looks like it.</summary>
    public static void CheckTypedReferences(MarkdownText text, DiagnosticBag diagnostics)
    {
        const string Hint = "put them into content/references.json and cite them, `[@key]`: the list is drawn, numbered and linked";
        foreach (Heading heading in text.Headings.Where(heading => References.IsMatch(heading.Text) && HoldsReferences(heading.Block)))
            diagnostics.Add(Rules.ReferencesTyped, text.At(heading.Block.Span), $"the section `{heading.Text}` is typed by hand", Hint);
        foreach (ListBlock list in text.Tree.Descendants<ListBlock>().Where(list => list.IsOrdered && list.Count > 1 && !IsUnderHeading(list)))
            if (list.Count(LooksTyped) * 2 > list.Count) diagnostics.Add(Rules.ReferencesTyped, text.At(list.Span), "a numbered list looks like references typed by hand", Hint);
    }

    private static bool LooksTyped(Block item) =>
        item.Descendants<ParagraphBlock>().FirstOrDefault() is { Inline: { } inlines } && !inlines.Descendants<CitationInline>().Any() && LooksLikeReference.IsMatch(PlainText.Of(inlines).Trim());

    private static bool HoldsReferences(HeadingBlock heading) =>
        Behind(heading) is ListBlock || (Behind(heading) is ParagraphBlock { Inline: { } inlines } && LooksLikeReference.IsMatch(PlainText.Of(inlines).Trim()));

    private static bool IsUnderHeading(ListBlock list) =>
        list.Parent is { } parent && parent.IndexOf(list) is > 0 and var at && parent[at - 1] is HeadingBlock { Inline: { } title } && References.IsMatch(PlainText.Of(title).Trim());

    private static Block? Behind(HeadingBlock heading) =>
        heading.Parent is { } parent && parent is not CustomContainer && parent.IndexOf(heading) + 1 is var next && next < parent.Count ? parent[next] : null;
}
