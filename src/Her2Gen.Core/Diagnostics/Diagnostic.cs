namespace Her2Gen.Diagnostics;

/// <summary>One thing that is wrong, where it was written, and what to do: the only way anything is reported.</summary>
/// <param name="Rule">Which kind of mistake.</param>
/// <param name="Location">What the author wrote; over a foreign folder, the HTML's own line and column.</param>
/// <param name="Message">Short, lower case, names in backticks, both sides stated, no full stop.</param>
/// <param name="Hint">What to do about it.</param>
public sealed record Diagnostic(Rule Rule, Location Location, string Message, string? Hint = null)
{
    /// <summary>The other places of the same cause, in order.</summary>
    public IReadOnlyList<Location> Also { get; init; } = [];

    /// <summary>The page on which it was found, when <see cref="Location"/> is in a source of that page; the first of them in ordinal order when there are several.</summary>
    public string? Page { get; init; }

    /// <summary>The form that compilers use: <c>file:line:column: severity ID name: message</c>.</summary>
    public override string ToString() =>
        $"{Location}: {(Rule.Severity == Severity.Error ? "error" : "warning")} {Rule.Id} {Rule.Name}: {Message}";
}
