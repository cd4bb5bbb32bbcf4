using System.CommandLine;
using Her2Gen.Editions;
using Her2Gen.Preview;

namespace Her2Gen.Commands;

/// <summary><c>her2gen serve</c>: the site on this machine, built anew at each change and shown at once.</summary>
internal static class ServeCommand
{
    private const int UsualPort = 4321;

    public static Command Create()
    {
        Option<string> site = SharedOptions.Site();
        Option<int> port = new("--port") { Description = "The port; the next free one when it is taken, 0 for any", HelpName = "PORT", DefaultValueFactory = _ => UsualPort };
        port.Validators.Add(result =>
        {
            if (!result.Implicit && (result.Tokens is not [var written] || !ushort.TryParse(written.Value, out _))) result.AddError($"--port takes a number from 0 to {ushort.MaxValue}");
        });
        Option<bool> host = new("--host") { Description = "Let other devices in this network read the preview too; this machine alone unless given" };
        Option<bool> open = new("--open") { Description = "Open the browser" };
        Option<EditorLink> editor = new("--editor")
        {
            Description = "How a click on a problem opens its line: an address with {file}, {line} and {column} in it, or `copy` to copy FILE:LINE",
            HelpName = "ADDRESS",
            DefaultValueFactory = _ => new EditorLink(EditorLink.Usual),
            CustomParser = result =>
            {
                if (EditorLink.Parse(result.Tokens[0].Value) is { } link) return link;
                result.AddError($"--editor takes an address with {{file}} in it, such as `{EditorLink.Usual}`, or `copy`, and not `{result.Tokens[0].Value}`");
                return null;
            },
        };
        Option<EditionId?> edition = new("--edition")
        {
            Description = "Begin with a sealed edition, as its readers see it",
            HelpName = "DATE",
            CustomParser = result =>
            {
                if (EditionId.TryParse(result.Tokens[0].Value, out EditionId id)) return id;
                result.AddError($"--edition takes an edition's name, such as 2025-01-03, and not `{result.Tokens[0].Value}`");
                return null;
            },
        };
        Command command = new("serve", "Preview the site on this machine; at each change the open page follows, with what is wrong in it") { site, port, host, open, editor, edition };
        command.SetAction((parsed, stop) => PreviewServer.RunAsync(
            new SiteFolder(parsed.GetValue(site) ?? "."),
            new PreviewOptions(parsed.GetValue(port), parsed.GetValue(host), parsed.GetValue(open), parsed.GetValue(editor) ?? new EditorLink(EditorLink.Usual), parsed.GetValue(edition)),
            stop));
        return command;
    }
}
