using System.Buffers;
using System.Text;
using Her2Gen.Files;

namespace Her2Gen.References.BibTex;

/// <summary>What TeX source has become so far: accents are set on the letter behind them, and relations of a formula have space around them.</summary>
internal sealed class TeXOutput(bool hasTags)
{
    private static readonly SearchValues<char> Relations = SearchValues.Create("=<>≤≥≪≫≠≈∼≃≡∝∈∉⊂⊆→⟶←↔⇒⇐⇔↦×±∓÷");

    private readonly StringBuilder output = new();
    private char? accent;
    private bool isSpaceDue;

    public int Length => output.Length;

    public bool IsAccentDue => accent is not null;

    /// <summary>Sets an accent on the next letter.</summary>
    public void Accent(char mark) => accent = mark;

    public void ForgetAccent() => accent = null;

    public void EndGroup() => isSpaceDue = false;

    public void Append(string text) => output.Append(text);

    public void Tag(string tag)
    {
        if (hasTags) output.Append(tag);
    }

    /// <param name="groupStart">How much was written before the group that it stands in.</param>
    public void Write(string text, bool isMath, int groupStart)
    {
        if (accent is { } mark && text.Length > 0)
        {
            accent = null;
            // An accent stands in the place of the dot.
            string letter = text switch { "ı" => "i", "ȷ" => "j", _ => text };
            text = NameFold.Composed(letter, mark);
        }

        // TeX sets space around a relation, where something stands beside it in the formula.
        bool isRelation = isMath && text.Length == 1 && Relations.Contains(text[0]);
        if (isSpaceDue || (isRelation && output.Length > groupStart)) output.Append(' ');
        output.Append(text);
        isSpaceDue = isRelation;
    }

    /// <summary>Each run of white space as one space, and none at the ends.</summary>
    public override string ToString()
    {
        StringBuilder spaced = new(output.Length);
        foreach (ReadOnlyMemory<char> chunk in output.GetChunks())
        {
            foreach (char c in chunk.Span)
            {
                bool isSpace = c is ' ' or '\n' or '\t' or '\r';
                if (isSpace && (spaced.Length == 0 || spaced[^1] == ' ')) continue;
                spaced.Append(isSpace ? ' ' : c);
            }
        }

        return spaced.ToString().TrimEnd(' ');
    }
}
