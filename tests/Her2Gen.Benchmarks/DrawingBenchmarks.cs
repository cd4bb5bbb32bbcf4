using System.Text;
using BenchmarkDotNet.Attributes;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.Tests;
using Markdig;

namespace Her2Gen.Benchmarks;

/// <summary>The repository's article: all that a build does in memory, beside what Markdig alone needs for the same Markdown.</summary>
[MemoryDiagnoser]
public class DrawingBenchmarks
{
    private readonly MarkdownPipeline pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseFootnotes().UseDefinitionLists().UseAbbreviations().Build();
    private string article = "";
    private FileTree sources = FileTree.Empty;

    [GlobalSetup]
    public void Read()
    {
        article = File.ReadAllText(Repository.Path("content/article.md"), Encoding.UTF8);
        sources = new SiteFolder(Repository.Root).ReadSources(new DiagnosticBag()) ?? FileTree.Empty;
    }

    [Benchmark(Baseline = true)]
    public string Markdig() => Markdown.ToHtml(article, pipeline);

    [Benchmark]
    public int Build()
    {
        DiagnosticBag diagnostics = new();
        return SiteFolder.Build(sources, diagnostics)?.Files.Count ?? 0;
    }
}
