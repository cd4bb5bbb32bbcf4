using Her2Gen.Diagnostics;

namespace Her2Gen.Yaml;

/// <summary>The key or value of a YAML file that names a rule, by id or by name.</summary>
internal static class RuleName
{
    /// <summary>The rule that is named. Null, and a diagnostic with the nearest name, when there is none.</summary>
    public static Rule? Check(string written, Location place, DiagnosticBag diagnostics)
    {
        Rule? rule = Rules.Named(written);
        if (rule is null) diagnostics.Add(Rules.UnknownKey, place, $"there is no rule `{written}`", Nearest.Hint(written, Rules.All.SelectMany(known => new[] { known.Id, known.Name })) ?? "`her2gen rules` lists them");
        return rule;
    }

    /// <summary>Reports an attempt on a rule that no site may weaken.</summary>
    public static void Refuse(Rule rule, string attempt, Location place, DiagnosticBag diagnostics) =>
        diagnostics.Add(Rules.WrongType, place, $"`{rule.Id}` {rule.Name} may not be {attempt}", "without it no build means anything: mend what it finds");
}
