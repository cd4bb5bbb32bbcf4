using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Threading.Channels;

namespace Her2Gen.Tests.Browser;

/// <summary>A running <c>her2gen serve --port 0</c>.</summary>
internal sealed partial class PreviewProcess : IAsyncDisposable
{
    public const int Interrupt = 2;
    public const int Terminate = 15;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Process process;
    private readonly System.Text.StringBuilder heard = new();
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();

    private PreviewProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data ?? "(the output has ended)");
        process.ErrorDataReceived += (_, line) => Hear(line.Data ?? "(the errors have ended)");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    public int Id => process.Id;

    /// <summary>All that it has said so far.</summary>
    public string Heard
    {
        get
        {
            lock (heard) return heard.ToString();
        }
    }

    private void Hear(string line)
    {
        lock (heard) heard.Append(line).Append('\n');
        lines.Writer.TryWrite(line);
    }

    /// <summary>Reads on until nothing has been said for a time.</summary>
    public async Task ReadUntilQuietAsync(TimeSpan quiet)
    {
        while (true)
        {
            using CancellationTokenSource late = new(quiet);
            try
            {
                await lines.Reader.ReadAsync(late.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>Starts the preview, and takes the address from the first line that it prints.</summary>
    public static Task<PreviewProcess> StartAsync(string folder, params IEnumerable<string> options) => StartAsync(folder, environment: null, options);

    public static async Task<PreviewProcess> StartAsync(string folder, IReadOnlyDictionary<string, string>? environment, params IEnumerable<string> options)
    {
        PreviewProcess preview = new(Her2GenProcess.Start(folder, ["serve", .. options.Contains("--port") ? [] : (string[])["--port", "0"], .. options], environment));
        // A port that is taken is told before.
        string first = await preview.ReadUntilAsync("http://127.0.0.1:");
        preview.Address = new Uri(first.Split(' ')[0]);
        return preview;
    }

    /// <summary>Reads on until a line has this text, and gives the line.</summary>
    public async Task<string> ReadUntilAsync(string text)
    {
        using CancellationTokenSource late = new(Patience);
        while (true)
        {
            string line = await lines.Reader.ReadAsync(late.Token);
            if (line.Contains(text, StringComparison.Ordinal)) return line;
        }
    }

    /// <summary>Sends a signal, and gives the exit code; fails when the process outlives the time given.</summary>
    public async Task<int> EndAsync(int signal, TimeSpan within)
    {
        Assert.Equal(0, Kill(process.Id, signal));
        using CancellationTokenSource late = new(within);
        await process.WaitForExitAsync(late.Token);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
