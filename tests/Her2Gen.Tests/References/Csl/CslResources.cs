using System.Collections.Concurrent;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.References.Csl;

namespace Her2Gen.Tests.References.Csl;

/// <summary>The embedded styles and locale, and the other locales of the CSL project, which only tests read.</summary>
internal static class CslResources
{
    private const string Styles = "templates/citation-styles";

    private static readonly ConcurrentDictionary<string, CslLocale?> Locales = new(StringComparer.Ordinal);

    public static IReadOnlyList<string> EmbeddedStyles { get; } = ["nlm-citation-sequence", "american-medical-association"];

    public static CslLocale? Locale(string tag) => Locales.GetOrAdd(tag, ReadLocale);

    public static CslStyle Style(string name)
    {
        DiagnosticBag diagnostics = new();
        CslStyle? style = CslStyle.Read(Text(Repository.Path($"{Styles}/{name}.csl")), _ => null, diagnostics);
        Assert.Empty(diagnostics.Sorted());
        return style ?? throw new InvalidOperationException($"no style {name}");
    }

    public static SourceText Text(string path) => new(Path.GetFileName(path), File.ReadAllText(path));

    private static CslLocale? ReadLocale(string tag)
    {
        string file = Repository.Path(tag == "en-US" ? $"{Styles}/locales-en-US.xml" : $"tests/cases/csl/locales/locales-{tag}.xml");
        return File.Exists(file) ? CslLocale.Read(Text(file), new DiagnosticBag()) : null;
    }
}
