using BenchmarkDotNet.Running;
using Her2Gen.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(CheckBenchmarks).Assembly).Run(args);
