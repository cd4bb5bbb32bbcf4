using Microsoft.Playwright;

namespace Her2Gen.Tests.Browser;

/// <summary>Everything that a page may not do: console errors and warnings, faults of scripts, requests that fail or that leave the site.</summary>
internal sealed class Complaints
{
    private readonly List<string> heard = [];

    public Complaints(IPage page, Uri start)
    {
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") heard.Add($"{page.Url}: console {message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => heard.Add($"{page.Url}: script: {error}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(start.AbsoluteUri, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) heard.Add($"{page.Url}: asks for {request.Url}");
        };
        page.RequestFailed += (_, request) =>
        {
            // The preview's stream of events has no end but the page's; and who leaves a page breaks off what it still fetches.
            if (!request.Url.Contains("/.her2gen/events?", StringComparison.Ordinal) && request.Failure != "net::ERR_ABORTED") heard.Add($"{page.Url}: {request.Url} failed: {request.Failure}");
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 400) heard.Add($"{page.Url}: {response.Url} is answered {response.Status}");
        };
    }

    public IReadOnlyList<string> Heard => heard;
}
