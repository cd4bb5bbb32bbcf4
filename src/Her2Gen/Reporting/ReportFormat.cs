namespace Her2Gen.Reporting;

/// <summary>How findings are printed.</summary>
internal enum ReportFormat
{
    /// <summary>For people: the source line with a caret under it.</summary>
    Text,

    /// <summary>One JSON object, for programs.</summary>
    Json,

    /// <summary>Workflow commands, which GitHub shows beside the changed lines.</summary>
    GitHub,

    /// <summary>The Static Analysis Results Interchange Format 2.1.0, which code scanning services read.</summary>
    Sarif,

    /// <summary>JUnit's XML, which CI servers read as test results.</summary>
    JUnit,
}
