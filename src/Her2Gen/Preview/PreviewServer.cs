using System.Diagnostics;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Her2Gen.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Her2Gen.Preview;

/// <summary>Runs a preview: builds at each change, and serves what was built, on the loopback address unless told.</summary>
internal static class PreviewServer
{
    private const int PortsTried = 20;

    public static async Task<int> RunAsync(SiteFolder folder, PreviewOptions options, CancellationToken stop)
    {
        string root = Path.GetFullPath(folder.Root);
        if (!Directory.Exists(Path.Combine(root, "content"))) return Refuse($"{folder.Root} has no content/; `her2gen new DIR` makes a site to start from");
        IPAddress address = options.IsForOthers ? IPAddress.Any : IPAddress.Loopback;
        if (FreePort(address, options.Port) is not { } port) return Refuse($"port {options.Port} is taken, and so are the {PortsTried - 1} after it; try --port 0");
        if (port != options.Port) await Console.Error.WriteAsync($"her2gen: port {options.Port} is taken; {port} is used instead\n");

        PreviewState state = new();
        using SiteWatcher watcher = new(root);
        PreviewLoop loop = new(folder, state, watcher);
        loop.BuildFirst();
        if (options.Edition is { } edition && !state.Current.Files.Contains(FilePath.Parse($"editions/{edition}/index.html"))) return Refuse($"there is no sealed edition `{edition}`; `her2gen editions` lists them");

        await using WebApplication app = Create(address, port, new PreviewAnswers(state, root, options, stop));
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException)
        {
            return Refuse($"port {port} cannot be listened on; try --port 0");
        }

        Welcome(new Uri(app.Urls.First()).Port, options);
        try
        {
            await Task.Factory.StartNew(() => loop.Run(stop), stop, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C: the one way to end it.
        }

        return ExitCode.Sound;
    }

    private static int Refuse(string reason)
    {
        Console.Error.Write($"her2gen: {reason}\n");
        return ExitCode.CouldNotRun;
    }

    private static WebApplication Create(IPAddress address, int port, PreviewAnswers answers)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(address, port);
        });
        WebApplication app = builder.Build();
        app.Run(answers.AnswerAsync);
        return app;
    }

    // The address stands on the first line, whatever the build has to say: programs read it there.
    private static void Welcome(int port, PreviewOptions options)
    {
        string start = options.Edition is { } edition ? $"editions/{edition}/" : "";
        string shown = $"http://127.0.0.1:{port}/{start}";
        Console.Out.Write($"{shown}  (Ctrl-C ends)\n");
        if (options.IsForOthers)
        {
            foreach (IPAddress own in OwnAddresses()) Console.Out.Write($"http://{own}:{port}/{start}\n");
            Console.Out.Write("anyone in this network can read the preview, drafts and paths of files included\n");
        }

        if (!options.Opens) return;
        try
        {
            Process.Start(new ProcessStartInfo(shown) { UseShellExecute = true })?.Dispose();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.Error.Write("her2gen: no browser could be opened\n");
        }
    }

    private static IEnumerable<IPAddress> OwnAddresses() => NetworkInterface.GetAllNetworkInterfaces()
        .SelectMany(network => network.GetIPProperties().UnicastAddresses)
        .Select(own => own.Address)
        .Where(own => own.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(own));

    // The port asked for, or the next that is free; null when there is none.
    private static int? FreePort(IPAddress address, int asked)
    {
        for (int port = asked; port < asked + PortsTried && port <= ushort.MaxValue; port++)
        {
            try
            {
                using TcpListener listener = new(address, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody listens there.
            }
        }

        return null;
    }
}
