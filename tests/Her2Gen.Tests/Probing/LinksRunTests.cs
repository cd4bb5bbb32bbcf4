using Her2Gen.Probing;
using Her2Gen.Reporting;

namespace Her2Gen.Tests.Probing;

public sealed class LinksRunTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private OutsideWorld? started;

    private OutsideWorld World => started ?? throw new InvalidOperationException("not started");

    public async ValueTask InitializeAsync() => started = await OutsideWorld.StartAsync(LeapingTime.On("2026-11-01"));

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        folder.Dispose();
    }

    private void WritePage(params string[] addresses) => folder.Write("site/index.html", string.Concat(addresses.Select(address => $"<a href='{address}'>x</a>\n")));

    private async Task<(int Exit, string Output)> RunAsync(string day, Func<LinksRequest, LinksRequest>? change = null, ReportFormat format = ReportFormat.Text, CancellationToken? stop = null)
    {
        LinksRequest request = new(
            folder.Path, folder["site"], folder["links.json"], IsExternal: true, IsArchived: false, IsRot: false, MaxAge: 7, LeapingTime.Patience, TimeSpan.Zero, Concurrency: 4,
            new Uri(World.Address + "handles/"), new Uri(World.Address + "available"));
        using StringWriter output = new() { NewLine = "\n" };
        Report report = new([ReportTarget.Text], Strict: false, new DateOnly(2026, 11, 1));
        int exit = await new LinksRun(change?.Invoke(request) ?? request, format, report, output, LeapingTime.On(day)).RunAsync(stop ?? TestContext.Current.CancellationToken);
        return (exit, output.ToString().Replace(World.Address, "/", StringComparison.Ordinal).Replace(folder.Path, "FOLDER", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_that_goes_is_first_suspect_and_dead_on_another_day_and_may_come_back()
    {
        WritePage(World.Address + "ok", World.Address + "403");
        Assert.Equal(
            (0, "unknown         2026-11-01  403        /403\n    index.html:2:10\n2 addresses outside the site: 1 alive, 1 unknown\n"),
            await RunAsync("2026-11-01"));

        World.Gone.Add("/ok");
        WritePage(World.Address + "ok");
        Assert.Equal((0, "1 address outside the site: 1 alive\n"), await RunAsync("2026-11-05"));
        const string Suspect = "index.html:1:10: warning HG422 external-suspect: `/ok` is gone (404), on one day so far";
        (int exit, string output) = await RunAsync("2026-11-08");
        Assert.Equal((0, Suspect), (exit, output.Split('\n')[0]));
        (exit, output) = await RunAsync("2026-11-08", request => request with { MaxAge = 0 });
        Assert.Equal((0, Suspect), (exit, output.Split('\n')[0]));

        (exit, output) = await RunAsync("2026-11-09");
        Assert.Equal(1, exit);
        Assert.StartsWith("index.html:1:10: error HG421 external-dead: `/ok` is gone (404), since 2026-11-08", output);
        Assert.Contains("= hint: find where it went, or look for a copy at `https://web.archive.org/web/20261101//ok`", output);
        Assert.EndsWith("1 error, 0 warnings; 1 address outside the site: 1 dead\n", output);

        World.Gone.Clear();
        Assert.Equal((0, "1 address outside the site: 1 alive\n"), await RunAsync("2026-11-16"));
    }

    [Fact]
    public async Task Without_external_nothing_is_asked_and_what_is_known_is_told()
    {
        WritePage(World.Address + "404", World.Address + "new");
        await RunAsync("2026-11-01", request => request with { IsExternal = true });
        string asked = World.Asked;
        (int exit, string output) = await RunAsync("2026-11-20", request => request with { IsExternal = false });
        Assert.Equal(asked, World.Asked);
        Assert.Equal(0, exit);
        Assert.StartsWith("suspect         2026-11-01  404        /404\n    index.html:1:10\nsuspect         2026-11-01  404        /new\n    index.html:2:10\n", output);
    }

    [Fact]
    public async Task Nothing_is_asked_twice_in_one_run_nor_before_its_answer_is_old()
    {
        WritePage(World.Address + "ok#method", World.Address + "ok", World.Address + "ok#none");
        (int exit, string output) = await RunAsync("2026-11-01");
        Assert.Equal((0, "GET /ok"), (exit, World.Asked));
        Assert.StartsWith("index.html:3:10: warning HG423 external-fragment-missing: `/ok` has no `none`\n", output);
        await RunAsync("2026-11-07");
        Assert.Equal("GET /ok", World.Asked);
        await RunAsync("2026-11-08");
        Assert.Equal("GET /ok, GET /ok", World.Asked);
    }

    [Fact]
    public async Task Two_rounds_of_the_same_answers_keep_the_same_bytes()
    {
        WritePage(World.Address + "ok", World.Address + "404", World.Address + "moved", World.Address + "pdf", "http://dx.doi.org/10.1000/known", "https://doi.org/10.1000/none");
        await RunAsync("2026-11-01");
        string first = File.ReadAllText(folder["links.json"]);
        File.Delete(folder["links.json"]);
        await RunAsync("2026-11-01");
        Assert.Equal(first, File.ReadAllText(folder["links.json"]));
        Assert.Contains("\"https://doi.org/10.1000/none\":{\"state\":\"suspect\",\"status\":\"handle 100\"", first);
        Assert.Equal(["links.json", "site"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task When_nobody_answers_the_run_failed_and_nothing_is_kept()
    {
        WritePage("http://nowhere.invalid/a", "http://nowhere.invalid/b");
        Assert.Equal((2, ""), await RunAsync("2026-11-01"));
        Assert.False(File.Exists(folder["links.json"]));
    }

    [Fact]
    public async Task A_host_that_stays_silent_beside_others_does_not_fail_the_run()
    {
        WritePage(World.Address + "ok", "http://nowhere.invalid/");
        const string Known = "unknown         2026-11-0{0}  no such host  http://nowhere.invalid/\n    index.html:2:10\n2 addresses outside the site: 1 alive, 1 unknown\n";
        Assert.Equal((0, Known.Replace("{0}", "1", StringComparison.Ordinal)), await RunAsync("2026-11-01"));
        Assert.Equal((0, Known.Replace("{0}", "2", StringComparison.Ordinal)), await RunAsync("2026-11-02"));
        Assert.Equal("HEAD /ok", World.Asked);
    }

    [Fact]
    public async Task A_run_that_is_stopped_keeps_what_it_learned()
    {
        // One host has one request at a time: the second is sent when the first is done with.
        WritePage(World.Address + "ok", World.Address + "stop");
        using CancellationTokenSource stop = new();
        Task<(int Exit, string Output)> run = RunAsync("2026-11-01", stop: stop.Token);
        await World.AskedForStop;
        await stop.CancelAsync();
        (int exit, string output) = await run;
        Assert.Equal(2, exit);
        Assert.Contains("2 addresses outside the site: 1 alive, 1 not looked at\n", output);
        Assert.Contains("/ok\":{\"state\":\"alive\"", File.ReadAllText(folder["links.json"]));
    }

    [Fact]
    public async Task An_address_that_is_none_is_an_error_and_keeps_no_other_from_being_asked_for()
    {
        WritePage("https://[::1", World.Address + "ok");
        (int exit, string output) = await RunAsync("2026-11-01");
        Assert.Equal((1, "HEAD /ok"), (exit, World.Asked));
        Assert.StartsWith("index.html:1:10: error HG405 url-malformed: `https://[::1` is not an address", output);
    }

    [Fact]
    public async Task Copies_are_asked_for_only_when_wanted_and_only_of_what_is_gone()
    {
        WritePage(World.Address + "ok", World.Address + "kept", World.Address + "lost");
        await RunAsync("2026-11-01");
        Assert.DoesNotContain("available", World.Asked);
        (_, string output) = await RunAsync("2026-11-02", request => request with { IsArchived = true });
        Assert.Equal(2, World.Asked.Split("GET /available?url=").Length - 1);
        Assert.Contains("timestamp=20261101", World.Asked);
        Assert.Contains("`/kept` is gone (404), since 2026-11-01\n  |\n2 | <a href='/kept'>x</a>\n", output.Replace(World.Address, "/", StringComparison.Ordinal));
        Assert.Contains("= hint: there is a copy at `http://web.archive.org/web/20200101000000/http://example.org/kept`", output);
        Assert.Contains("look for a copy at `https://web.archive.org/web/20261101//lost`", output);
    }

    [Fact]
    public async Task A_cache_that_cannot_be_read_stops_the_run_and_stays()
    {
        WritePage(World.Address + "ok");
        folder.Write("links.json", "<<<<<<< ours");
        (int exit, string output) = await RunAsync("2026-11-01");
        Assert.Equal((2, ""), (exit, World.Asked));
        Assert.StartsWith("FOLDER/links.json:1:1: error HG101 file-unreadable: the cache of links is not JSON", output);
        Assert.Equal("<<<<<<< ours", File.ReadAllText(folder["links.json"]));
    }

    [Fact]
    public async Task A_cache_that_cannot_be_written_is_reported()
    {
        WritePage(World.Address + "ok");
        (int exit, string output) = await RunAsync("2026-11-01", request => request with { Cache = folder["no/such/folder.json"] });
        Assert.Equal(2, exit);
        Assert.StartsWith("FOLDER/no/such/folder.json:1:1: error HG110 output-blocked: the cache of links cannot be written", output);
    }

    [Fact]
    public async Task Programs_get_one_object_with_links_months_and_findings()
    {
        WritePage(World.Address + "404#x");
        (int exit, string output) = await RunAsync("2026-11-01", format: ReportFormat.Json);
        Assert.Equal(0, exit);
        Assert.StartsWith(
            """{"links":[{"address":"/404","state":"suspect","status":"404","first":"2026-11-01","looked":"2026-11-01","gone":"2026-11-01","places":[{"file":"index.html","line":1,"column":10,"endColumn":""",
            output);
        Assert.Contains("""}]}],"months":{"2026-11":{"alive":0,"suspect":1,"dead":0,"unknown":0}},"diagnostics":[{"rule":"HG422",""", output);
        using System.Text.Json.JsonDocument json = System.Text.Json.JsonDocument.Parse(output);
        Assert.Equal(1, json.RootElement.GetProperty("summary").GetProperty("warnings").GetInt32());
    }

    [Fact]
    public async Task The_report_over_time_stands_in_place_of_the_list()
    {
        WritePage(World.Address + "404");
        await RunAsync("2026-10-01");
        (_, string output) = await RunAsync("2026-11-01", request => request with { IsRot = true });
        Assert.StartsWith("last look         all", output);
        Assert.Contains("   31 days  /404  (gone since 2026-10-01, never seen alive)\n\nalive by month\n2026-10    0.0 %  0 of 1; 1 suspect, 0 dead, 0 unknown\n2026-11    0.0 %  0 of 1; 0 suspect, 1 dead, 0 unknown\n", output);
    }
}
