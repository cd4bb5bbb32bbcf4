namespace Her2Gen.Tests;

/// <summary>Cases that are documents, under <c>tests/cases</c>. <c>HER2GEN_ACCEPT=1</c> writes what was seen instead of comparing; the difference is reviewed like code.</summary>
internal static class Cases
{
    public static string Folder(string name) => Repository.Path($"tests/cases/{name}");

    public static TheoryData<string> Names(string folder, string extension) =>
        [.. Directory.EnumerateFiles(Folder(folder), "*" + extension).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public static void Compare(string file, string seen)
    {
        if (Environment.GetEnvironmentVariable("HER2GEN_ACCEPT") == "1")
        {
            File.WriteAllText(file, seen);
            return;
        }

        Assert.True(File.Exists(file), $"{file} is missing; HER2GEN_ACCEPT=1 writes it");
        Assert.Equal(File.ReadAllText(file), seen);
    }
}
