using System.Text;
using Her2Gen.Files;
using Her2Gen.Preview;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Her2Gen.Tests.Preview;

public sealed class PreviewAnswersTests
{
    private readonly PreviewState state = new();
    private readonly PreviewAnswers answers;

    public PreviewAnswersTests()
    {
        answers = new PreviewAnswers(state, "/", new PreviewOptions(0, IsForOthers: false, Opens: false, new EditorLink(EditorLink.Usual), Edition: null), TestContext.Current.CancellationToken);
        state.Show(SiteWith("before"));
    }

    [Fact]
    public async Task Who_asks_while_a_build_runs_gets_what_it_makes()
    {
        state.Begin();
        (Task answering, Func<string> body) = Ask();
        await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.False(answering.IsCompleted);
        state.Show(SiteWith("after"));
        await answering;
        Assert.StartsWith("after", body(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_build_that_makes_nothing_new_keeps_nobody_waiting()
    {
        state.Begin();
        (Task answering, Func<string> body) = Ask();
        End();
        await answering;
        Assert.StartsWith("before", body(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_build_that_takes_long_does_not_hold_up_the_page_that_there_is()
    {
        state.Begin();
        (Task answering, Func<string> body) = Ask();
        await answering;
        Assert.StartsWith("before", body(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 10_000)]
    public async Task An_open_page_is_told_that_a_build_is_under_way_and_then_what_it_made()
    {
        (_, Func<string> body) = Ask("/.her2gen/events");
        state.Begin();
        while (!body().Contains("building", StringComparison.Ordinal)) await Task.Delay(5, TestContext.Current.CancellationToken);
        state.Show(SiteWith("after") with { Number = 2 });
        while (!body().Contains("\"build\":2", StringComparison.Ordinal)) await Task.Delay(5, TestContext.Current.CancellationToken);
        Assert.Matches("^data: \\{\"build\":1,\"tag\":\"[0-9a-f]+-p\"\\}\n\ndata: \\{\"building\":true\\}\n\ndata: \\{\"build\":2,\"tag\":\"[0-9a-f]+-p\"\\}\n\n$", body());
    }

    // Nobody is left to wait until time is up.
    private void End()
    {
        Task building = state.Building;
        Assert.False(building.IsCompleted);
        state.End();
        Assert.True(building.IsCompletedSuccessfully);
    }

    private (Task Answering, Func<string> Body) Ask(string path = "/")
    {
        MemoryStream body = new();
        DefaultHttpContext http = new() { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        http.Request.Method = "GET";
        http.Request.Host = new HostString("localhost");
        http.Request.Path = path;
        http.Response.Body = body;
        return (answers.AnswerAsync(http), () => Encoding.UTF8.GetString(body.ToArray()));
    }

    private static PreviewSite SiteWith(string text) =>
        new(1, new FileTree([KeyValuePair.Create(FilePath.Parse("index.html"), (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(text))]), null, new HashSet<FilePath>(), TimeSpan.Zero);
}
