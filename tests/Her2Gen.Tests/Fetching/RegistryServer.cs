using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Her2Gen.Tests.Fetching;

/// <summary>A server on the loopback address that answers as Crossref and PubMed do.</summary>
internal sealed class RegistryServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<string> asked = new();
    private readonly ConcurrentDictionary<string, int> times = new(StringComparer.Ordinal);

    private RegistryServer(WebApplication app) => this.app = app;

    /// <summary>With '/' at the end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>What was asked for, in the order of arrival.</summary>
    public string Asked => string.Join(' ', asked);

    public string? UserAgent { get; private set; }

    /// <summary>What is answered to each identifier: the status, and the body.</summary>
    public Dictionary<string, (int Status, string Body)> Answers { get; } = new(StringComparer.Ordinal);

    public static async Task<RegistryServer> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        WebApplication app = builder.Build();
        RegistryServer server = new(app);
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        server.Address = $"http://127.0.0.1:{new Uri(app.Urls.First()).Port}/";
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        UserAgent = http.Request.Headers.UserAgent;
        string path = http.Request.Path.Value ?? "";
        string id = path.StartsWith("/works/", StringComparison.Ordinal) ? Uri.UnescapeDataString(path["/works/".Length..]) : http.Request.Query["id"].ToString();
        asked.Enqueue(id);
        if (id == "10.1000/moved")
        {
            http.Response.StatusCode = StatusCodes.Status301MovedPermanently;
            http.Response.Headers.Location = "/works/10.1000/one";
            return;
        }

        if (id == "10.1000/busy" && times.AddOrUpdate(id, 1, (_, before) => before + 1) == 1)
        {
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            http.Response.Headers.RetryAfter = "7";
            return;
        }

        (int status, string body) = Answers.GetValueOrDefault(id, (404, "Resource not found."));
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(body);
    }
}
