namespace Her2Gen.Files;

/// <summary>ORCID iDs: sixteen characters in four groups, the last a check character (ISO/IEC 7064, MOD 11-2).</summary>
public static class Orcid
{
    public static bool IsValid(string text)
    {
        if (text.Length != 19 || text[4] != '-' || text[9] != '-' || text[14] != '-') return false;
        int total = 0;
        for (int i = 0; i < 18; i++)
        {
            if (i is 4 or 9 or 14) continue;
            char c = text[i];
            if (!char.IsAsciiDigit(c)) return false;
            total = (total + c - '0') * 2 % 11;
        }

        int check = (12 - total) % 11;
        return text[18] == (check == 10 ? 'X' : (char)('0' + check));
    }
}
