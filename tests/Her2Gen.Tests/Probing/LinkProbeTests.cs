using Her2Gen.Diagnostics;
using Her2Gen.Identifiers;
using Her2Gen.Links;
using Her2Gen.Probing;

namespace Her2Gen.Tests.Probing;

public sealed class LinkProbeTests : IAsyncLifetime
{
    private readonly LeapingTime time = LeapingTime.On("2026-11-26");
    private OutsideWorld? started;

    private OutsideWorld World => started ?? throw new InvalidOperationException("not started");

    public async ValueTask InitializeAsync() => started = await OutsideWorld.StartAsync(time);

    public ValueTask DisposeAsync() => World.DisposeAsync();

    private ProbeSettings Whom => new(new Uri(World.Address + "handles/"), new Uri(World.Address + "available"));

    private static RequestSettings Settings(int concurrency = 4) => new(LeapingTime.Patience, TimeSpan.FromSeconds(1), concurrency, ProbeSettings.AgentFor("https://example.org/"));

    private async Task<Look> LookAsync(ExternalLink link)
    {
        using Requests requests = new(Settings(), time);
        return await new LinkProbe(requests, Whom).LookAsync(link, TestContext.Current.CancellationToken);
    }

    private static ExternalLink Link(string address, string fragment = "") => new(address, Doi: null, [new LinkUse(fragment, Location.Of("a.md"))]);

    private string Shown(Look look)
    {
        string to = look.To is null ? "" : $" to {look.To}";
        string moved = look.Moved is null ? "" : $" moved {look.Moved}";
        string missing = look.Missing.Count == 0 ? "" : $" without {string.Join(' ', look.Missing)}";
        return $"{look.Outcome} {look.Status}{to}{moved}{missing}".Replace(World.Address, "/", StringComparison.Ordinal).Replace($":{World.Port}", "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ok", "Alive 200", "HEAD /ok", "")]
    [InlineData("404", "Gone 404", "HEAD /404, GET /404", "1")]
    [InlineData("410", "Gone 410", "HEAD /410, GET /410", "1")]
    [InlineData("403", "Unknown 403", "HEAD /403, GET /403", "1")]
    [InlineData("401", "Unknown 401", "HEAD /401, GET /401", "1")]
    [InlineData("418", "Unknown 418", "HEAD /418, GET /418", "1")]
    [InlineData("999", "Unknown 999", "HEAD /999, GET /999", "1")]
    [InlineData("no-head", "Alive 200", "HEAD /no-head, GET /no-head", "1")]
    [InlineData("head-404", "Alive 200", "HEAD /head-404, GET /head-404", "1")]
    [InlineData("head-500", "Alive 200", "HEAD /head-500, GET /head-500", "1")]
    public async Task An_answer_to_HEAD_that_is_no_yes_is_asked_for_again_by_GET(string path, string look, string asked, string waits)
    {
        Assert.Equal(look, Shown(await LookAsync(Link(World.Address + path))));
        Assert.Equal((asked, waits), (World.Asked, time.Waits));
    }

    [Theory]
    [InlineData("500-once", "Alive 200", "HEAD /500-once, GET /500-once, GET /500-once", "1 2")]
    [InlineData("500", "Unknown 500", "HEAD /500, GET /500, GET /500, GET /500", "1 2 4")]
    [InlineData("429-7-seconds", "Alive 200", "HEAD /429-7-seconds, HEAD /429-7-seconds", "7")]
    [InlineData("503-date", "Alive 200", "HEAD /503-date, HEAD /503-date", "30")]
    [InlineData("429", "Unknown 429", "HEAD /429, HEAD /429, HEAD /429", "2 4")]
    [InlineData("429-an-hour", "Unknown 429", "HEAD /429-an-hour", "")]
    [InlineData("reset-once", "Alive 200", "HEAD /reset-once, GET /reset-once", "1")]
    [InlineData("reset-twice", "Alive 200", "HEAD /reset-twice, GET /reset-twice, GET /reset-twice", "1 2")]
    [InlineData("reset", "Unknown connection broken", "HEAD /reset, GET /reset, GET /reset, GET /reset", "1 2 4")]
    public async Task What_may_pass_is_asked_for_again_after_the_wait_that_the_server_wants_or_longer_each_time(string path, string look, string asked, string waits)
    {
        Assert.Equal(look, Shown(await LookAsync(Link(World.Address + path))));
        Assert.Equal((asked, waits), (World.Asked, time.Waits));
    }

