namespace Her2Gen.Tests.Content;

/// <summary>A text as it should not be, <c>tests/cases/careless</c>, beside the one that is published: what an editor is told of each.</summary>
public sealed class CarelessTests
{
    private static readonly string Careless = Cases.Folder("careless");

    [Fact]
    public void A_careless_text_gets_a_report_that_leaves_nothing_out()
    {
        ProcessResult result = Her2GenProcess.Run(Careless, "check", "--strict", "--today", "2026-11-26");
        Cases.Compare(Path.Combine(Careless, "report.txt"), $"{result.Output}{result.Error}[{result.ExitCode}]\n");
    }

    [Fact]
    public void The_published_text_gets_none()
    {
        ProcessResult result = Her2GenProcess.Run(Repository.Root, "check", "--strict", "--today", "2026-11-26");
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.DoesNotContain("HG", result.Output, StringComparison.Ordinal);
    }
}
