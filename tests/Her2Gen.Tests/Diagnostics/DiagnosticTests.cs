using Her2Gen.Diagnostics;

namespace Her2Gen.Tests.Diagnostics;

public sealed class DiagnosticTests
{
    private static readonly Location Place = new("content/a.md", 2, 10, 14);

    [Fact]
    public void A_finding_prints_as_compilers_do() => Assert.Equal(
        ["content/a.md:2:10: error HG108 wrong-type: a message", "content/a.md:2:10: warning HG302 uncited-reference: a message"],
        [new Diagnostic(Rules.WrongType, Place, "a message", "a hint").ToString(), new Diagnostic(Rules.UncitedReference, Place, "a message").ToString()]);
}
