using Her2Gen.Data;
using Her2Gen.Diagnostics;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;

namespace Her2Gen.Markup;

/// <summary>How many years of school an English text asks of its reader: the Flesch–Kincaid grade (Kincaid and others, 1975).</summary>
public static class ReadingGrade
{
    private const string Summary = "plain-summary";

    // What health literacy guides ask of texts for the public at most.
    private const double Highest = 8;

    private const string Vowels = "aeiouy";

    /// <summary>The grade of a text; 0 for one without words.</summary>
    /// <param name="paragraphs">Each ends a sentence, whether or not it has a full stop.</param>
    public static double Of(IEnumerable<string> paragraphs)
    {
        int words = 0;
        int sentences = 0;
        int syllables = 0;
        foreach (string paragraph in paragraphs)
        {
            bool isOpen = false;
            foreach (string token in paragraph.Split([' ', '\n', '–', '—', '/'], StringSplitOptions.RemoveEmptyEntries))
            {
                string word = token.Trim('(', ')', '“', '”', '"', ',', ';', ':', '.', '!', '?');
                if (word.Length > 0)
                {
                    words++;
                    syllables += Syllables(word);
                    isOpen = true;
                }

                if (token.TrimEnd(')', '”', '"') is not [.., '.' or '!' or '?'] || !isOpen) continue;
                sentences++;
                isOpen = false;
            }

            if (isOpen) sentences++;
        }

        return words == 0 ? 0 : (0.39 * words / sentences) + (11.8 * syllables / words) - 15.59;
    }

    /// <summary>Reports a plain-language summary that is not plain.</summary>
    public static void CheckSummary(MarkdownText text, DiagnosticBag diagnostics)
    {
        foreach (CustomContainer summary in text.Tree.Descendants<CustomContainer>().Where(directive => directive.Info == Summary))
        {
            double grade = Of(summary.Descendants<ParagraphBlock>().Select(paragraph => paragraph.Inline is { } inlines ? PlainText.Of(inlines) : ""));
            if (grade > Highest)
                diagnostics.Add(Rules.ReadingGrade, text.At(summary.Span), $"the plain-language summary reads at grade {NumberFormat.By((decimal)grade, "0.0")}, above grade {Highest}", "shorter sentences and shorter words");
        }
    }

    // Groups of vowels, without a silent e at the end: right for nine words in ten.
    private static int Syllables(string word)
    {
        string letters = word.ToLowerInvariant();
        int groups = 0;
        bool inVowels = false;
        foreach (char c in letters)
        {
            bool isVowel = Vowels.Contains(c, StringComparison.Ordinal);
            if (isVowel && !inVowels) groups++;
            inVowels = isVowel;
        }

        bool isSilent = letters.Length > 2 && letters.EndsWith('e') && !letters.EndsWith("le", StringComparison.Ordinal) && !Vowels.Contains(letters[^2], StringComparison.Ordinal);
        if (letters.EndsWith("ed", StringComparison.Ordinal) && letters.Length > 3 && letters[^3] is not ('t' or 'd')) isSilent = true;
        return Math.Max(1, isSilent ? groups - 1 : groups);
    }
}
