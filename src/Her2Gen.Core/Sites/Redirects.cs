using System.Text;
using Her2Gen.Articles;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.Pages;
using Her2Gen.Yaml;

namespace Her2Gen.Sites;

/// <summary>Carries out <c>redirects</c> of <c>site.yml</c>: for a page a stub and a line of <c>_redirects</c>, for a place in a page its old id beside the new one.</summary>
internal sealed class Redirects
{
    private static readonly FilePath HostFile = FilePath.Parse("_redirects");

    private readonly List<RedirectPage> pages = [];
    private readonly List<(FilePath Page, string Old, string New, Location Place)> places = [];

    public Redirects(Article article, DiagnosticBag diagnostics)
    {
        foreach (YamlEntry entry in article.Settings.Redirects)
        {
            if (entry.Value is not YamlText { Value: var to } written) continue;
            (string from, string old) = Parted(entry.Key);
            (string target, string fragment) = Parted(to);
            if (!FilePath.TryParse(from, out FilePath page) || !FilePath.TryParse(target, out FilePath destination) || page.Extension != ".html" || destination.Extension != ".html")
                diagnostics.Add(Rules.UrlMalformed, written.Location, $"`{entry.Key}: {to}` is no redirect", "both are pages of the site, as paths from its top: `old.html: about.html`");
            else if (old.Length == 0)
                pages.Add(new RedirectPage(page, "redirect.html", page.LinkTo(destination) + (fragment.Length > 0 ? "#" + Uri.EscapeDataString(fragment) : ""), destination));
            else if (page == destination && fragment.Length > 0)
                places.Add((page, old, fragment, written.Location));
            else
                diagnostics.Add(Rules.UrlMalformed, written.Location, $"`{entry.Key}` cannot lead to `{to}`: a host never sees what stands behind `#`", $"lead to a place of `{page}`, where a sentence can send the reader on");
        }
    }

    public IReadOnlyList<RedirectPage> Pages => pages;

    /// <summary>The lines for hosts that carry redirects out themselves; nothing where there is none.</summary>
    /// <param name="basePath">Of the site on its host.</param>
    public IEnumerable<(FilePath, ReadOnlyMemory<byte>, string)> Files(string basePath)
    {
        if (pages.Count == 0) yield break;
        string lines = string.Concat(pages.Select(page => $"{basePath}{Root(page.Path)} {basePath}{Root(page.Destination)}{page.Target[(page.Target.IndexOf('#', StringComparison.Ordinal) is var at and >= 0 ? at : page.Target.Length)..]} 301\n"));
        yield return (HostFile, Encoding.UTF8.GetBytes(lines), "redirects in content/site.yml");
    }

    /// <summary>A drawn page with the old ids of its places: each is an empty element at the start of the one that has the new id.</summary>
    public byte[] WithOldPlaces(FilePath page, byte[] html, DiagnosticBag diagnostics)
    {
        foreach ((_, string old, string @new, Location place) in places.Where(place => place.Page == page))
        {
            ReadOnlySpan<byte> text = html;
            int id = text.IndexOf(Encoding.UTF8.GetBytes($" id=\"{Templates.Html.Escape(@new)}\""));
            int length = id < 0 ? -1 : text[id..].IndexOf((byte)'>');
            if (length < 0) diagnostics.Add(Rules.FragmentMissing, place, $"`{page}` has no `{@new}`", "lead to an id that the page has");
            else if (!IsRoomFor(text[..id])) diagnostics.Add(Rules.FragmentMissing, place, $"`{@new}` is an element that cannot hold an old id", "lead to a heading, a paragraph or a section");
            else html = [.. text[..(id + length + 1)], .. Encoding.UTF8.GetBytes($"<span id=\"{Templates.Html.Escape(old)}\"></span>"), .. text[(id + length + 1)..]];
        }

        return html;
    }

    // Parts of tables and lists hold only their own kind, and some elements hold nothing.
    private static bool IsRoomFor(ReadOnlySpan<byte> upToId)
    {
        string tag = Encoding.UTF8.GetString(upToId[(upToId.LastIndexOf((byte)'<') + 1)..]);
        return tag.Split(' ')[0] is not ("table" or "tr" or "thead" or "tbody" or "ul" or "ol" or "dl" or "img" or "input" or "svg");
    }

    private static string Root(FilePath path) => path == PagePlan.Index ? "" : FilePath.Parse("_").LinkTo(path);

    private static (string Path, string Fragment) Parted(string address) =>
        address.IndexOf('#', StringComparison.Ordinal) is var at and >= 0 ? (address[..at], Uri.UnescapeDataString(address[(at + 1)..])) : (address, "");
}
