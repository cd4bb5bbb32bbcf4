namespace Her2Gen.Diagnostics;

/// <summary>A finding that a site lets pass, why, and until when: an entry of <c>suppress</c> in site.yml.</summary>
/// <param name="Rule">The rule that finds it.</param>
/// <param name="File">Where it is found, as findings write it: <c>content/article.md</c>.</param>
/// <param name="Line">The line, when only that one is meant.</param>
/// <param name="Text">A part of the message, when only some of the rule's findings are meant.</param>
/// <param name="Reason">Why it may stand, for those who read the site's settings.</param>
/// <param name="Until">The last day on which it may.</param>
/// <param name="Location">Where the entry is written.</param>
public sealed record Suppression(Rule Rule, string File, int? Line, string? Text, string Reason, DateOnly Until, Location Location)
{
    /// <summary>Whether a finding is one of those meant.</summary>
    public bool Covers(Diagnostic diagnostic) =>
        diagnostic.Rule.Id == Rule.Id
        && diagnostic.Location.File == File
        && (Line is null || diagnostic.Location.Line == Line)
        && (Text is null || diagnostic.Message.Contains(Text, StringComparison.Ordinal));
}
