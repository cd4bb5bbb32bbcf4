using System.Text.RegularExpressions;

namespace Her2Gen.Editions;

/// <summary>Cuts a text into tokens. Put together again they are the text, exactly.</summary>
public static partial class Tokens
{
    // The sign of a number is no hyphen between words: "-0.33", "(−9.2", but not "10-12".
    private const string Figure = @"(?:(?<![\p{L}\p{N})])[-−+±])?(?:(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|(?<![\p{L}\p{N}])\.\d+)(?:\s?[×x]\s?10\^?[-−]?\d+)?";
    private const string Unit =
        @"(?:\s?(?:%|‰|°C)|(?:[ -]percentage)?[ -]points?(?!\p{L})|(?:[ -]?(?:mg|µg|μg|mcg|ng|pg|kg|g|mL|ml|dL|dl|L|l|mmol|µmol|μmol|nmol|IU|mmHg|cGy|Gy|mm|cm|µm|μm|nm|kDa|h|hours?|minutes?|min|days?|weeks?|months?|years?|cycles?|fold)(?:/(?:kg|m2|m²|mL|ml|dL|dl|L|l|h|day|min|week|µL|μL|mm2|mm²|mm3|mm³))*(?![\p{L}\p{N}])))?";
    private const string Quantity = Figure + Unit;
    private const string To = @"(?:\s?[–—‑−-]\s?|\sto\s)";
    private const string Whole = @"\+?(?![\p{L}\p{N}])";

    [GeneratedRegex(
        @"\G(?:" +
        @"(?<word>https?://\S*[^\s.,;:)\]]|10\.\d{4,9}/\S*[^\s.,;)\]])|" +
        @"(?<number>\d{4}-\d{2}-\d{2}(?!\d))|" +
        @"(?<number>(?:\d+(?:\.\d+)?%\s)?(?:CI|CrI|IQR|[Cc]onfidence interval|[Cc]redible interval|[Ii]nterquartile range)[,:;]?\s" + Quantity + @"(?:" + To + @"|,\s)" + Quantity + Whole + @")|" +
        @"(?<number>[Pp](?:\svalue)?\s?[<>=≤≥]\s?" + Figure + Whole + @")|" +
        @"(?<number>" + Quantity + To + Quantity + Whole + @")|" +
        @"(?<number>[<>≤≥~≈]?" + Figure + @"(?:st|nd|rd|th)(?![\p{L}\p{N}]))|" +
        @"(?<number>" + Quantity + Whole + @")|" +
        @"(?<word>\p{N}*[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:[-‑'’][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*)|" +
        @"(?<number>\p{N}+)|" +
        @"(?<space>\s+)|" +
        @"[\uD800-\uDBFF][\uDC00-\uDFFF]|.)",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Next { get; }

    public static IEnumerable<Token> Of(string text)
    {
        for (Match token = Next.Match(text); token.Success; token = token.NextMatch())
        {
            TokenKind kind = token.Groups["number"].Success ? TokenKind.Number
                : token.Groups["word"].Success ? TokenKind.Word
                : token.Groups["space"].Success ? TokenKind.Space
                : TokenKind.Punctuation;
            yield return new Token(kind, token.Value, token.Value);
        }
    }
}
