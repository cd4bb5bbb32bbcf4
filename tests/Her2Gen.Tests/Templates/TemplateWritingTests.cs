namespace Her2Gen.Tests.Templates;

/// <summary>What a template writes: escaped, unless it is markup already.</summary>
public sealed class TemplateWritingTests
{
    private const string Hostile = "title: \"</script><b a='1' c=\\\"2\\\">&amp;\"\nlang: en\npublisher: Nobody\nlicence: CC-BY-4.0\n";

    private static string Draw(string template, string name = "t.xml") => new TestSite().With("content/site.yml", Hostile).With("templates/files/" + name, template).Output(name);

    [Theory]
    [InlineData("{{ site.title }}", "&lt;/script&gt;&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;amp;")]
    [InlineData("{{ '<i>' + site.licence.id }}", "&lt;i&gt;CC-BY-4.0")]
    [InlineData("{{ $'<i>{site.licence.id}' }}", "&lt;i&gt;CC-BY-4.0")]
    [InlineData("{{ capture x }}<i>{{ end }}{{ x }}", "&lt;i&gt;")]
    [InlineData("{{ ['<i>', '<b>'] | array.join '<' }}", "&lt;i&gt;&lt;&lt;b&gt;")]
    [InlineData("{{ ['<i>', '<b>'] | array.first }}", "&lt;i&gt;")]
    [InlineData("{{ for c in '<i>' }}{{ c }}{{ end }}", "&lt;i&gt;")]
    [InlineData("{{ '<i>'[0] }}", "&lt;")]
    [InlineData("{{ func f; ret '<i>'; end; f }}", "&lt;i&gt;")]
    [InlineData("{{ 1 + 1 }} {{ true }} {{ 0.5 }} {{ null }}.", "2 true 0.5 .")]
    public void Texts_are_escaped_in_markup(string template, string drawn) => Assert.Equal(drawn, Draw(template));

    [Theory]
    [InlineData("t.txt", "</script><b a='1' c=\"2\">&amp;")]
    [InlineData("t.css", "</script><b a='1' c=\"2\">&amp;")]
    [InlineData("t.xml", "&lt;/script&gt;&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;amp;")]
    [InlineData("t.json", "&lt;/script&gt;&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;amp;")]
    public void What_is_no_markup_is_not_escaped(string name, string drawn) => Assert.Equal(drawn, Draw("{{ site.title }}", name));

    [Theory]
    [InlineData("{{ json site.title }}", "\"\\u003C/script\\u003E\\u003Cb a=\\u00271\\u0027 c=\\u00222\\u0022\\u003E\\u0026amp;\"")]
    [InlineData("{{ json {a: '<!--', b: [1, 2.5, true, null]} }}", """{"a":"\u003C!--","b":[1,2.5,true,null]}""")]
    [InlineData("{{ json ['a', 'b'] }}", """["a","b"]""")]
    [InlineData("{{ json (['b', 'a'] | array.sort) }}", """["a","b"]""")]
    [InlineData("{{ json (site.pages | array.map 'title') }}", """["A title"]""")]
    public void Json_cannot_end_a_script_element(string template, string drawn) => Assert.Equal(drawn, Draw(template));

    [Theory]
    [InlineData("{{ site }}")]
    [InlineData("{{ site.pages }}")]
    [InlineData("{{ [1, 2] }}")]
    [InlineData("{{ 1..3 }}")]
    [InlineData("{{ ['<i>', '<b>'] | array.sort }}")]
    [InlineData("{{ ['<i>'] | array.add '<b>' }}")]
    [InlineData("{{ site.pages | array.map 'title' }}")]
    [InlineData("{{ site.title | string.split 'b' }}")]
    [InlineData("{{ {a: '<i>'} }}")]
    [InlineData("{{ @include }}")]
    [InlineData("{{ string }}")]
    public void A_list_or_an_object_cannot_be_written(string template) => Assert.Matches(
        "^templates/files/t.xml:1:[0-9]+: error HG202 template-error: a list, an object or a function cannot be written$",
        new TestSite().With("templates/files/t.xml", template).Said());

    [Fact]
    public void A_list_inside_a_text_is_escaped_too() => Assert.DoesNotContain("<i>", Draw("{{ 'a' + ['<i>'] }}{{ $'{[\"<i>\"]}' }}"), StringComparison.Ordinal);
}
