using System.Text;
using Her2Gen.Articles;
using Her2Gen.Editions;
using Her2Gen.Files;
using Her2Gen.Pages;
using Her2Gen.Templates;
using Scriban.Runtime;

namespace Her2Gen.Sites;

/// <summary>A page of what changed that stands for itself, without the site of the article.</summary>
public static class ChangesSite
{
    /// <summary>The page, the same as JSON beside it, and the assets that it uses. What could not be drawn is reported by the templates and left out.</summary>
    public static FileTree Build(ChangesPage page, TemplateSet templates)
    {
        EditionText newer = page.Diff.Newer;
        SiteSettings settings = new(newer.Title, newer.Lang.Length > 0 ? newer.Lang : "en", Publisher: "", Licence: null, Address: null, Navigation: [], RawHtml: false);
        ScriptObject site = Site(settings);
        AssetTable assets = new(templates.Files.Under(AssetTable.Folder), (name, bytes, table) => Publish(name, bytes, table, templates, site));
        ScriptObject model = new() { ["site"] = site, ["page"] = ChangesModel.Of(settings, page), ["body"] = new DrawnTemplate(page.Template) };
        List<KeyValuePair<FilePath, ReadOnlyMemory<byte>>> files = [];
        if (templates.Draw("layout.html", model, new PageLinks(page.Path, Root: null, assets)) is { } html) files.Add(KeyValuePair.Create(page.Path, (ReadOnlyMemory<byte>)html));
        files.Add(KeyValuePair.Create(page.Json, (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(DiffJson.Write(page.Diff))));
        files.AddRange(assets.Published(assets.Used).Select(asset => KeyValuePair.Create(asset.Path, asset.Bytes)));
        return new FileTree(files);
    }

    // A layout asks for these on every page; there is no article here to link to.
    private static ScriptObject Site(SiteSettings settings) => new()
    {
        ["title"] = settings.Title,
        ["lang"] = settings.Lang,
        ["publisher"] = settings.Publisher,
        ["address"] = null,
        ["licence"] = null,
        ["article"] = null,
        ["card"] = null,
        ["pages"] = new ScriptArray(),
        ["navigation"] = new ScriptArray(),
        ["glossary"] = new ScriptArray(),
        ["edition"] = null,
        ["editions"] = new ScriptArray(),
        ["notices"] = new ScriptArray(),
        ["is_changed"] = false,
    };

    private static ReadOnlyMemory<byte> Publish(FilePath name, ReadOnlyMemory<byte> bytes, AssetTable table, TemplateSet templates, ScriptObject site)
    {
        string template = AssetTable.Folder + name;
        return templates.Has(template) ? templates.Draw(template, new ScriptObject { ["site"] = site }, new PageLinks(FilePath.Parse(template), Root: null, table)) : bytes;
    }
}