    [Theory]
    [InlineData("moved", "Alive 200 to /ok moved /ok")]
    [InlineData("moved-host", "Alive 200 to http://localhost/ok moved http://localhost/ok")]
    [InlineData("found", "Alive 200 to /ok")]
    [InlineData("moved-then-found", "Alive 200 to /ok moved /found")]
    [InlineData("found-then-moved", "Alive 200 to /ok")]
    [InlineData("to-404", "Gone 404 to /404 moved /404")]
    [InlineData("to-nowhere", "Unknown 301 to nowhere")]
    [InlineData("to-ftp", "Unknown 302 to ftp:")]
    [InlineData("circle", "Unknown redirects in a circle to /circle-back")]
    [InlineData("hop-10", "Alive 200 to /hop-0")]
    [InlineData("hop-11", "Unknown more than 10 redirects to /hop-1")]
    public async Task Redirects_are_followed_and_told(string path, string look) => Assert.Equal(look, Shown(await LookAsync(Link(World.Address + path))));

    [Theory]
    [InlineData("ok", "method", "Alive 200", "GET /ok")]
    [InlineData("ok", "old", "Alive 200", "GET /ok")]
    [InlineData("ok", "given", "Alive 200", "GET /ok")]
    [InlineData("ok", "gr%C3%B6%C3%9Fe", "Alive 200", "GET /ok")]
    [InlineData("ok", "hidden", "Alive 200 without hidden", "GET /ok")]
    [InlineData("ok", "Method", "Alive 200 without Method", "GET /ok")]
    [InlineData("moved", "method", "Alive 200 to /ok moved /ok", "GET /moved, GET /ok")]
    [InlineData("to-fragment", "method", "Alive 200 to /ok moved /ok", "GET /to-fragment, GET /ok")]
    [InlineData("gzip", "method", "Alive 200", "GET /gzip")]
    [InlineData("gzip", "none", "Alive 200 without none", "GET /gzip")]
    [InlineData("huge", "first", "Alive 200", "GET /huge")]
    [InlineData("huge-without", "first", "Alive 200", "GET /huge-without")]
    [InlineData("bomb", "first", "Alive 200", "GET /bomb")]
    [InlineData("latin1", "plain", "Alive 200", "GET /latin1")]
    [InlineData("pdf", "page=3", "Alive 200", "GET /pdf")]
    [InlineData("ok", "top", "Alive 200", "HEAD /ok")]
    [InlineData("ok", ":~:text=Method", "Alive 200", "HEAD /ok")]
    [InlineData("ok", "/route", "Alive 200", "HEAD /ok")]
    [InlineData("404", "method", "Gone 404", "GET /404")]
    public async Task A_fragment_is_looked_for_in_HTML_as_far_as_that_is_read(string path, string fragment, string look, string asked)
    {
        Assert.Equal(look, Shown(await LookAsync(Link(World.Address + path, fragment))));
        Assert.Equal(asked, World.Asked);
    }

