using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Her2Gen.Tests.Browser;

public sealed partial class PreviewServerTests(PublishedSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET / HTTP/1.1", "HOST", 200)]
    [InlineData("HEAD / HTTP/1.1", "HOST", 200)]
    [InlineData("GET /about.html HTTP/1.1", "localhost", 200)]
    [InlineData("GET /missing.html HTTP/1.1", "HOST", 404)]
    [InlineData("GET / HTTP/1.1", "example.org", 421)]
    [InlineData("GET /.her2gen/events HTTP/1.1", "example.org", 421)]
    [InlineData("GET / HTTP/1.1", "127.0.0.1.example.org", 421)]
    [InlineData("POST / HTTP/1.1", "HOST", 405)]
    [InlineData("PUT /index.html HTTP/1.1", "HOST", 405)]
    [InlineData("POST /.her2gen/events HTTP/1.1", "HOST", 405)]
    [InlineData("GET /..%2fcontent/site.yml HTTP/1.1", "HOST", 404)]
    [InlineData("GET /..%2f..%2f..%2fetc/passwd HTTP/1.1", "HOST", 404)]
    [InlineData("GET /../content/site.yml HTTP/1.1", "HOST", 404)]
    [InlineData("GET /..%5ccontent%5csite.yml HTTP/1.1", "HOST", 404)]
    [InlineData("GET //etc/passwd HTTP/1.1", "HOST", 404)]
    [InlineData("GET /%00 HTTP/1.1", "HOST", 400)]
    [InlineData("GET /index.html%00.css HTTP/1.1", "HOST", 400)]
    [InlineData("nonsense", "HOST", 400)]
    public async Task A_request_is_answered_and_the_server_goes_on(string request, string host, int status)
    {
        Assert.Equal(status, await AskAsync(request, host));
        Assert.Equal(200, await AskAsync("GET / HTTP/1.1", "HOST"));
    }

    [Fact]
    public async Task An_address_of_ten_megabytes_is_refused_before_it_ends()
    {
        using TcpClient client = new();
        await client.ConnectAsync(site.Served.Host, site.Served.Port, Stop);
        NetworkStream stream = client.GetStream();
        byte[] some = Encoding.ASCII.GetBytes("GET /" + new string('a', 10_000));
        await stream.WriteAsync(some, Stop);
        using StreamReader reader = new(stream);
        Assert.StartsWith("HTTP/1.1 414", await reader.ReadLineAsync(Stop));
        IOException refused = await Assert.ThrowsAsync<IOException>(async () =>
        {
            for (int sent = 0; sent < 10_000_000; sent += some.Length) await stream.WriteAsync(some, Stop);
        });
        Assert.IsType<SocketException>(refused.InnerException);
        Assert.Equal(200, await AskAsync("GET / HTTP/1.1", "HOST"));
    }

    [Fact]
    public async Task A_link_out_of_the_site_is_not_followed()
    {
        using TemporaryFolder folder = PublishedSite.CopySources();
        File.CreateSymbolicLink(folder["content/figures/secret.svg"], "/etc/passwd");
        File.AppendAllText(folder["content/article.md"], "\n![A secret.](figures/secret.svg){alt=\"None.\"}\n");
        await using PreviewProcess preview = await PreviewProcess.StartAsync(folder.Path);
        using HttpClient client = new() { BaseAddress = preview.Address };
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("figures/secret.svg", Stop)).StatusCode);
        Assert.DoesNotContain("root:", await client.GetStringAsync("/", Stop));
    }

    [Fact]
    public async Task What_is_served_is_what_is_built_but_for_the_one_script()
    {
        using HttpClient client = new() { BaseAddress = site.Served };
        foreach (string file in Directory.EnumerateFiles(site.OnDisk.LocalPath, "*", SearchOption.AllDirectories))
        {
            string path = Path.GetRelativePath(site.OnDisk.LocalPath, file);
            if (path is ".her2gen-files") continue;
            byte[] built = await File.ReadAllBytesAsync(file, Stop);
            byte[] served = await client.GetByteArrayAsync(string.Join('/', path.Split('/').Select(Uri.EscapeDataString)), Stop);
            string more = Encoding.UTF8.GetString(served.AsSpan(Math.Min(built.Length, served.Length)));
            Assert.True(served.AsSpan().StartsWith(built) && Script.IsMatch(more) == (path.EndsWith(".html", StringComparison.Ordinal) && !path.StartsWith("editions/20", StringComparison.Ordinal)) && (more.Length == 0 || Script.IsMatch(more)), $"{path}: {more}");
        }
    }

    [Fact]
    public async Task Tags_conditions_and_ranges_are_honoured()
    {
        using HttpClient client = new() { BaseAddress = site.Served };
        HttpResponseMessage whole = await client.GetAsync("about.html", Stop);
        Assert.Equal("text/html; charset=utf-8", whole.Content.Headers.ContentType?.ToString());
        using HttpRequestMessage again = new(HttpMethod.Get, "about.html");
        again.Headers.IfNoneMatch.Add(whole.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again, Stop)).StatusCode);
        using HttpRequestMessage part = new(HttpMethod.Get, "about.html");
        part.Headers.Range = new RangeHeaderValue(0, 14);
        HttpResponseMessage partial = await client.SendAsync(part, Stop);
        Assert.Equal((HttpStatusCode.PartialContent, "<!DOCTYPE html>"), (partial.StatusCode, await partial.Content.ReadAsStringAsync(Stop)));
        using HttpRequestMessage beyond = new(HttpMethod.Get, "about.html");
        beyond.Headers.Range = new RangeHeaderValue(100_000_000, null);
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, (await client.SendAsync(beyond, Stop)).StatusCode);
    }

    [Fact]
    public async Task A_sealed_edition_is_shown_as_its_readers_see_it()
    {
        using TemporaryFolder folder = PublishedSite.CopySources();
        string id = Directory.EnumerateDirectories(folder["content/editions"]).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal).First();
        await using PreviewProcess preview = await PreviewProcess.StartAsync(folder.Path, "--edition", id);
        Assert.EndsWith($"/editions/{id}/", preview.Address.AbsoluteUri);
        using HttpClient client = new();
        Assert.Equal(await File.ReadAllBytesAsync(folder[$"content/editions/{id}/data/index.html"], Stop), await client.GetByteArrayAsync(new Uri(preview.Address, "/"), Stop));
    }

    [Theory]
    [InlineData("--port", "x", "--port takes a number from 0 to 65535")]
    [InlineData("--port", "70000", "--port takes a number from 0 to 65535")]
    [InlineData("--editor", "javascript:{file}", "--editor takes an address with {file} in it")]
    [InlineData("--edition", "yesterday", "--edition takes an edition's name")]
    [InlineData("--edition", "1999-01-01", "there is no sealed edition `1999-01-01`")]
    public void What_cannot_be_meant_is_told(string option, string value, string told)
    {
        ProcessResult result = Her2GenProcess.Run(Repository.Root, "serve", option, value);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(told, result.Error);
        Assert.DoesNotContain("fault of the program", result.Error);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_and_the_next_is_used()
    {
        using TcpListener taken = new(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;
        await using PreviewProcess preview = await PreviewProcess.StartAsync(Repository.Root, "--port", $"{port}");
        Assert.True(preview.Address.Port > port);
    }

    [GeneratedRegex("""^<script src="/\.her2gen/preview\.js" data-tag="[0-9a-f]+-p"></script>\n$""")]
    private static partial Regex Script { get; }

    // Byte for byte: an HTTP client would tidy the path before it sends it.
    private async Task<int> AskAsync(string request, string host)
    {
        using TcpClient client = new();
        await client.ConnectAsync(site.Served.Host, site.Served.Port);
        NetworkStream stream = client.GetStream();
        string head = $"{request}\r\nHost: {host.Replace("HOST", site.Served.Authority, StringComparison.Ordinal)}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        using StreamReader reader = new(stream);
        string answer = await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(10));
        return int.Parse(answer.Split(' ')[1]);
    }
}
