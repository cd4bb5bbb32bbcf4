namespace Her2Gen.Tests.References.Csl;

/// <summary>The official CSL processor test-suite, run as it stands. <c>HER2GEN_CSL_CASES</c> names another folder of cases.</summary>
public sealed class CslSuiteTests
{
    private static readonly string? Other = Environment.GetEnvironmentVariable("HER2GEN_CSL_CASES");

    private static readonly string Folder = Other ?? Repository.Path("tests/cases/csl/processor-tests");

    // NAME<TAB>reason, in ordinal order.
    private static readonly Dictionary<string, string> NotPassing = File.ReadAllLines(Repository.Path("tests/cases/csl/not-passing.txt")).Select(line => line.Split('\t')).ToDictionary(line => line[0], line => line[1], StringComparer.Ordinal);

    public static TheoryData<string> Cases => [.. Directory.EnumerateFiles(Folder, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_of_the_suite_is_rendered_as_it_expects(string name)
    {
        CslCase read = CslCase.Read(File.ReadAllText(Path.Combine(Folder, name + ".txt")), CslResources.Locale);
        string rendered = read.Run().Trim();
        if (!NotPassing.TryGetValue(name, out string? reason))
        {
            Assert.Equal(read.Expected, rendered);
            return;
        }

        Assert.NotEmpty(reason);
        // In this repository, a case that passes leaves the list.
        if (Other is null) Assert.NotEqual(read.Expected, rendered);
    }

    [Fact]
    public void The_list_of_cases_that_do_not_pass_names_cases_in_order_and_few()
    {
        string[] cases = [.. Directory.EnumerateFiles(Repository.Path("tests/cases/csl/processor-tests"), "*.txt").Select(file => Path.GetFileNameWithoutExtension(file))];
        Assert.Equal(NotPassing.Keys.Order(StringComparer.Ordinal), NotPassing.Keys);
        Assert.All(NotPassing.Keys, name => Assert.Contains(name, cases));
        Assert.InRange(NotPassing.Count, 0, cases.Length * 5 / 100);
    }
}
