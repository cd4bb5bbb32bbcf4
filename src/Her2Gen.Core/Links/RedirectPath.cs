namespace Her2Gen.Links;

/// <summary>The way that redirects lead from one address to the next.</summary>
public sealed class RedirectPath(Uri start)
{
    private const int Longest = 10;

    private readonly HashSet<string> seen = new([start.AbsoluteUri], StringComparer.Ordinal);
    private bool isPermanent = true;
    private Uri? moved;

    /// <summary>Where it has led so far.</summary>
    public Uri Here { get; private set; } = start;

    /// <summary>Where it has led, or null when it never left its start.</summary>
    public string? To => seen.Count > 1 ? Here.AbsoluteUri : null;

    /// <summary>How far its permanent redirects led before the first temporary one.</summary>
    public string? Moved => moved?.AbsoluteUri;

    /// <summary>Whether a redirect named a fragment of its own, which takes the place of the link's (RFC 9110, section 10.2.2).</summary>
    public bool HasOwnFragment { get; private set; }

    /// <summary>Goes one step on, or says why that cannot be done.</summary>
    /// <param name="location">The header's value, which may be relative.</param>
    public string? Follow(int status, string? location)
    {
        if (location is null || !Uri.TryCreate(Here, location, out Uri? next)) return $"{status} to nowhere";
        if (next.Scheme is not ("http" or "https")) return $"{status} to {next.Scheme}:";
        if (next.Fragment.Length > 1) HasOwnFragment = true;
        Uri page = new(next.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped));
        if (!seen.Add(page.AbsoluteUri)) return "redirects in a circle";
        if (seen.Count > Longest + 1) return $"more than {Longest} redirects";
        isPermanent &= StatusCode.IsPermanentRedirect(status);
        Here = page;
        if (isPermanent) moved = page;
        return null;
    }
}