    [Fact]
    public async Task A_host_that_does_not_answer_says_nothing_of_its_pages()
    {
        using System.Net.Sockets.TcpListener closed = new(System.Net.IPAddress.Loopback, 0);
        closed.Start();
        int port = ((System.Net.IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        Assert.Equal("Unknown no connection", Shown(await LookAsync(Link($"http://127.0.0.1:{port}/"))));
        Assert.Equal("Unknown no secure connection", Shown(await LookAsync(Link($"https://127.0.0.1:{World.Port}/ok"))));
        Assert.Equal("Unknown no such host", Shown(await LookAsync(Link("http://nowhere.invalid/"))));
        Assert.Equal("Unknown time-out", Shown(await LookAsync(Link(World.Address + "slow"))));
        Assert.Equal("Unknown time-out", Shown(await LookAsync(Link(World.Address + "slow-body", "second"))));
    }

    [Theory]
    [InlineData("10.1000/known", "Alive handle 1", "GET /handles/10.1000/known")]
    [InlineData("10.1000/a#b?c", "Alive handle 1", "GET /handles/10.1000/a#b?c")]
    [InlineData("10.1000/no-values", "Alive handle 200", "GET /handles/10.1000/no-values")]
    [InlineData("10.1000/none", "Gone handle 100", "GET /handles/10.1000/none")]
    [InlineData("10.1000/page", "Unknown 200", "GET /handles/10.1000/page")]
    [InlineData("10.1000/list", "Unknown 200", "GET /handles/10.1000/list")]
    public async Task A_DOI_is_asked_of_the_handle_service_and_of_nobody_else(string text, string look, string asked)
    {
        Assert.True(Doi.TryParse(text, out Doi doi));
        Assert.Equal(look, Shown(await LookAsync(new ExternalLink(doi.Url, doi, [new LinkUse("method", Location.Of("a.md"))]))));
        Assert.Equal(asked, World.Asked);
    }

    [Fact]
    public async Task A_fault_of_the_handle_service_says_nothing_of_the_DOI()
    {
        Assert.True(Doi.TryParse("10.1000/fault", out Doi doi));
        Assert.Equal("Unknown handle 2", Shown(await LookAsync(new ExternalLink(doi.Url, doi, []))));
        Assert.Equal("2 4", time.Waits);
    }

    [Fact]
    public async Task A_host_is_asked_for_one_thing_at_a_time_with_a_pause_and_knows_who_asks()
    {
        ExternalLink[] links = [.. Enumerable.Range(0, 4).Select(i => Link($"{World.Address}ok?{i}"))];
        using Requests requests = new(Settings(concurrency: 8), time);
        int steps = 0;
        IReadOnlyDictionary<string, Look> looks = await LinkRound.LookAsync(links, new LinkProbe(requests, Whom), () => Interlocked.Increment(ref steps), TestContext.Current.CancellationToken);
        Assert.Equal((4, 4, "1 1 1"), (looks.Count, steps, time.Waits));
        Assert.Equal("her2gen/0.1.0 (+https://example.org/; looks whether links still lead somewhere)", World.UserAgent);
    }

    [Theory]
    [InlineData(null, "her2gen/0.1.0 (looks whether links still lead somewhere)")]
    [InlineData("https://example.org/a (b)/é/", "her2gen/0.1.0 (+https://example.org/a%20%28b%29/%C3%A9/; looks whether links still lead somewhere)")]
    public async Task Whatever_the_sites_address_a_header_can_hold_it(string? site, string agent)
    {
        using Requests requests = new(Settings() with { UserAgent = ProbeSettings.AgentFor(site) }, time);
        await new LinkProbe(requests, Whom).LookAsync(Link(World.Address + "ok"), TestContext.Current.CancellationToken);
        Assert.Equal(agent, World.UserAgent);
    }

    [Fact]
    public async Task A_host_that_was_silent_three_times_is_asked_no_more()
    {
        ExternalLink[] links = [.. Enumerable.Range(0, 6).Select(i => Link($"http://nowhere.invalid/{i}"))];
        using Requests requests = new(Settings(), time);
        IReadOnlyDictionary<string, Look> looks = await LinkRound.LookAsync(links, new LinkProbe(requests, Whom), () => { }, TestContext.Current.CancellationToken);
        Assert.Equal("no such host, no such host, no such host, silent host, silent host, silent host", string.Join(", ", looks.Values.Select(look => look.Status).Order(StringComparer.Ordinal)));
        Assert.DoesNotContain(looks.Values, look => look.Answered || look.Outcome != LookOutcome.Unknown);
    }
}
