using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Her2Gen.Tests.Probing;

/// <summary>A server on the loopback address that plays what the outside world does to those who look at links.</summary>
internal sealed class OutsideWorld : IAsyncDisposable
{
    private const string Page = "<!DOCTYPE html><title>A page</title><h2 id='method'>Method</h2><a name='old'>Old</a><template><i id='hidden'></i></template><p id='user-content-given'></p><p id='größe'></p>";

    private readonly WebApplication app;
    private readonly LeapingTime time;
    private readonly ConcurrentQueue<string> asked = new();
    private readonly TaskCompletionSource stop = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, int> times = new(StringComparer.Ordinal);

    private OutsideWorld(WebApplication app, LeapingTime time) => (this.app, this.time) = (app, time);

    /// <summary>With '/' at the end.</summary>
    public string Address { get; private set; } = "";

    public int Port => new Uri(Address).Port;

    /// <summary>Each request as <c>METHOD path</c>, in the order of arrival.</summary>
    public string Asked => string.Join(", ", asked);

    public string? UserAgent { get; private set; }

    /// <summary>Paths that are gone, besides those that always are.</summary>
    public HashSet<string> Gone { get; } = [];

    public static async Task<OutsideWorld> StartAsync(LeapingTime time)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        WebApplication app = builder.Build();
        OutsideWorld world = new(app, time);
        app.Run(world.AnswerAsync);
        await app.StartAsync();
        world.Address = $"http://127.0.0.1:{new Uri(app.Urls.First()).Port}/";
        return world;
    }

    /// <summary>Ends when <c>/stop</c> has been asked for, which gets no answer.</summary>
    public Task AskedForStop => stop.Task;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        string path = http.Request.Path.Value ?? "";
        string method = http.Request.Method;
        asked.Enqueue($"{method} {path}{http.Request.QueryString}");
        UserAgent = http.Request.Headers.UserAgent;
        int time = times.AddOrUpdate(path, 1, (_, before) => before + 1);
        bool isHead = HttpMethods.IsHead(method);
        if (Gone.Contains(path)) path = "/404";
        switch (path)
        {
            case "/ok": await PageAsync(http, Page); break;
            case "/404" or "/410" or "/403" or "/401" or "/418" or "/999": http.Response.StatusCode = int.Parse(path[1..]); break;
            case "/no-head": http.Response.StatusCode = isHead ? 405 : 200; break;
            case "/head-404": http.Response.StatusCode = isHead ? 404 : 200; break;
            case "/head-500": http.Response.StatusCode = isHead ? 500 : 200; break;
            case "/500-once": http.Response.StatusCode = isHead || time <= 2 ? 500 : 200; break;
            case "/500": http.Response.StatusCode = 500; break;
            case "/429-7-seconds": WaitOr200(http, time, "7"); break;
            case "/503-date": WaitOr200(http, time, (this.time.GetUtcNow() + TimeSpan.FromSeconds(30)).ToString("R")); break;
            case "/429-an-hour": WaitOr200(http, 0, "3600"); break;
            case "/429": http.Response.StatusCode = 429; break;
            case "/moved": Redirect(http, 301, "/ok"); break;
            case "/moved-host": Redirect(http, 308, $"http://localhost:{Port}/ok"); break;
            case "/moved-then-found": Redirect(http, 301, "/found"); break;
            case "/found": Redirect(http, 302, "ok"); break;
            case "/found-then-moved": Redirect(http, 307, "/moved"); break;
            case "/to-404": Redirect(http, 301, "/404"); break;
            case "/to-fragment": Redirect(http, 301, "/ok#elsewhere"); break;
            case "/to-nowhere": http.Response.StatusCode = 301; break;
            case "/to-ftp": Redirect(http, 302, "ftp://127.0.0.1/"); break;
            case "/circle": Redirect(http, 302, "/circle-back"); break;
            case "/circle-back": Redirect(http, 302, "/circle"); break;
            case "/reset": http.Abort(); break;
            case "/reset-once" when time == 1: http.Abort(); break;
            case "/reset-once": break;
            case "/reset-twice" when time <= 2: http.Abort(); break;
            case "/reset-twice": break;
            case "/stop": stop.TrySetResult(); await WaitForEndAsync(http); break;
            case "/slow": await SlowAsync(http); break;
            case "/slow-body": await SlowBodyAsync(http); break;
            case "/huge": await HugeAsync(http, idFirst: true); break;
            case "/huge-without": await HugeAsync(http, idFirst: false); break;
            case "/gzip": await GzipAsync(http); break;
            case "/bomb": await BombAsync(http); break;
            case "/pdf": http.Response.ContentType = "application/pdf"; await http.Response.WriteAsync("%PDF-1.7"); break;
            case "/latin1": await PageAsync(http, [.. "<p id='"u8, 0xE9, .. "'><p id='plain'>"u8]); break;
            case "/available": await ArchiveAsync(http); break;
            case var _ when path.StartsWith("/hop-", StringComparison.Ordinal): Hop(http, int.Parse(path[5..])); break;
            case var _ when path.StartsWith("/handles/", StringComparison.Ordinal): await HandleAsync(http, path["/handles/".Length..]); break;
            default: http.Response.StatusCode = 404; break;
        }
    }

    private static Task PageAsync(HttpContext http, string html) => PageAsync(http, Encoding.UTF8.GetBytes(html));

    private static async Task PageAsync(HttpContext http, byte[] html)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.Body.WriteAsync(html);
    }

    private static void WaitOr200(HttpContext http, int time, string retryAfter)
    {
        if (time > 1) return;
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = retryAfter;
    }

    private static void Redirect(HttpContext http, int status, string location)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.Location = location;
    }

    private static void Hop(HttpContext http, int left)
    {
        if (left > 0) Redirect(http, 302, $"/hop-{left - 1}");
    }

    private async Task SlowAsync(HttpContext http)
    {
        time.Expire();
        await WaitForEndAsync(http);
    }

    private async Task SlowBodyAsync(HttpContext http)
    {
        http.Response.ContentType = "text/html";
        await http.Response.WriteAsync("<p id='first'>");
        await http.Response.Body.FlushAsync();
        time.Expire();
        await WaitForEndAsync(http);
    }

    private static async Task WaitForEndAsync(HttpContext http)
    {
        TaskCompletionSource gone = new();
        using CancellationTokenRegistration end = http.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }

    // As much as the asker is willing to read, and more: it hangs up when it has what it needs.
    private static async Task HugeAsync(HttpContext http, bool idFirst)
    {
        http.Response.ContentType = "text/html";
        byte[] filling = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<p>filling</p>\n", 5000)));
        try
        {
            if (idFirst) await http.Response.WriteAsync("<h2 id='first'>");
            for (int i = 0; i < 400; i++) await http.Response.Body.WriteAsync(filling, http.RequestAborted);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            return;
        }
    }

    private static async Task GzipAsync(HttpContext http)
    {
        http.Response.ContentType = "text/html";
        http.Response.Headers.ContentEncoding = "gzip";
        using MemoryStream packed = new();
        await using (GZipStream gzip = new(packed, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(Page));
        await http.Response.Body.WriteAsync(packed.ToArray());
    }

    // 64 MB in 64 KB.
    private static async Task BombAsync(HttpContext http)
    {
        http.Response.ContentType = "text/html";
        http.Response.Headers.ContentEncoding = "gzip";
        using MemoryStream packed = new();
        await using (GZipStream gzip = new(packed, CompressionLevel.Optimal)) gzip.Write(new byte[64 << 20]);
        await http.Response.Body.WriteAsync(packed.ToArray());
    }

    private static Task HandleAsync(HttpContext http, string doi)
    {
        (int status, string answer) = doi switch
        {
            "10.1000/known" or "10.1000/a#b?c" => (200, $$"""{"responseCode":1,"handle":"{{doi}}","values":[]}"""),
            "10.1000/no-values" => (200, """{"responseCode":200,"handle":"10.1000/no-values"}"""),
            "10.1000/fault" => (500, """{"responseCode":2}"""),
            "10.1000/page" => (200, "<html>"),
            "10.1000/list" => (200, "[]"),
            _ => (404, $$"""{"responseCode":100,"handle":"{{doi}}"}"""),
        };
        http.Response.StatusCode = status;
        return http.Response.WriteAsync(answer);
    }

    private static Task ArchiveAsync(HttpContext http) => http.Response.WriteAsync(http.Request.Query["url"].ToString().EndsWith("/kept", StringComparison.Ordinal)
        ? """{"archived_snapshots":{"closest":{"status":"200","available":true,"url":"http://web.archive.org/web/20200101000000/http://example.org/kept","timestamp":"20200101000000"}}}"""
        : """{"archived_snapshots":{}}""");
}
