using System.Text.Json;

namespace Her2Gen.Links;

/// <summary>Reads what the handle service says of a DOI (Handle.Net HTTP JSON REST API).</summary>
public static class HandleAnswer
{
    private const int Success = 1;
    private const int NotFound = 100;
    private const int ValuesNotFound = 200;

    /// <summary>What the answer's <c>responseCode</c> says; an answer without one says nothing.</summary>
    public static Look Read(ReadOnlyMemory<byte> json, int status)
    {
        try
        {
            using JsonDocument answer = JsonDocument.Parse(json);
            if (answer.RootElement.ValueKind == JsonValueKind.Object && answer.RootElement.TryGetProperty("responseCode", out JsonElement code) && code.TryGetInt32(out int number))
                return new Look(Outcome(number), $"handle {number}", Answered: true);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            // The status is all that there is to say.
        }

        return new Look(LookOutcome.Unknown, $"{status}", Answered: true);
    }

    private static LookOutcome Outcome(int code) => code switch
    {
        Success or ValuesNotFound => LookOutcome.Alive,
        NotFound => LookOutcome.Gone,
        _ => LookOutcome.Unknown,
    };
}
