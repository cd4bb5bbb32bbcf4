using System.Text;
using AngleSharp.Html.Parser;
using BenchmarkDotNet.Attributes;
using Her2Gen.Checks;
using Her2Gen.Diagnostics;
using Her2Gen.Disk;
using Her2Gen.Files;
using Her2Gen.Tests;

namespace Her2Gen.Benchmarks;

/// <summary>Every check over the published site and over a thousand pages, beside AngleSharp's parse of the same pages.</summary>
[MemoryDiagnoser]
public class CheckBenchmarks
{
    private readonly HtmlParser parser = new();
    private FileTree site = FileTree.Empty;
    private string[] pages = [];

    [GlobalSetup]
    public void Read()
    {
        site = new FileTree(FolderReader.Read(Repository.Path("site-output"), "", new DiagnosticBag()) ?? []);
        HashSet<FilePath> paths = [.. SiteChecker.PagesOf(site)];
        pages = [.. site.Where(file => paths.Contains(file.Key)).Select(file => Encoding.UTF8.GetString(file.Value.Span))];
    }

    [Benchmark(Baseline = true)]
    public int Parse()
    {
        int elements = 0;
        Parallel.ForEach(pages, page =>
        {
            using AngleSharp.Html.Dom.IHtmlDocument document = parser.ParseDocument(page);
            Interlocked.Add(ref elements, document.All.Length);
        });
        return elements;
    }

    [Benchmark]
    public int Check()
    {
        DiagnosticBag diagnostics = new();
        SiteChecker.Check(site, SourceMap.Empty, address: null, diagnostics);
        return diagnostics.Errors;
    }
}
