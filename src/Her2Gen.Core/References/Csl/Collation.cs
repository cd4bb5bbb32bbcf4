using System.Text;

namespace Her2Gen.References.Csl;

/// <summary>Orders text as readers look it up: small and capital letters alike, accents passed over, punctuation too, numbers by their value.</summary>
/// <remarks>The same on every machine: no culture's own order is asked, only Unicode's decompositions, which stand here.</remarks>
internal static class Collation
{
    private const string Accented = "àáâãäåçèéêëìíîïñòóôõöùúûüýÿāăąćĉċčďēĕėęěĝğġģĥĩīĭįĵķĺļľńņňōŏőŕŗřśŝşšţťũūŭůűųŵŷźżžơưǎǐǒǔǖǘǚǜǟǡǣǧǩǫǭǯǰǵǹǻǽǿȁȃȅȇȉȋȍȏȑȓȕȗșțȟȧȩȫȭȯȱȳḁḃḅḇḉḋḍḏḑḓḕḗḙḛḝḟḡḣḥḧḩḫḭḯḱḳḵḷḹḻḽḿṁṃṅṇṉṋṍṏṑṓṕṗṙṛṝṟṡṣṥṧṩṫṭṯṱṳṵṷṹṻṽṿẁẃẅẇẉẋẍẏẑẓẕẖẗẘẙẛạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹἀἁἂἃἄἅἆἇἐἑἒἓἔἕἠἡἢἣἤἥἦἧἰἱἲἳἴἵἶἷὀὁὂὃὄὅὐὑὒὓὔὕὖὗὠὡὢὣὤὥὦὧὰάὲέὴήὶίὸόὺύὼώᾀᾁᾂᾃᾄᾅᾆᾇᾐᾑᾒᾓᾔᾕᾖᾗᾠᾡᾢᾣᾤᾥᾦᾧᾰᾱᾲᾳᾴᾶᾷ῁ῂῃῄῆῇ῍῎῏ῐῑῒΐῖῗ῝῞῟ῠῡῢΰῤῥῦῧ῭΅ῲῳῴῶῷΐάέήίΰϊϋόύώøđłħıŧς";
    private const string Plain = "aaaaaaceeeeiiiinooooouuuuyyaaaccccdeeeeegggghiiiijklllnnnooorrrssssttuuuuuuwyzzzouaiouuuuuaaægkooʒjgnaæøaaeeiioorruusthaeooooyabbbcdddddeeeeefghhhhhiikkkllllmmmnnnnoooopprrrrsssssttttuuuuuvvwwwwwxxyzzzhtwyſaaaaaaaaaaaaeeeeeeeeiioooooooooooouuuuuuuyyyyααααααααεεεεεεηηηηηηηηιιιιιιιιοοοοοουυυυυυυυωωωωωωωωααεεηηιιοουυωωααααααααηηηηηηηηωωωωωωωωααααααα¨ηηηηη᾿᾿᾿ιιιιιι῾῾῾υυυυρρυυ¨¨ωωωωωιαεηιυιυουωodlhitσ";

    /// <summary>Less than, equal to or greater than zero.</summary>
    public static int Compare(string one, string other)
    {
        string a = Fold(one), b = Fold(other);
        int i = 0, j = 0;
        while (i < a.Length && j < b.Length)
        {
            if (char.IsAsciiDigit(a[i]) && char.IsAsciiDigit(b[j]))
            {
                int order = Numbers(a, ref i, b, ref j);
                if (order != 0) return order;
                continue;
            }

            if (a[i] != b[j]) return Weight(a[i]).CompareTo(Weight(b[j]));
            i++;
            j++;
        }

        return (a.Length - i).CompareTo(b.Length - j);
    }

    // Spaces come before digits, and those before letters.
    private static int Weight(char c) => c == ' ' ? 0 : char.IsAsciiDigit(c) ? 0x100 + c : char.IsLetter(c) ? 0x1000 + c : 0x10;

    private static int Numbers(string a, ref int i, string b, ref int j)
    {
        ReadOnlySpan<char> one = Digits(a, ref i), other = Digits(b, ref j);
        int order = one.Length.CompareTo(other.Length);
        return order != 0 ? order : one.SequenceCompareTo(other);
    }

    private static ReadOnlySpan<char> Digits(string text, ref int at)
    {
        int start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return text.AsSpan(start, at - start).TrimStart('0');
    }

    private static string Fold(string text)
    {
        StringBuilder folded = new(text.Length);
        foreach (char c in text)
        {
            char lower = char.ToLowerInvariant(c);
            if (char.IsWhiteSpace(lower))
            {
                folded.Append(' ');
            }
            else if (char.IsAsciiLetterOrDigit(lower))
            {
                folded.Append(lower);
            }
            else if (lower == 'ß')
            {
                folded.Append("ss");
            }
            else if (lower is 'æ' or 'œ')
            {
                folded.Append(lower == 'æ' ? 'a' : 'o').Append('e');
            }
            else if (lower is not (>= '\u0300' and <= '\u036F') && !char.IsPunctuation(lower) && !char.IsControl(lower))
            {
                int at = Accented.IndexOf(lower, StringComparison.Ordinal);
                folded.Append(at >= 0 ? Plain[at] : lower);
            }
        }

        return folded.ToString();
    }
}
