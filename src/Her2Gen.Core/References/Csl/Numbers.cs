using Her2Gen.Identifiers;

namespace Her2Gen.References.Csl;

/// <summary>Sets number variables: ranges with the style's dash and abbreviation, numbers as ordinals or roman numerals (CSL 1.0.2, "number").</summary>
internal static class Numbers
{
    public static Node Render(CiteRenderer cite, string variable, string value, NumberForm form, Formatting format)
    {
        CslLocale locale = cite.Locale;
        NumberText number = NumberText.Parse(value, locale);
        Formatting inner = format.WithoutAffixes with { Face = Face.None, Quotes = false, Display = Display.Inline, Delimiter = "" };
        if (cite.Purpose == Purpose.SortKey && number.Parts is [{ IsPlain: true, Prefix.Length: 0 } only]) return Node.Of(only.Value.PadLeft(12, '0'));
        bool isPage = variable == "page" || (variable == "locator" && cite.LocatorTerm == "page");
        string text = "";
        for (int i = 0; i < number.Parts.Count; i++)
        {
            NumberText.Part part = number.Parts[i];
            string shown = i > 0 && number.Parts[i - 1].Joiner is "-" or "–" && isPage ? LastPage(number.Parts[i - 1], part, cite.Processor.Style.PageRangeFormat) : part.Whole;
            text += number.IsNumeric ? InForm(shown, part, form, variable, locale) : shown;
            if (i < number.Parts.Count - 1) text += Joiner(number, i, variable, locale);
        }

        // What begins as a number has no markup.
        return new Node { Children = [char.IsAsciiDigit(text[0]) && text.Contains('<') ? Node.Of(text) : cite.Field(text, inner)] }.In(format);
    }

    private static string InForm(string shown, NumberText.Part part, NumberForm form, string variable, CslLocale locale)
    {
        if (form == NumberForm.Numeric || !part.IsPlain || part.Prefix.Length > 0 || !NumberText.TryWhole(shown, out int number)) return shown;
        string gender = locale.Gender(variable);
        return form switch
        {
            NumberForm.Roman => Numerals.Roman(number),
            NumberForm.LongOrdinal => Numerals.LongOrdinal(number, gender, locale),
            _ => Numerals.Ordinal(number, gender, locale),
        };
    }

    private static string LastPage(NumberText.Part first, NumberText.Part last, string? format)
    {
        if (first.Value.Length == 0 || last.Value.Length == 0 || !char.IsAsciiDigit(first.Value[0]) || !char.IsAsciiDigit(last.Value[0])) return last.Whole;
        if (first.Prefix != last.Prefix) return last.Whole;
        string end = PageRange.End(first.Value, last.Value, format, out bool isShortened);
        // What is shortened drops the letter that both ends have.
        return isShortened ? end : last.Prefix + end;
    }

    private static string Joiner(NumberText number, int i, string variable, CslLocale locale)
    {
        NumberText.Part part = number.Parts[i], next = number.Parts[i + 1];
        if (part.Joiner == "\\-") return "-";
        if (part.Joiner is not ("-" or "–")) return part.Joiner;
        if (variable is not ("page" or "locator" or "issue" or "volume" or "edition" or "number" or "chapter-number" or "collection-number" or "number-of-pages" or "number-of-volumes")) return part.Joiner;
        bool isRange = number.IsNumeric || (IsEnd(part.Value) && IsEnd(next.Value));
        if (!isRange) return part.Joiner;
        return variable == "collection-number" ? locale.Word("year-range-delimiter") ?? "–" : locale.Word("page-range-delimiter") ?? "–";
    }

    private static bool IsEnd(string value) => NumberText.IsRoman(value) || (value.Length > 0 && value.AsSpan().ContainsOnlyDigits());
}
