namespace Her2Gen.Diagnostics;

/// <summary>How much a finding weighs. An error keeps the site from being written; a warning does so only under <c>--strict</c>.</summary>
public enum Severity
{
    Warning,
    Error,
}
