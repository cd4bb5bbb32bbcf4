using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Her2Gen.Reporting;

/// <summary>One JSON value on one line; half a surrogate pair in a text becomes U+FFFD.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter output, Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, Options)) write(json);
        output.Write(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n");
    }
}
