namespace Her2Gen.Diagnostics;

/// <summary>How a site weighs findings: the severity that it gives to rules, and the findings that it lets pass for a time.</summary>
/// <param name="Severities">By the rule's id; null turns a rule off.</param>
/// <param name="Suppressions">In the order written.</param>
public sealed record Policy(IReadOnlyDictionary<string, Severity?> Severities, IReadOnlyList<Suppression> Suppressions)
{
    public static readonly Policy None = new(new Dictionary<string, Severity?>(), []);

    // Of the article's own rules, those without which the page would not say what its source says.
    private static readonly string[] AlwaysErrors =
    [
        "HG301", "HG303", "HG304", "HG306", "HG308", "HG309", "HG310", "HG311", "HG312", "HG314", "HG315", "HG316", "HG317", "HG319", "HG323", "HG324", "HG406",
    ];

    // No site may publish an edition that is not as it was sealed.
    private static bool IsOfSeals(Rule rule) => rule.Id.StartsWith("HG6", StringComparison.Ordinal) && rule.Severity == Severity.Error;

    /// <summary>Whether a rule's findings may be neither lowered nor turned off nor suppressed: with them no build means anything.</summary>
    public static bool IsFixed(Rule rule) => HindersChecks(rule) || rule == Diagnostics.Rules.SuppressionExpired || AlwaysErrors.Contains(rule.Id) || IsOfSeals(rule);

    /// <summary>Weighs what was found.</summary>
    /// <param name="found">Everything that was found.</param>
    /// <param name="today">The day on which a suppression must not be past its end.</param>
    /// <param name="only">The ids of the rules to report; null for all. What hinders the checks is reported always.</param>
    public Findings Apply(DiagnosticBag found, DateOnly today, IReadOnlySet<string>? only = null)
    {
        Dictionary<string, Rule> rules = Diagnostics.Rules.All.Where(rule => WeightOf(rule) is not null).Select(Weighed).ToDictionary(rule => rule.Id);
        Suppression[] valid = [.. Suppressions.Where(suppression => suppression.Until >= today)];
        HashSet<Suppression> used = [];
        List<Diagnostic> reported = [];
        List<SuppressedDiagnostic> suppressed = [];
        foreach (Diagnostic diagnostic in found.Places().Where(diagnostic => WeightOf(diagnostic.Rule) is not null))
        {
            Diagnostic weighed = diagnostic with { Rule = Weighed(diagnostic.Rule) };
            foreach (Suppression suppression in Suppressions.Where(suppression => suppression.Covers(diagnostic))) used.Add(suppression);
            if (Array.Find(valid, suppression => suppression.Covers(diagnostic)) is { } pass) suppressed.Add(new SuppressedDiagnostic(weighed, pass));
            else reported.Add(weighed);
        }

        reported.AddRange(Judge(used, today).Where(diagnostic => WeightOf(diagnostic.Rule) is not null).Select(diagnostic => diagnostic with { Rule = Weighed(diagnostic.Rule) }));
        bool IsAsked(Rule rule) => only is null || only.Contains(rule.Id) || HindersChecks(rule);
        return new Findings(
            [.. rules.Values.Where(IsAsked)],
            DiagnosticBag.InOrder(reported.Where(diagnostic => IsAsked(diagnostic.Rule))),
            [.. suppressed.Where(finding => IsAsked(finding.Diagnostic.Rule))]);
    }

    private IEnumerable<Diagnostic> Judge(HashSet<Suppression> used, DateOnly today)
    {
        foreach (Suppression suppression in Suppressions)
        {
            string what = $"`{suppression.Rule.Id}` in `{suppression.File}`";
            // Only a look at other sites tells whether such a finding is still there.
            if (!used.Contains(suppression) && suppression.Rule.NeedsNetwork) continue;
            if (!used.Contains(suppression))
                yield return new Diagnostic(Diagnostics.Rules.SuppressionUnused, suppression.Location, $"nothing is found that the suppression of {what} covers", "remove it");
            else if (suppression.Until < today)
                yield return new Diagnostic(Diagnostics.Rules.SuppressionExpired, suppression.Location, $"the suppression of {what} ended on {suppression.Until:yyyy-MM-dd}", "mend what it covers, or give it a new end and a reason");
        }
    }

    // What cannot be read or drawn cannot be checked: without these a report could say that all is well when nothing was looked at.
    private static bool HindersChecks(Rule rule) => rule.Severity == Severity.Error && rule.Id[2] is ('1' or '2') && rule != Diagnostics.Rules.SuppressionExpired;

    private Severity? WeightOf(Rule rule) => Severities.TryGetValue(rule.Id, out Severity? severity) ? severity : rule.Severity;

    private Rule Weighed(Rule rule) => WeightOf(rule) is { } severity && severity != rule.Severity ? rule with { Severity = severity } : rule;
}
