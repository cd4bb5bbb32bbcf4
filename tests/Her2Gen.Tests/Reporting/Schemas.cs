using System.Text;
using System.Xml;
using System.Xml.Schema;
using NJsonSchema;

namespace Her2Gen.Tests.Reporting;

/// <summary>The schemas in <c>tests/cases/schemas</c>, and what they say of a report.</summary>
internal static class Schemas
{
    private static readonly Lazy<JsonSchema> Sarif = new(() => Json("sarif-2.1.0-rtm.5.json"));
    private static readonly Lazy<JsonSchema> Findings = new(() => Json("findings.schema.json"));

    public static string[] FaultsOfSarif(string report) => [.. Sarif.Value.Validate(report).Select(fault => fault.ToString())];

    public static string[] FaultsOfJson(string report) => [.. Findings.Value.Validate(report).Select(fault => fault.ToString())];

    public static string[] FaultsOfJUnit(string report)
    {
        List<string> faults = [];
        XmlReaderSettings settings = new() { ValidationType = ValidationType.Schema };
        settings.Schemas.Add(null, Path.Combine(Cases.Folder("schemas"), "junit.xsd"));
        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings;
        settings.ValidationEventHandler += (_, fault) => faults.Add(fault.Message);
        using XmlReader reader = XmlReader.Create(new MemoryStream(Encoding.UTF8.GetBytes(report)), settings);
        while (reader.Read())
        {
        }

        return [.. faults];
    }

    private static JsonSchema Json(string name) => JsonSchema.FromJsonAsync(File.ReadAllText(Path.Combine(Cases.Folder("schemas"), name))).GetAwaiter().GetResult();
}
