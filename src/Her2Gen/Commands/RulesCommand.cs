using System.CommandLine;
using Her2Gen.Diagnostics;

namespace Her2Gen.Commands;

/// <summary><c>her2gen rules</c>: every rule, one a line.</summary>
internal static class RulesCommand
{
    public static Command Create()
    {
        Command command = new("rules", "List every rule with its severity and reason");
        command.SetAction(_ =>
        {
            int widest = Rules.All.Max(rule => rule.Name.Length);
            foreach (Rule rule in Rules.All)
                Console.Out.Write($"{rule.Id}  {rule.Name.PadRight(widest)}  {(rule.Severity == Severity.Error ? "error  " : "warning")}  {rule.Summary}\n");
            return ExitCode.Sound;
        });
        return command;
    }
}
