using System.Globalization;
using System.Text;
using System.Xml;
using Her2Gen.Diagnostics;

namespace Her2Gen.Reporting;

/// <summary>Findings as JUnit's XML: a suite for each rule, and in it a case for each finding, or one that passes.</summary>
/// <remarks>
/// The form that Jenkins and most other readers take. A finding that does not keep the site from being sound is a case that passes and says what was found,
/// so that the report and the exit code agree; a suppressed one is skipped with its reason. No time and no machine's name: the same findings give the same bytes.
/// </remarks>
internal static class JUnitReport
{
    private static readonly XmlWriterSettings Settings = new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    public static void Print(ReportedRun run, TextWriter output)
    {
        ILookup<string, Diagnostic> reported = run.Found.Reported.ToLookup(diagnostic => diagnostic.Rule.Id, StringComparer.Ordinal);
        ILookup<string, SuppressedDiagnostic> suppressed = run.Found.Suppressed.ToLookup(finding => finding.Diagnostic.Rule.Id, StringComparer.Ordinal);
        using MemoryStream stream = new();
        using (XmlWriter xml = XmlWriter.Create(stream, Settings))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", "her2gen");
            WriteCounts(xml, run.Found.Rules.Sum(rule => Cases(reported[rule.Id].Count() + suppressed[rule.Id].Count())), run.Found.Reported.Count(diagnostic => IsFailure(diagnostic, run)), run.Found.Suppressed.Count);
            foreach (Rule rule in run.Found.Rules) WriteSuite(xml, rule, [.. reported[rule.Id]], [.. suppressed[rule.Id]], run);
            xml.WriteEndElement();
        }

        output.Write(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n");
    }

    private static void WriteSuite(XmlWriter xml, Rule rule, Diagnostic[] reported, SuppressedDiagnostic[] suppressed, ReportedRun run)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", $"{rule.Id} {rule.Name}");
        WriteCounts(xml, Cases(reported.Length + suppressed.Length), reported.Count(diagnostic => IsFailure(diagnostic, run)), suppressed.Length);
        HashSet<string> names = new(StringComparer.Ordinal);
        if (reported.Length + suppressed.Length == 0)
        {
            WriteCase(xml, rule, rule.Summary, names);
            xml.WriteEndElement();
        }

        foreach (Diagnostic diagnostic in reported)
        {
            WriteCase(xml, rule, $"{diagnostic.Location} {diagnostic.Message}", names);
            if (IsFailure(diagnostic, run))
            {
                xml.WriteStartElement("failure");
                xml.WriteAttributeString("message", Allowed(diagnostic.Message));
                xml.WriteAttributeString("type", ReportedRun.Word(diagnostic.Rule.Severity));
                xml.WriteString(Allowed(Details(diagnostic)));
                xml.WriteEndElement();
            }
            else
            {
                xml.WriteElementString("system-out", Allowed(Details(diagnostic)));
            }

            xml.WriteEndElement();
        }

        foreach (SuppressedDiagnostic finding in suppressed)
        {
            WriteCase(xml, rule, $"{finding.Diagnostic.Location} {finding.Diagnostic.Message}", names);
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", Allowed(finding.Suppression.Reason));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static int Cases(int findings) => Math.Max(1, findings);

    private static bool IsFailure(Diagnostic diagnostic, ReportedRun run) => run.Strict || diagnostic.Rule.Severity == Severity.Error;

    private static void WriteCounts(XmlWriter xml, int tests, int failures, int skipped)
    {
        xml.WriteAttributeString("tests", tests.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("failures", failures.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("errors", "0");
        xml.WriteAttributeString("skipped", skipped.ToString(CultureInfo.InvariantCulture));
    }

    // Readers know a case by its name, so no two of a suite may share one.
    private static void WriteCase(XmlWriter xml, Rule rule, string wanted, HashSet<string> names)
    {
        string name = Allowed(wanted);
        for (int number = 2; !names.Add(name); number++) name = $"{Allowed(wanted)} ({number.ToString(CultureInfo.InvariantCulture)})";
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", $"her2gen.{rule.Id}");
        xml.WriteAttributeString("name", name);
    }

    private static string Details(Diagnostic diagnostic)
    {
        StringBuilder details = new(diagnostic.ToString());
        if (diagnostic.Page is { } page) details.Append("\npage: ").Append(page);
        if (diagnostic.Hint is { } hint) details.Append("\nhint: ").Append(hint);
        if (diagnostic.Also.Count > 0) details.Append("\nalso: ").AppendJoin(", ", diagnostic.Also);
        return details.ToString();
    }

    // XML 1.0, production 2: what is no character of it is left out, however it is escaped.
    private static string Allowed(string text)
    {
        StringBuilder allowed = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) allowed.Append(text[i]).Append(text[++i]);
            else if (XmlConvert.IsXmlChar(text[i])) allowed.Append(text[i]);
        }

        return allowed.ToString();
    }
}
