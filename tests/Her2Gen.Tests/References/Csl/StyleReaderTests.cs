using Her2Gen.Files;
using Her2Gen.References.Csl;

namespace Her2Gen.Tests.References.Csl;

public sealed class StyleReaderTests
{
    private const string Open = "<style xmlns=\"http://purl.org/net/xbiblio/csl\" class=\"in-text\" version=\"1.0\">";
    private const string Citation = "<citation><layout><text variable=\"title\"/></layout></citation>";

    [Theory]
    [InlineData(Open + Citation + "</style>", "")]
    [InlineData("<style/>", "a.csl:1:1: error HG327 style-unreadable: expected `<style xmlns=\"http://purl.org/net/xbiblio/csl\">` <<style>")]
    [InlineData("<locale xmlns=\"http://purl.org/net/xbiblio/csl\"/>", "a.csl:1:1: error HG327 style-unreadable: expected `<style xmlns=\"http://purl.org/net/xbiblio/csl\">` <<locale>")]
    [InlineData(Open + "</style>", "a.csl:1:1: error HG327 style-unreadable: neither `citation` nor `bibliography`, and no `independent-parent` <<style>")]
    [InlineData(Open + "\n<citation></citation></style>", "a.csl:2:1: error HG327 style-unreadable: `citation` has no `layout` <<citation>")]
    [InlineData(Open + "\n<citation><layout><txt/></layout></citation></style>", "a.csl:2:19: error HG327 style-unreadable: `txt` is no rendering element of CSL 1.0 <<txt>")]
    [InlineData(Open + "\n<citation><layout><text/></layout></citation></style>", "a.csl:2:19: error HG327 style-unreadable: `text` names no variable <<text>")]
    [InlineData(Open + "\n<macro name=\"author\"><text value=\"a\"/></macro><citation><layout><text macro=\"autor\"/></layout></citation></style>", "a.csl:2:65: error HG327 style-unreadable: no macro `autor` <<text>")]
    [InlineData(Open + "\n<macro name=\"a\"><text macro=\"b\"/></macro><macro name=\"b\"><text macro=\"a\"/></macro>" + Citation + "</style>", "a.csl:2:58: error HG327 style-unreadable: the macro `a` calls itself <<text>")]
    [InlineData(Open + "\n<citation>", "a.csl:2:11: error HG327 style-unreadable: unexpected end of file has occurred. The following elements are not closed: citation, style <>")]
    [InlineData("<!DOCTYPE style [<!ENTITY a \"b\">]>" + Open + "</style>", "a.csl:1:1: error HG327 style-unreadable: a style or locale has no document type <<>")]
    public void A_style_that_cannot_be_used_is_reported_at_its_place(string xml, string said) =>
        Assert.Equal(said, Saying.Of(new SourceText("a.csl", xml), (source, diagnostics) => CslStyle.Read(source, _ => null, diagnostics)));

    [Theory]
    [InlineData("parent", "")]
    [InlineData("other", "a.csl:2:7: error HG327 style-unreadable: the parent style `other` is not there <<link>")]
    [InlineData("dependent", "a.csl:2:7: error HG327 style-unreadable: the parent style `dependent` depends on another <<link>")]
    public void A_dependent_style_is_its_parent(string parent, string said)
    {
        string Dependent(string of) => $"{Open}\n<info><link rel=\"independent-parent\" href=\"http://www.zotero.org/styles/{of}\"/></info></style>";
        SourceText? Lookup(string name) => name switch
        {
            "parent" => new SourceText("parent.csl", Open + Citation + "</style>"),
            "dependent" => new SourceText("dependent.csl", Dependent("parent")),
            _ => null,
        };
        Assert.Equal(said, Saying.Of(new SourceText("a.csl", Dependent(parent)), (source, diagnostics) => Assert.Equal(said.Length > 0, CslStyle.Read(source, Lookup, diagnostics) is null)));
    }
}
