namespace Her2Gen.Files;

/// <summary>ISSNs: eight characters in two groups, the last a check character of weight 1 (ISO 3297).</summary>
public static class Issn
{
    public static bool IsValid(string text)
    {
        if (text.Length != 9 || text[4] != '-') return false;
        int total = 0;
        for (int i = 0; i < 9; i++)
        {
            if (i == 4) continue;
            int weight = i < 4 ? 8 - i : 9 - i;
            if (char.IsAsciiDigit(text[i])) total += weight * (text[i] - '0');
            else if (i == 8 && text[i] == 'X') total += 10;
            else return false;
        }

        return total % 11 == 0;
    }
}
