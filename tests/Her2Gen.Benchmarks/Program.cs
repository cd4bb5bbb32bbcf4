using BenchmarkDotNet.Running;
using Her2Gen.Benchmarks;
using Her2Gen.Files;
using Her2Gen.Tests.Checks;

// `corpus DIR` writes the thousand pages of the check's benchmark, for other checkers to be run over.
if (args is ["corpus", var folder])
{
    foreach ((FilePath path, ReadOnlyMemory<byte> bytes) in PlantedSite.Tree(PlantedSite.Sound(1000)))
    {
        string file = Path.Combine(folder, path.Value);
        Directory.CreateDirectory(Path.GetDirectoryName(file) ?? folder);
        File.WriteAllBytes(file, bytes.Span);
    }

    return;
}

BenchmarkSwitcher.FromAssembly(typeof(CheckBenchmarks).Assembly).Run(args);
