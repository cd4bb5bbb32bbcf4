using System.Collections.Frozen;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Her2Gen.Checks;

/// <summary>Gathers the addresses of a page's tags while <see cref="PageFactsReader"/> walks over its tokens.</summary>
internal sealed class AddressFactsReader(PageFacts page)
{
    // Hints to the network name a host, not a file.
    private static readonly string[] Hints = ["dns-prefetch", "preconnect"];

    // They say where a page is, to whoever asks; nothing is loaded.
    private static readonly string[] Identities = ["canonical", "alternate", "shortlink", "amphtml", "prev", "next", "up", "cite-as", "describedby", "item", "latest-version", "predecessor-version", "successor-version", "version-history"];

    private static readonly string[] Loading = ["stylesheet", "icon", "apple-touch-icon", "apple-touch-icon-precomposed", "mask-icon", "manifest", "preload", "modulepreload", "prefetch"];

    private static readonly string[] AddressMetas = ["og:url", "og:image", "og:image:url", "og:image:secure_url", "og:video", "og:video:url", "og:audio", "og:audio:url", "twitter:image", "twitter:image:src", "twitter:player", "twitter:url", "citation_fulltext_html_url", "citation_abstract_html_url", "citation_pdf_url", "msapplication-tileimage"];

    // One text for each name, however often it stands.
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Names = new[]
    {
        "a", "area", "audio", "base", "blockquote", "body", "button", "del", "embed", "feimage", "form", "html", "iframe", "image", "img", "input", "ins", "link", "meta", "object",
        "q", "script", "source", "td", "th", "track", "use", "video", "action", "background", "cite", "content", "data", "formaction", "href", "imagesrcset", "longdesc",
        "manifest", "poster", "src", "srcset", "style", "xlink:href",
    }.ToFrozenDictionary(name => name, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public void Attribute(in StartTag tag, ReadOnlySpan<char> name, ref MemoryHtmlAttributeToken attribute)
    {
        ReadOnlySpan<char> element = tag.Name;
        switch (name)
        {
            case "href" when element is "base": page.Base ??= attribute.Value.ToString(); break;
            case "href" when element is "link": Link(tag, ref attribute); break;
            case "href" when element is "a" or "area": Add(element, name, ref attribute, AddressUse.Link); break;
            // Any other element with this attribute is SVG's: a reference to what is drawn.
            case "href" or "xlink:href": Add(element, name, ref attribute, element is "image" or "feimage" or "use" or "script" ? AddressUse.Asset : AddressUse.Link); break;
            case "src" when element is "img" or "script" or "iframe" or "embed" or "source" or "track" or "audio" or "video" or "input": Add(element, name, ref attribute, AddressUse.Asset); break;
            case "srcset" when element is "img" or "source": AddCandidates(element, name, ref attribute); break;
            case "imagesrcset" when element is "link": AddCandidates(element, name, ref attribute); break;
            case "poster" when element is "video": Add(element, name, ref attribute, AddressUse.Asset); break;
            case "data" when element is "object": Add(element, name, ref attribute, AddressUse.Asset); break;
            case "background" when element is "body" or "td" or "th" or "table" or "tr": Add(element, name, ref attribute, AddressUse.Asset); break;
            case "manifest" when element is "html": Add(element, name, ref attribute, AddressUse.Asset); break;
            case "action" when element is "form": Add(element, name, ref attribute, AddressUse.Link); break;
            case "formaction" when element is "button" or "input": Add(element, name, ref attribute, AddressUse.Link); break;
            case "cite" when element is "q" or "blockquote" or "ins" or "del": Add(element, name, ref attribute, AddressUse.Link); break;
            case "longdesc" when element is "img" or "iframe": Add(element, name, ref attribute, AddressUse.Link); break;
            case "style": Style(element, ref attribute); break;
            case "content" when element is "meta": Meta(tag, ref attribute); break;
        }
    }

    /// <summary>The addresses of a <c>style</c> element's text.</summary>
    public void Style(string css, int offset)
    {
        foreach (CssAddress address in CssReader.Read(css))
            page.Addresses.Add(new AddressFact("style", "", address.Value, AddressUse.Style, offset + address.Offset, AddressPlace.Text));
    }

    private void Link(in StartTag tag, ref MemoryHtmlAttributeToken attribute)
    {
        string[] relations = tag.Relations;
        if (relations.Any(Hints.Contains)) return;
        // A style sheet may be alternate too, and is loaded all the same.
        bool isIdentity = relations.Any(Identities.Contains) && !relations.Contains("stylesheet");
        bool isLoaded = relations.Any(Loading.Contains);
        Add("link", "href", ref attribute, isIdentity ? AddressUse.Identity : isLoaded ? AddressUse.Asset : AddressUse.Link);
    }

    private void Meta(in StartTag tag, ref MemoryHtmlAttributeToken attribute)
    {
        if (tag.Value("http-equiv").Trim().Equals("refresh", StringComparison.OrdinalIgnoreCase))
        {
            string content = attribute.Value.ToString();
            if (RefreshTarget(content) is not { } target) return;
            page.Addresses.Add(new AddressFact("meta", "content", target, AddressUse.Redirect, attribute.Position.Index, AddressPlace.PartOfValue) { Within = content.LastIndexOf(target, StringComparison.Ordinal) });
            page.IsStub = true;
            return;
        }

        string name = (tag.Text("property") ?? tag.Text("name") ?? "").Trim().ToLowerInvariant();
        if (AddressMetas.Contains(name)) page.Addresses.Add(new AddressFact("meta", name, attribute.Value.ToString(), AddressUse.Identity, attribute.Position.Index));
    }

    // HTML standard, 4.2.5.3, "shared declarative refresh steps": a time, then `;` or `,`, then the address, with or without `url=` and quotes.
    private static string? RefreshTarget(string content)
    {
        int separator = content.AsSpan().IndexOfAny(';', ',');
        if (separator < 0) return null;
        string target = content[(separator + 1)..].Trim();
        if (target.StartsWith("url", StringComparison.OrdinalIgnoreCase) && target[3..].TrimStart() is ['=', ..] behind) target = behind[1..].TrimStart();
        if (target is ['"' or '\'', ..])
        {
            int end = target.IndexOf(target[0], 1);
            target = end < 0 ? target[1..] : target[1..end];
        }

        return target.Length > 0 ? target : null;
    }

    private void Style(ReadOnlySpan<char> element, ref MemoryHtmlAttributeToken attribute)
    {
        if (!attribute.Value.Memory.Span.Contains('(')) return;
        foreach (CssAddress address in CssReader.Read(attribute.Value.ToString()))
            page.Addresses.Add(new AddressFact(NameOf(element), "style", address.Value, AddressUse.Style, attribute.Position.Index, AddressPlace.PartOfValue) { Within = address.Offset });
    }

    private void AddCandidates(ReadOnlySpan<char> element, ReadOnlySpan<char> name, ref MemoryHtmlAttributeToken attribute)
    {
        foreach ((string address, int index) in SrcsetReader.Read(attribute.Value.ToString()))
            page.Addresses.Add(new AddressFact(NameOf(element), NameOf(name), address, AddressUse.Asset, attribute.Position.Index, AddressPlace.PartOfValue) { Within = index });
    }

    private void Add(ReadOnlySpan<char> element, ReadOnlySpan<char> name, ref MemoryHtmlAttributeToken attribute, AddressUse use) =>
        page.Addresses.Add(new AddressFact(NameOf(element), NameOf(name), SharedText.Of(attribute.Value.Memory.Span), use, attribute.Position.Index));

    private static string NameOf(ReadOnlySpan<char> name) => Names.TryGetValue(name, out string? known) ? known : name.ToString();
}
