namespace Her2Gen.Tests.Probing;

public sealed class NetworkTests
{
    private static readonly string[] Asking = ["HttpClient", "HttpRequestMessage", "TcpClient", "WebRequest", "Dns."];

    [Fact]
    public void Only_the_folder_that_looks_at_links_asks_the_outside_world() => Assert.Equal(
        ["Probing/Requests.cs"],
        from file in Directory.EnumerateFiles(Repository.Path("src"), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        let text = File.ReadAllText(file)
        where Asking.Any(name => text.Contains(name, StringComparison.Ordinal))
        select $"{Path.GetFileName(Path.GetDirectoryName(file))}/{Path.GetFileName(file)}");
}
