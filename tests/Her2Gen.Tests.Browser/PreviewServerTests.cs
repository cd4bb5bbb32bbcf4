using System.Net.Sockets;
using System.Text;

namespace Her2Gen.Tests.Browser;

public sealed class PreviewServerTests(PublishedSite site)
{
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
