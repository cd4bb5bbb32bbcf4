using System.CommandLine;
using Her2Gen.Preview;

namespace Her2Gen.Commands;

/// <summary><c>her2gen serve</c>: the site on this machine, rebuilt at each change, reloaded by the browser itself.</summary>
internal static class ServeCommand
{
    private const int UsualPort = 4321;

    public static Command Create()
    {
        Option<string> site = SharedOptions.Site();
        Option<int> port = new("--port") { Description = "The port on 127.0.0.1; 0 for any that is free", DefaultValueFactory = _ => UsualPort };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > ushort.MaxValue) result.AddError($"--port takes a number from 0 to {ushort.MaxValue}");
        });
        Command command = new("serve", "Preview the site on this machine; rebuild and reload at each change") { site, port };
        command.SetAction((parsed, stop) => PreviewServer.RunAsync(new SiteFolder(parsed.GetValue(site) ?? "."), parsed.GetValue(port), stop));
        return command;
    }
}
