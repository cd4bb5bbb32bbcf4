namespace Her2Gen.References.Csl;

/// <summary>Renders the bibliography's entries, one after the other: an author who is named again may be a dash.</summary>
internal sealed class BibliographyRenderer(CslProcessor processor)
{
    private readonly Area area = processor.Style.Bibliography;
    private IReadOnlyList<string>? namesBefore;

    public Node Render(Entry entry)
    {
        Area citation = processor.Style.Citation;
        Clarity clarity = entry.Clarity.Copy();
        if (!citation.AddNames) clarity.Names.Clear();
        if (!citation.AddGivenNames) clarity.Givens.Clear();
        CiteRenderer cite = new(processor, entry, null, area, Purpose.Bibliography, clarity);
        List<Node?> parts = cite.RenderEach(area.Layout);
        Substitute(cite.Names.First);
        Node node = area.SecondFieldAlign ? Aligned(parts) : new Node { Children = [.. parts.OfType<Node>()], Suffix = area.Format.Suffix };
        if (!area.SecondFieldAlign && parts.FindLast(part => part is { IsEmpty: false }) is { Display: not Display.Inline } block)
        {
            // Inside a block, the layout's last sign is the block's.
            block.Suffix += area.Format.Suffix;
            node.Suffix = "";
        }

        node.Prefix = area.Format.Prefix;
        node.Delimiter = area.Format.Delimiter;
        return node.IsEmpty && processor.Style.UsesCitationNumber
            ? Node.Of($"{entry.Number}. [CSL STYLE ERROR: reference with no printed form.]")
            : new Node { Children = [node], Face = area.Format.Face };
    }

    /// <summary>The entry in one line, without the number that a list shows by itself.</summary>
    /// <param name="links">Where its links lead: added.</param>
    public Node Unnumbered(Entry entry, ISet<string> links)
    {
        CiteRenderer cite = new(processor, entry, null, area, Purpose.Bibliography, entry.Clarity);
        List<Node> parts = [.. cite.RenderEach(area.Layout).OfType<Node>().Where(part => !part.IsEmpty)];
        if (parts.Count > 0 && processor.Style.UsesCitationNumber && parts[0].OnlyCounted is not null) parts.RemoveAt(0);
        foreach (Node part in parts) Flatten(part, links);
        return new Node { Children = parts, Suffix = area.Format.Suffix, Delimiter = area.Format.Delimiter };
    }

    private static void Flatten(Node node, ISet<string> links)
    {
        node.Display = Display.Inline;
        if (node.Href is { } address) links.Add(address);
        foreach (Node child in node.Children ?? []) Flatten(child, links);
    }

    private Node Aligned(List<Node?> parts)
    {
        List<Node> rest = [.. parts.Skip(1).OfType<Node>()];
        List<Node> nodes = [];
        if (parts.Count > 0 && parts[0] is { IsEmpty: false } first) nodes.Add(new Node { Children = [first], Display = Display.LeftMargin });
        nodes.Add(new Node { Children = rest, Suffix = area.Format.Suffix, Delimiter = area.Format.Delimiter, Display = Display.RightInline });
        return new Node { Children = nodes };
    }

    // CSL 1.0.2, "subsequent-author-substitute".
    private void Substitute(NamesRenderer.FirstNames? names)
    {
        if (area.SubsequentAuthorSubstitute is not { } sign) return;
        IReadOnlyList<string>? before = namesBefore;
        namesBefore = names?.Keys;
        if (names is null || before is null) return;
        int shared = 0;
        while (shared < Math.Min(before.Count, names.Keys.Count) && before[shared] == names.Keys[shared]) shared++;
        bool isSame = shared == names.Keys.Count && before.Count == shared;
        switch (area.SubsequentAuthorSubstituteRule)
        {
            case "complete-each" when isSame:
                foreach (Node name in names.Names) Replace(name, sign);
                break;
            case "partial-each":
                foreach (Node name in names.Names.Take(shared)) Replace(name, sign);
                break;
            case "partial-first" when shared > 0:
                Replace(names.Names[0], sign);
                break;
            case "complete-all" when isSame:
                names.Node.Children = names.Label is { } label ? [Node.Of(sign), label] : [Node.Of(sign)];
                names.Node.Text = "";
                break;
        }
    }

    private static void Replace(Node name, string sign)
    {
        name.Children = null;
        name.Text = sign;
    }
}
