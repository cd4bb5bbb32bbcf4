using System.Text;

namespace Her2Gen.Data;

/// <summary>The text of a computed column: <c>{est} (95% CI {lo}–{hi})</c>.</summary>
public static class Formula
{
    /// <summary>The names in braces.</summary>
    public static IEnumerable<string> Names(string formula)
    {
        for (int open = formula.IndexOf('{'); open >= 0; open = formula.IndexOf('{', open + 1))
            if (formula.IndexOf('}', open) is var close and > 0) yield return formula[(open + 1)..close];
    }

    /// <summary>The text with each name replaced; nothing when one of them is blank.</summary>
    public static string Fill(string formula, Func<string, string> value)
    {
        StringBuilder text = new();
        int at = 0;
        for (int open = formula.IndexOf('{'); open >= 0; open = formula.IndexOf('{', at))
        {
            int close = formula.IndexOf('}', open);
            if (close < 0) break;
            string filled = value(formula[(open + 1)..close]);
            if (filled.Length == 0) return "";
            text.Append(formula, at, open - at).Append(filled);
            at = close + 1;
        }

        return text.Append(formula, at, formula.Length - at).ToString();
    }
}
