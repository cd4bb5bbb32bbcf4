namespace Her2Gen.Diagnostics;

/// <summary>One kind of mistake. Its id and name never change meaning once published.</summary>
/// <param name="Id"><c>HG</c> and three digits; the first digit is the band (see <see cref="Rules"/>).</param>
/// <param name="Name">Lower-case words joined by hyphens.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Summary">What is wrong and why it matters, in one sentence.</param>
/// <param name="OneCause">Whether findings with the same message have one cause: they are reported once, at the first place, which lists the others.</param>
/// <param name="NeedsNetwork">Whether only a look at other sites can tell: <c>her2gen links --external</c>.</param>
public sealed record Rule(string Id, string Name, Severity Severity, string Summary, bool OneCause = false, bool NeedsNetwork = false);
