using System.CommandLine;
using Her2Gen.Diagnostics;
using Her2Gen.Reporting;

namespace Her2Gen.Commands;

/// <summary><c>her2gen rules</c>: every rule, one a line; or all that there is to say about one.</summary>
internal static class RulesCommand
{
    public static Command Create()
    {
        Argument<Rule?> one = new("RULE")
        {
            Description = "The id or the name of a rule: its reason, and a wrong and a right example",
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = result =>
            {
                string written = result.Tokens[0].Value;
                Rule? rule = Rules.Named(written);
                if (rule is null) result.AddError($"there is no rule `{written}`: {Nearest.Hint(written, Rules.All.SelectMany(known => new[] { known.Id, known.Name })) ?? "`her2gen rules` lists them"}");
                return rule;
            },
        };
        Command command = new("rules", "List every rule with its severity, or explain one") { one };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(one) is { } rule) Explain(rule, Console.Out);
            else List(Console.Out);
            return ExitCode.Sound;
        });
        return command;
    }

    private static void List(TextWriter output)
    {
        int widest = Rules.All.Max(rule => rule.Name.Length);
        foreach (Rule rule in Rules.All)
            output.Write($"{rule.Id}  {rule.Name.PadRight(widest)}  {ReportedRun.Word(rule.Severity).PadRight("warning".Length)}  {rule.Summary}\n");
    }

    private static void Explain(Rule rule, TextWriter output)
    {
        RuleExplanation explanation = RuleExplanation.Of(rule);
        string weight = ReportedRun.Word(rule.Severity) + (Policy.IsFixed(rule) ? ", in every site" : "");
        output.Write($"{rule.Id} {rule.Name} ({weight})\n\n{rule.Summary}\n{explanation.Reason}\n\nwrong:\n{Indented(explanation.Bad)}\n\nright:\n{Indented(explanation.Good)}\n");
    }

    private static string Indented(string example) => string.Join('\n', example.Split('\n').Select(line => line.Length == 0 ? "" : "    " + line));
}
