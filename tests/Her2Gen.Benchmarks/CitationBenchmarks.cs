using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.References.Csl;
using Her2Gen.Tests;

namespace Her2Gen.Benchmarks;

/// <summary>Three hundred references under the default style: read from JSON, numbered and set. citeproc-js takes the same list with <c>peers/citeproc.mjs</c>.</summary>
[MemoryDiagnoser]
public class CitationBenchmarks
{
    private const int Count = 300;

    private string json = "";
    private string styleXml = "";
    private CslStyle style = CslStyle.Empty;
    private CslLocale words = CslLocale.Empty;

    [GlobalSetup]
    public void Read()
    {
        json = File.ReadAllText(Repository.Path("tests/cases/csl/oracle/made-up.json"));
        styleXml = File.ReadAllText(Repository.Path("templates/citation-styles/nlm-citation-sequence.csl"));
        style = ReadStyle();
        words = style.Localized(_ => CslLocale.Read(new SourceText("en-US", File.ReadAllText(Repository.Path("templates/citation-styles/locales-en-US.xml"))), new DiagnosticBag()), "en-US");
    }

    [Benchmark]
    public CslStyle ReadStyle() => CslStyle.Read(new SourceText("nlm", styleXml), _ => null, new DiagnosticBag()) ?? CslStyle.Empty;

    [Benchmark(Baseline = true)]
    public int Format()
    {
        using JsonDocument library = JsonDocument.Parse(json);
        JsonElement[] records = [.. library.RootElement.EnumerateArray()];
        CslItem[] items = [.. Enumerable.Range(0, Count).Select(i => CslItemReader.Read(records[i % records.Length]).As($"item-{i}"))];
        return new CslProcessor(style, words, items, []).Bibliography().Sum(entry => entry.Text.Length);
    }
}
