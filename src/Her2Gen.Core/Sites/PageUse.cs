using Her2Gen.Markup;
using Her2Gen.References;
using Her2Gen.Terms;

namespace Her2Gen.Sites;

/// <summary>What a page uses of what the site has: the rest is reported as used by nobody.</summary>
internal sealed class PageUse
{
    /// <summary>Keys of references.</summary>
    public HashSet<string> References { get; } = new(StringComparer.Ordinal);

    /// <summary>The citations of its text, in its order.</summary>
    public List<CitedTogether> Citations { get; } = [];

    public HashSet<Term> Terms { get; } = [];

    /// <summary>Its text, until that is checked: the trees of a thousand pages, kept together, would take ten times the memory of the site.</summary>
    public MarkdownText? Text { private get; set; }

    public MarkdownText? TakeText()
    {
        MarkdownText? text = Text;
        Text = null;
        return text;
    }
}
