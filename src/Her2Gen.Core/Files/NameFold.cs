using System.Globalization;
using System.Text;

namespace Her2Gen.Files;

/// <summary>Names as disks compare them that know neither case nor normalisation: twins fold to one text (Unicode Standard, 3.7 and 3.11; UAX 15).</summary>
public static class NameFold
{
    // Hangul syllables are made of jamo by a formula (Unicode Standard, 3.12).
    private const int FirstSyllable = 0xAC00;
    private const int LastSyllable = 0xD7A3;
    private const int LeadBase = 0x1100;
    private const int VowelBase = 0x1161;
    private const int TrailBase = 0x11A7;
    private const int VowelCount = 21;
    private const int TrailCount = 28;

    private static readonly Lazy<(Dictionary<int, int[]> Decompositions, Dictionary<int, byte> Classes)> Data = new(ReadData);

    private static readonly Lazy<Dictionary<(int, int), int>> Compositions = new(() =>
    {
        Dictionary<(int, int), int> compositions = [];
        foreach ((int code, int[] parts) in Data.Value.Decompositions)
            if (parts.Length == 2) compositions.TryAdd((parts[0], parts[1]), code);
        return compositions;
    });

    public static string Of(string name) => Ascii.IsValid(name) ? name.ToUpperInvariant() : Decomposed(Decomposed(name).ToUpperInvariant());

    /// <summary>Normalization form D.</summary>
    public static string Decomposed(string text)
    {
        if (Ascii.IsValid(text)) return text;
        List<int> codes = [];
        foreach (Rune rune in text.EnumerateRunes()) Decompose(rune.Value, codes);
        Order(codes);
        StringBuilder decomposed = new(codes.Count);
        foreach (int code in codes) decomposed.Append(new Rune(code));
        return decomposed.ToString();
    }

    /// <summary>A letter with a combining mark behind it, as one character where there is one (Normalization form C).</summary>
    public static string Composed(string letter, char mark) =>
        Rune.TryGetRuneAt(letter, letter.Length - 1, out Rune last) && Compositions.Value.TryGetValue((last.Value, mark), out int code) ? letter[..^1] + new Rune(code) : letter + mark;

    private static void Decompose(int code, List<int> into)
    {
        if (code is >= FirstSyllable and <= LastSyllable)
        {
            int index = code - FirstSyllable;
            into.Add(LeadBase + index / (VowelCount * TrailCount));
            into.Add(VowelBase + index % (VowelCount * TrailCount) / TrailCount);
            if (index % TrailCount > 0) into.Add(TrailBase + index % TrailCount);
        }
        else if (Data.Value.Decompositions.TryGetValue(code, out int[]? parts))
        {
            foreach (int part in parts) Decompose(part, into);
        }
        else
        {
            into.Add(code);
        }
    }

    // Marks behind one letter stand by their class; equal classes keep their order.
    private static void Order(List<int> codes)
    {
        for (int i = 1; i < codes.Count; i++)
        {
            int code = codes[i];
            byte own = Class(code);
            int at = i;
            while (own > 0 && at > 0 && Class(codes[at - 1]) > own) at--;
            codes.RemoveAt(i);
            codes.Insert(at, code);
        }
    }

    private static byte Class(int code) => Data.Value.Classes.GetValueOrDefault(code);

    private static (Dictionary<int, int[]>, Dictionary<int, byte>) ReadData()
    {
        using Stream stream = typeof(NameFold).Assembly.GetManifestResourceStream("canonical-mappings") ?? throw new InvalidOperationException("no canonical-mappings");
        using StreamReader reader = new(stream, Encoding.UTF8);
        Dictionary<int, int[]> decompositions = [];
        Dictionary<int, byte> classes = [];
        while (reader.ReadLine() is { } line)
        {
            string[] words = line.Split(' ');
            if (words[0] == "#") continue;
            if (words[1] == "=")
            {
                decompositions[Code(words[0])] = [.. words[2..].Select(Code)];
                continue;
            }

            string[] ends = words[0].Split("..");
            for (int code = Code(ends[0]); code <= Code(ends[1]); code++) classes[code] = byte.Parse(words[1], CultureInfo.InvariantCulture);
        }

        return (decompositions, classes);
    }

    private static int Code(string digits) => int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
