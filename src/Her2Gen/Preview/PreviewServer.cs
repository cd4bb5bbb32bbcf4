using System.Net;
using System.Text;
using Her2Gen.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Her2Gen.Preview;

/// <summary>Serves the newest build from memory, on the loopback address only.</summary>
internal sealed class PreviewServer(SiteFolder folder)
{
    private const string Events = "/.her2gen/events";

    private readonly Lock gate = new();
    private PreviewSite current = PreviewSite.None;
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static async Task<int> RunAsync(SiteFolder folder, int port, CancellationToken stop)
    {
        if (!Directory.Exists(Path.Combine(folder.Root, "content")))
        {
            await Console.Error.WriteAsync($"her2gen: {folder.Root} has no content/; `her2gen new DIR` makes a site to start from\n");
            return ExitCode.CouldNotRun;
        }

        PreviewServer server = new(folder);
        using SiteWatcher watcher = new(Path.GetFullPath(folder.Root));
        server.Rebuild();

        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        await using WebApplication app = builder.Build();
        app.Run(server.AnswerAsync);
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException)
        {
            await Console.Error.WriteAsync($"her2gen: port {port} is taken; try --port 0\n");
            return ExitCode.CouldNotRun;
        }

        // The address stands on the first line, whatever the build has to say: programs read it there.
        Console.Out.Write($"http://127.0.0.1:{new Uri(app.Urls.First()).Port}/  (Ctrl-C ends)\n{server.current.Report}");
        try
        {
            while (true)
            {
                await watcher.NextAsync(stop);
                server.Rebuild();
                Console.Out.Write(server.current.Report);
            }
        }
        catch (OperationCanceledException)
        {
            server.Announce();
            return ExitCode.Sound;
        }
    }

    private void Rebuild()
    {
        current = current.Next(folder);
        Announce();
    }

    private void Announce()
    {
        TaskCompletionSource before;
        lock (gate) (before, changed) = (changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        before.TrySetResult();
    }

    private Task AnswerAsync(HttpContext http)
    {
        // A page elsewhere may point its own name at this address (DNS rebinding): only ours are answered.
        if (http.Request.Host.Host is not ("127.0.0.1" or "localhost")) return RefuseAsync(http, StatusCodes.Status421MisdirectedRequest, "this preview answers to 127.0.0.1 and localhost");
        if (http.Request.Method is not ("GET" or "HEAD")) return RefuseAsync(http, StatusCodes.Status405MethodNotAllowed, "GET and HEAD only");
        return http.Request.Path == Events ? StreamEventsAsync(http) : AnswerFileAsync(http, current);
    }

    // The page knows which build it shows, so that one made before its first event is not missed; the browser connects anew by itself when the server was away.
    private static string Script(PreviewSite preview) => $"<script>new EventSource('{Events}').onmessage=e=>{{if(e.data!=='{preview.Number}')location.reload()}}</script>";

    private static async Task AnswerFileAsync(HttpContext http, PreviewSite preview)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (preview.Site is not { } site)
        {
            await WriteAsync(http, preview, StatusCodes.Status500InternalServerError, ".html", Encoding.UTF8.GetBytes($"<!DOCTYPE html><title>Cannot be built</title><pre>{WebUtility.HtmlEncode(preview.Report)}</pre>"));
            return;
        }

        string asked = http.Request.Path.Value?.TrimStart('/') ?? "";
        if (asked.Length == 0 || asked.EndsWith('/')) asked += "index.html";
        // The tree holds what was built and nothing else, so no path leads out of it.
        if (FilePath.TryParse(asked, out FilePath path) && site.TryGet(path, out ReadOnlyMemory<byte> bytes)) await WriteAsync(http, preview, StatusCodes.Status200OK, path.Extension, bytes);
        else await WriteAsync(http, preview, StatusCodes.Status404NotFound, ".html", site.TryGet(Pages.PagePlan.NotFound, out bytes) ? bytes : Encoding.UTF8.GetBytes("<!DOCTYPE html><title>Not found</title>"));
    }

    private static async Task WriteAsync(HttpContext http, PreviewSite preview, int status, string extension, ReadOnlyMemory<byte> bytes)
    {
        ReadOnlyMemory<byte> tail = extension == ".html" ? Encoding.UTF8.GetBytes(Script(preview)) : default;
        http.Response.StatusCode = status;
        http.Response.ContentType = MediaTypes.Of(extension);
        http.Response.ContentLength = bytes.Length + tail.Length;
        if (HttpMethods.IsHead(http.Request.Method)) return;
        // Behind the end of the document: parsers take it into the body, and the bytes before it are the built ones.
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
        if (tail.Length > 0) await http.Response.Body.WriteAsync(tail, http.RequestAborted);
    }

    private async Task StreamEventsAsync(HttpContext http)
    {
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            while (!http.RequestAborted.IsCancellationRequested)
            {
                Task next;
                lock (gate) next = changed.Task;
                await http.Response.WriteAsync($"data: {current.Number}\n\n", http.RequestAborted);
                await http.Response.Body.FlushAsync(http.RequestAborted);
                await next.WaitAsync(http.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // The browser has gone.
        }
    }

    private static Task RefuseAsync(HttpContext http, int status, string reason)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = MediaTypes.Of(".txt");
        return http.Response.WriteAsync(reason + "\n");
    }
}
