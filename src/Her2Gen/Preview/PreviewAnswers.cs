using System.IO.Hashing;
using System.Net;
using System.Text;
using Her2Gen.Checks;
using Her2Gen.Disk;
using Her2Gen.Files;
using Her2Gen.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Her2Gen.Preview;

/// <summary>Answers requests from the newest state: the bytes that are built and, behind each page, the one element that loads the preview's script.</summary>
/// <remarks>Nothing is read from the disk, so that no path leads out of what was built. Who asks for another host is refused: a page elsewhere may point its own name at this address (DNS rebinding).</remarks>
/// <param name="state">What is shown.</param>
/// <param name="root">The site's folder on disk.</param>
/// <param name="options">How it is shown.</param>
/// <param name="stop">Ends the streams of events.</param>
internal sealed class PreviewAnswers(PreviewState state, string root, PreviewOptions options, CancellationToken stop)
{
    private const string Own = "/.her2gen/";
    private const string Building = "{\"building\":true}";
    private const string ScriptPath = Own + "preview.js";

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);
    private static readonly ReadOnlyMemory<byte> Script = Embedded.Under("preview/").First(file => file.Key.Value == "preview.js").Value;

    // A file, and whether it is what was asked for.
    private readonly record struct Answer(ReadOnlyMemory<byte> Bytes, string Extension, int Status)
    {
        public string Tag(bool hasScript) => Convert.ToHexStringLower(XxHash128.Hash(Bytes.Span)) + (hasScript ? "-p" : "") + (Status == StatusCodes.Status200OK ? "" : $"-{Status}");
    }

    public Task AnswerAsync(HttpContext http)
    {
        if (!IsOwnHost(http.Request.Host.Host)) return RefuseAsync(http, StatusCodes.Status421MisdirectedRequest, "this preview answers to 127.0.0.1 and localhost");
        if (http.Request.Method is not ("GET" or "HEAD")) return RefuseAsync(http, StatusCodes.Status405MethodNotAllowed, "GET and HEAD only");
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        string path = http.Request.Path.Value ?? "/";
        return path switch
        {
            Own + "events" => StreamEventsAsync(http),
            Own + "panel" => SendAsync(http, new AuthorPanel(state.Current, root, options.Editor).Write(PageOf(http.Request.Query["page"].ToString())), ".json", tag: null),
            ScriptPath => SendAsync(http, Script, ".js", tag: null),
            "/" when options.Edition is { } edition => RedirectAsync(http, $"/editions/{edition}/"),
            "/changes" => RedirectAsync(http, "/changes/"),
            _ => AnswerFileAsync(http, PageOf(path)),
        };
    }

    private bool IsOwnHost(string host) =>
        host is "127.0.0.1" or "localhost" or "[::1]" || (options.IsForOthers && (IPAddress.TryParse(host, out _) || host.Equals(Environment.MachineName, StringComparison.OrdinalIgnoreCase) || host.Equals(Environment.MachineName + ".local", StringComparison.OrdinalIgnoreCase)));

    // The file that a path names; one that can be none for a path that names nothing.
    private static FilePath PageOf(string path)
    {
        string asked = path.StartsWith('/') ? path[1..] : path;
        if (asked.Length == 0 || asked.EndsWith('/')) asked += "index.html";
        return FilePath.TryParse(asked, out FilePath file) ? file : default;
    }

    // Who asks between a save and its page gets that page, and not the one before: unless the build takes long.
    private async Task AnswerFileAsync(HttpContext http, FilePath path)
    {
        await state.Building.WaitAsync(LongestWait, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        PreviewSite shown = state.Current;
        Answer answer = Find(shown, path);
        bool hasScript = HasScript(shown, path, answer);
        string tag = answer.Tag(hasScript);
        ReadOnlyMemory<byte> bytes = hasScript ? WithScript(answer.Bytes, tag) : answer.Bytes;
        http.Response.StatusCode = answer.Status;
        await SendAsync(http, bytes, answer.Extension, answer.Status == StatusCodes.Status200OK ? tag : null);
    }

    private static Answer Find(PreviewSite shown, FilePath path)
    {
        if (path.Value is { } && (shown.Files.TryGet(path, out ReadOnlyMemory<byte> bytes) || ((path == WorkingChanges.Page || path.Folder == WorkingChanges.Page.Folder || path.Folder.StartsWith("assets/", StringComparison.Ordinal)) && shown.Changes.Files.TryGet(path, out bytes))))
            return new Answer(bytes, path.Extension, StatusCodes.Status200OK);
        if (shown.Site is null) return new Answer(Encoding.UTF8.GetBytes($"<!DOCTYPE html>\n<html lang=\"en\">\n<title>Nothing could be built</title>\n<h1>Nothing could be built yet</h1>\n<pre>{WebUtility.HtmlEncode(ReportOf(shown))}</pre>\n"), ".html", StatusCodes.Status500InternalServerError);
        if (path == WorkingChanges.Page) return new Answer("<!DOCTYPE html>\n<html lang=\"en\">\n<title>No changes</title>\n<h1>There is no sealed edition to compare with</h1>\n"u8.ToArray(), ".html", StatusCodes.Status404NotFound);
        return new Answer(shown.Files.TryGet(PagePlan.NotFound, out bytes) ? bytes : "<!DOCTYPE html>\n<html lang=\"en\">\n<title>Not found</title>\n<h1>Not found</h1>\n"u8.ToArray(), ".html", StatusCodes.Status404NotFound);
    }

    private static string ReportOf(PreviewSite shown)
    {
        using StringWriter text = new();
        Reporting.TextReport.Print(shown.Run.Value, text);
        return text.ToString();
    }

    // A sealed edition is shown as its readers see it.
    private static bool HasScript(PreviewSite shown, FilePath path, Answer answer) =>
        answer.Extension is ".html" or ".htm" && !(answer.Status == StatusCodes.Status200OK && SiteChecker.IsFrozen(path, shown.Files));

    // Behind the end of the document: parsers take it into the body, and the bytes before it are the built ones.
    private static ReadOnlyMemory<byte> WithScript(ReadOnlyMemory<byte> page, string tag) =>
        (byte[])[.. page.Span, .. Encoding.UTF8.GetBytes($"<script src=\"{ScriptPath}\" data-tag=\"{tag}\"></script>\n")];

    // With ranges, conditions, and HEAD.
    private static Task SendAsync(HttpContext http, ReadOnlyMemory<byte> bytes, string extension, string? tag) => Results.Bytes(
        bytes, MediaTypes.Of(extension), enableRangeProcessing: tag is not null, entityTag: tag is null ? null : new EntityTagHeaderValue($"\"{tag}\"")).ExecuteAsync(http);

    private static Task RedirectAsync(HttpContext http, string target)
    {
        http.Response.Redirect(target);
        return Task.CompletedTask;
    }

    // Each event says which build there is, and which bytes the page has now; or that a build is under way: who then asks for the page has it at once when it is there.
    private async Task StreamEventsAsync(HttpContext http)
    {
        http.Response.ContentType = "text/event-stream";
        FilePath page = PageOf(http.Request.Query["page"].ToString());
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stop);
        try
        {
            while (true)
            {
                (PreviewSite shown, bool isBuilding, Task changed) = state.Look();
                await http.Response.WriteAsync($"data: {(isBuilding ? Building : StateOf(shown, page))}\n\n", end.Token);
                await http.Response.Body.FlushAsync(end.Token);
                await changed.WaitAsync(end.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The browser has gone, or the preview ends.
        }
    }

    private static string StateOf(PreviewSite shown, FilePath page)
    {
        Answer answer = Find(shown, page);
        return $"{{\"build\":{shown.Number},\"tag\":\"{answer.Tag(HasScript(shown, page, answer))}\"}}";
    }

    private static Task RefuseAsync(HttpContext http, int status, string reason)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = MediaTypes.Of(".txt");
        return http.Response.WriteAsync(reason + "\n");
    }
}
