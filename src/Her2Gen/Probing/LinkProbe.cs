using Her2Gen.Links;

namespace Her2Gen.Probing;

/// <summary>Asks the outside world for one address.</summary>
/// <remarks>HEAD, and GET where HEAD is not liked or the page has to be searched. Nothing is asked for but the address itself and what it redirects to.</remarks>
internal sealed class LinkProbe(Requests requests, ProbeSettings settings)
{
    public Task<Look> LookAsync(ExternalLink link, CancellationToken stop) =>
        link.Doi is { } doi ? AskHandleServiceAsync(doi.Value, stop) : FollowAsync(link, stop);

    /// <summary>The archive's copy nearest to a day, or null when it has none or does not say.</summary>
    public async Task<string?> FindCopyAsync(string address, DateOnly day, CancellationToken stop)
    {
        Reply reply = await requests.SendAsync(HttpMethod.Get, new Uri(settings.Archive + ArchivedCopy.Query(address, day)), _ => false, stop);
        return StatusCode.Outcome(reply.Status) == LookOutcome.Alive ? ArchivedCopy.Read(reply.Body) : null;
    }

    private async Task<Look> AskHandleServiceAsync(string doi, CancellationToken stop)
    {
        Uri address = new(settings.Handles + Uri.EscapeDataString(doi).Replace("%2F", "/", StringComparison.Ordinal));
        Reply reply = await requests.SendAsync(HttpMethod.Get, address, _ => false, stop);
        return reply.Failure is { } failure ? Look.Silent(failure) : HandleAnswer.Read(reply.Body, reply.Status);
    }

    private async Task<Look> FollowAsync(ExternalLink link, CancellationToken stop)
    {
        RedirectPath path = new(new Uri(link.Address));
        HttpMethod method = link.Anchors.Count > 0 ? HttpMethod.Get : HttpMethod.Head;
        while (true)
        {
            Reply reply = await requests.SendAsync(method, path.Here, link.Anchors.Count > 0 ? html => FragmentSearch.Missing(html, link.Anchors).Count == 0 : null, stop);
            if (StatusCode.IsRedirect(reply.Status))
            {
                if (path.Follow(reply.Status, reply.Location) is { } refused) return new Look(LookOutcome.Unknown, refused, Answered: true) { To = path.To };
            }
            else if (method == HttpMethod.Head && (reply.IsBroken || (reply.Failure is null && StatusCode.Outcome(reply.Status) != LookOutcome.Alive && !StatusCode.AsksToWait(reply.Status))))
            {
                method = HttpMethod.Get;
            }
            else if (reply.Failure is { } failure)
            {
                return Look.Silent(failure);
            }
            else
            {
                return new Look(StatusCode.Outcome(reply.Status), $"{reply.Status}", Answered: true) { To = path.To, Moved = path.Moved, Missing = Missing(link, path, reply) };
            }
        }
    }

    // What is no HTML has no elements to find, and what was cut short may have had them further on.
    private static IReadOnlyList<string> Missing(ExternalLink link, RedirectPath path, Reply reply) =>
        reply.MediaType is "text/html" or "application/xhtml+xml" && !reply.IsCut && !path.HasOwnFragment ? FragmentSearch.Missing(reply.Body, link.Anchors) : [];
}
