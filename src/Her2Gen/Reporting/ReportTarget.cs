namespace Her2Gen.Reporting;

/// <summary>A report that is asked for: <c>sarif=out/her2gen.sarif</c>.</summary>
/// <param name="File">On disk; null is standard output.</param>
internal sealed record ReportTarget(ReportFormat Format, string? File)
{
    public static readonly IReadOnlyList<string> FormatNames = ["text", "json", "github", "sarif", "junit"];

    public static readonly ReportTarget Text = new(ReportFormat.Text, File: null);

    /// <summary>Reads <c>FORMAT</c> or <c>FORMAT=FILE</c>; null when there is no such format, or no file behind the sign.</summary>
    public static ReportTarget? Parse(string written)
    {
        int sign = written.IndexOf('=', StringComparison.Ordinal);
        string? file = sign < 0 ? null : written[(sign + 1)..];
        if (file is { Length: 0 }) return null;
        return (sign < 0 ? written : written[..sign]) switch
        {
            "text" => new(ReportFormat.Text, file),
            "json" => new(ReportFormat.Json, file),
            "github" => new(ReportFormat.GitHub, file),
            "sarif" => new(ReportFormat.Sarif, file),
            "junit" => new(ReportFormat.JUnit, file),
            _ => null,
        };
    }
}
