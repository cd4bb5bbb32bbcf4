using Her2Gen.Diagnostics;

namespace Her2Gen.Markup;

/// <summary>The ids of an SVG and what leads to them, both under a prefix of their own.</summary>
internal sealed class SvgReferences(string prefix, string file, DiagnosticBag diagnostics)
{
    private readonly SvgParts parts = new();
    private readonly Dictionary<string, (Location Place, int Part)> ids = new(StringComparer.Ordinal);
    private readonly List<(string Id, Location Place, int? Part)> references = [];

    public void Enter(bool hasId, bool isDrawn) => parts.Enter(hasId, isDrawn);

    public void Leave() => parts.Leave();

    /// <summary>The name that the element gets that was entered last.</summary>
    public string Define(string id, Location place)
    {
        if (!ids.TryAdd(id, (place, parts.Current)))
            diagnostics.Add(Rules.DuplicateId, place, $"id `{SvgValue.Shortened(id)}` stands already at {ids[id].Place}", "give one of them another id");
        return Prefixed(id);
    }

    /// <summary>The new name of what the current element draws, or is filled or cut with.</summary>
    public string Draw(string id, Location place)
    {
        references.Add((id, place, parts.Current));
        return Prefixed(id);
    }

    /// <summary>The new name of what only names or describes.</summary>
    public string Mention(string id, Location place)
    {
        references.Add((id, place, null));
        return Prefixed(id);
    }

    /// <summary>A name that no element has.</summary>
    public string Unused(string wish)
    {
        string id = wish;
        for (int next = 2; ids.ContainsKey(id); next++) id = $"{wish}-{next}";
        return Prefixed(id);
    }

    /// <summary>Reports what leads nowhere, and what would draw without end.</summary>
    public void Check()
    {
        List<(string Id, Location Place, int Target)> drawn = [];
        foreach ((string id, Location place, int? part) in references)
        {
            if (!ids.TryGetValue(id, out (Location Place, int Part) target))
            {
                diagnostics.Add(Rules.FragmentMissing, place, $"the file has no id `{SvgValue.Shortened(id)}`");
            }
            else if (part is { } from)
            {
                parts.Draw(from, target.Part);
                drawn.Add((id, place, target.Part));
            }
        }

        long[] counts = parts.Counts();
        if (counts[0] <= SvgParts.Most) return;
        (string? culprit, Location at, int culpritPart) = drawn.Find(reference => counts[reference.Target] > SvgParts.Most);
        string message = culprit is not null && counts[culpritPart] == SvgParts.Endless ? $"to draw `{SvgValue.Shortened(culprit)}` would never end" : $"its parts draw one another more than {SvgParts.Most} times";
        diagnostics.Add(Rules.SvgUnsafe, culprit is null ? Location.Of(file) : at, message);
    }

    private string Prefixed(string id) => $"{prefix}-{id}";
}
