using Her2Gen.Diagnostics;
using Her2Gen.Disk;
using Her2Gen.Editions;

namespace Her2Gen.Tests.Editions;

/// <summary>The conformance suite for BagIt: every case, as its folder says.</summary>
public sealed class BagSuiteTests
{
    public static TheoryData<string> All =>
    [
        .. from version in Directory.EnumerateDirectories(Cases.Folder("bagit"))
           from outcome in Directory.EnumerateDirectories(version)
           from bag in Directory.EnumerateDirectories(outcome)
           orderby bag
           select Path.GetRelativePath(Cases.Folder("bagit"), bag).Replace('\\', '/'),
    ];

    [Fact]
    public void The_suite_is_whole() => Assert.Equal(22, All.Count);

    [Theory]
    [MemberData(nameof(All))]
    public void A_bag_is_judged_as_the_suite_judges_it(string name)
    {
        DiagnosticBag diagnostics = new();
        FoundFolder? found = BagFolder.Read(Path.Combine(Cases.Folder("bagit"), name), diagnostics);
        Assert.NotNull(found);
        BagCheck.Check(BagReader.Read(BagContents.In(found, ""), diagnostics), diagnostics);
        string said = string.Join('\n', diagnostics.Sorted());
        switch (name.Split('/')[1])
        {
            case "valid": Assert.Equal("", said); break;
            case "warning": Assert.True(diagnostics.Errors == 0 && diagnostics.Warnings > 0, said); break;
            default: Assert.True(diagnostics.Errors > 0, $"{name} is sound"); break;
        }
    }
}
