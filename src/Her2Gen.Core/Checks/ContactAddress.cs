using Her2Gen.Files;

namespace Her2Gen.Checks;

/// <summary>Addresses of mailboxes (RFC 6068) and telephones (RFC 3966).</summary>
internal static class ContactAddress
{
    // RFC 3966, section 3: visual separators.
    private const string Separators = "-.()";

    /// <summary>What is wrong with the part behind the scheme; null for a sound one, and for other schemes.</summary>
    public static string? FaultOf(string scheme, string text) => scheme switch
    {
        "mailto" => MailFault(text),
        "tel" => TelephoneFault(text),
        _ => null,
    };

    private static string? MailFault(string text)
    {
        int query = text.IndexOf('?', StringComparison.Ordinal);
        string[] fields = query < 0 ? [] : text[(query + 1)..].Split('&');
        if (Destination.Unescape(query < 0 ? text : text[..query]) is not { } to || fields.Any(field => Destination.Unescape(field) is null)) return "a percent-escape is none";
        if (fields.FirstOrDefault(field => field.IndexOf('=', StringComparison.Ordinal) <= 0) is { } bare) return $"the field `{bare}` has no value";
        bool hasTo = fields.Any(field => field.StartsWith("to=", StringComparison.OrdinalIgnoreCase));
        if (to.Length == 0) return hasTo ? null : "there is no mailbox";
        return to.Split(',').FirstOrDefault(address => !EmailAddress.IsValid(address.Trim())) is { } wrong ? $"`{wrong.Trim()}` is no mailbox" : null;
    }

    private static string? TelephoneFault(string text)
    {
        string[] parts = text.Split(';');
        string number = Destination.Unescape(parts[0])?.Trim() ?? "";
        bool isGlobal = number.StartsWith('+');
        string digits = isGlobal ? number[1..] : number;
        if (!digits.Any(char.IsAsciiDigit)) return "there is no number";
        char wrong = digits.FirstOrDefault(c => !char.IsAsciiDigit(c) && !Separators.Contains(c, StringComparison.Ordinal) && (isGlobal || c is not ('*' or '#')));
        return wrong == '\0' ? null : $"`{wrong}` is no digit";
    }
}
