using System.Globalization;

namespace Her2Gen.Tests.Browser;

/// <summary>A day's work in a minute.</summary>
public sealed class SoakTests
{
    private const int Steps = 10_000;
    private const int Stretches = 10;

    // 128 MiB, in hexadecimal, for all objects: what is held after each collection must fit, however rarely the runtime would collect on a machine with much cache.
    private static readonly Dictionary<string, string> Narrow = new() { ["DOTNET_GCHeapHardLimit"] = "8000000" };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_thousand_saves_deletions_and_renames_leave_the_last_state_and_level_memory()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(0, Her2GenProcess.Run(folder.Path, "new", "site").ExitCode);
        string site = folder["site"];
        await using PreviewProcess preview = await PreviewProcess.StartAsync(site, Narrow);
        using HttpClient client = new() { BaseAddress = preview.Address };
        string article = Path.Combine(site, "content/article.md");
        string text = await File.ReadAllTextAsync(article, Stop);
        Random random = new(1);
        List<long> memory = [];
        for (int step = 0; step < Steps; step++)
        {
            Change(site, article, text, step, random);
            if (step % 7 == 0) await client.GetAsync("/", Stop);
            if (step % 3 == 0) await Task.Delay(1, Stop);
            if (step % (Steps / Stretches) == Steps / Stretches - 1) memory.Add(MemoryOf(preview.Id));
        }

        await File.WriteAllTextAsync(article, $"{text}\nThe last state.\n", Stop);
        await preview.ReadUntilQuietAsync(TimeSpan.FromSeconds(2));
        ProcessResult built = Her2GenProcess.Run(site, "build");
        Assert.True(built.ExitCode == 0, built.Output + built.Error);
        foreach (string file in Directory.EnumerateFiles(Path.Combine(site, "site-output"), "*", SearchOption.AllDirectories).Where(file => !Path.GetFileName(file).StartsWith('.')))
        {
            byte[] served = await client.GetByteArrayAsync(Path.GetRelativePath(Path.Combine(site, "site-output"), file), Stop);
            byte[] expected = await File.ReadAllBytesAsync(file, Stop);
            Assert.True(served.AsSpan().StartsWith(expected), file);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"MiB after each {Steps / Stretches}: {string.Join(" ", memory.Select(bytes => bytes >> 20))}");
        Assert.DoesNotContain("fault of the program", preview.Heard);
        Assert.InRange(memory[^1], 0, (memory[Stretches / 2] * 5 / 4) + (16 << 20));
    }

    private static void Change(string site, string article, string text, int step, Random random)
    {
        string page = Path.Combine(site, $"content/pages/soak-{random.Next(4)}.md");
        string folder = Path.Combine(site, "content/figures/soak");
        switch (random.Next(8))
        {
            case 0: File.WriteAllText(page, $"---\ntitle: Soak {step}\nsummary: A page.\n---\n\nText {step}.\n"); break;
            case 1: File.Delete(page); break;
            case 2 when File.Exists(page): File.Move(page, Path.Combine(site, $"content/pages/soak-{random.Next(4)}.md"), overwrite: true); break;
            case 3 when step % 20 == 0:
                if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
                else Directory.CreateDirectory(folder);
                break;
            case 4:
                File.WriteAllText(article + ".part", $"{text}\nBy renaming {step}.\n");
                File.Move(article + ".part", article, overwrite: true);
                break;
            default: File.WriteAllText(article, $"{text}\nSentence {step}.\n"); break;
        }

        if (step != Steps - 1) return;
        foreach (string left in Directory.EnumerateFiles(Path.Combine(site, "content/pages"), "soak-*.md")) File.Delete(left);
    }

    private static long MemoryOf(int process) => long.Parse(
        File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
}
