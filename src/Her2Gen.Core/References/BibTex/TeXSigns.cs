namespace Her2Gen.References.BibTex;

/// <summary>The commands of TeX that stand for a sign, an accent or a face of type.</summary>
internal static class TeXSigns
{
    /// <summary>The combining mark of each accent (The LaTeX Companion, 7.11).</summary>
    public static readonly IReadOnlyDictionary<string, char> Accents = new Dictionary<string, char>(StringComparer.Ordinal)
    {
        ["`"] = '\u0300',
        ["'"] = '\u0301',
        ["^"] = '\u0302',
        ["~"] = '\u0303',
        ["="] = '\u0304',
        ["u"] = '\u0306',
        ["."] = '\u0307',
        ["\""] = '\u0308',
        ["r"] = '\u030A',
        ["H"] = '\u030B',
        ["v"] = '\u030C',
        ["d"] = '\u0323',
        ["c"] = '\u0327',
        ["k"] = '\u0328',
        ["b"] = '\u0331',
        ["t"] = '\u0361',
        ["hat"] = '\u0302',
        ["bar"] = '\u0304',
        ["overline"] = '\u0304',
        ["tilde"] = '\u0303',
        ["dot"] = '\u0307',
        ["ddot"] = '\u0308',
        ["vec"] = '\u20D7',
    };

    /// <summary>What an argument is set in: the tags of CSL's rich text around it.</summary>
    public static readonly IReadOnlyDictionary<string, (string Open, string Close)> Faces = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        ["emph"] = ("<i>", "</i>"),
        ["textit"] = ("<i>", "</i>"),
        ["textsl"] = ("<i>", "</i>"),
        ["mathit"] = ("<i>", "</i>"),
        ["mkbibemph"] = ("<i>", "</i>"),
        ["mkbibitalic"] = ("<i>", "</i>"),
        ["textbf"] = ("<b>", "</b>"),
        ["mathbf"] = ("<b>", "</b>"),
        ["mkbibbold"] = ("<b>", "</b>"),
        ["textsc"] = ("<sc>", "</sc>"),
        ["textsuperscript"] = ("<sup>", "</sup>"),
        ["mkbibsuperscript"] = ("<sup>", "</sup>"),
        ["textsubscript"] = ("<sub>", "</sub>"),
        ["mkbibsubscript"] = ("<sub>", "</sub>"),
    };

    /// <summary>The same for what holds to the end of its group.</summary>
    public static readonly IReadOnlyDictionary<string, (string Open, string Close)> Declarations = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        ["em"] = ("<i>", "</i>"),
        ["it"] = ("<i>", "</i>"),
        ["sl"] = ("<i>", "</i>"),
        ["itshape"] = ("<i>", "</i>"),
        ["slshape"] = ("<i>", "</i>"),
        ["bf"] = ("<b>", "</b>"),
        ["bfseries"] = ("<b>", "</b>"),
        ["sc"] = ("<sc>", "</sc>"),
        ["scshape"] = ("<sc>", "</sc>"),
        ["rm"] = ("", ""),
        ["sf"] = ("", ""),
        ["tt"] = ("", ""),
        ["normalfont"] = ("", ""),
        ["upshape"] = ("", ""),
        ["mdseries"] = ("", ""),
        ["rmfamily"] = ("", ""),
        ["sffamily"] = ("", ""),
        ["ttfamily"] = ("", ""),
        ["displaystyle"] = ("", ""),
        ["relax"] = ("", ""),
        ["protect"] = ("", ""),
        ["noopsort"] = ("", ""),
        ["left"] = ("", ""),
        ["right"] = ("", ""),
    };

    /// <summary>What stands around an argument that is set as it is.</summary>
    public static readonly IReadOnlyDictionary<string, (string Before, string Behind)> Wrappers = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        ["enquote"] = ("“", "”"),
        ["mkbibquote"] = ("“", "”"),
        ["mkbibparens"] = ("(", ")"),
        ["mkbibbrackets"] = ("[", "]"),
        ["sqrt"] = ("√", ""),
        ["frac"] = ("", "/"),
        ["dfrac"] = ("", "/"),
        ["tfrac"] = ("", "/"),
        ["text"] = ("", ""),
        ["textrm"] = ("", ""),
        ["textsf"] = ("", ""),
        ["texttt"] = ("", ""),
        ["textup"] = ("", ""),
        ["textmd"] = ("", ""),
        ["textnormal"] = ("", ""),
        ["mathrm"] = ("", ""),
        ["mathsf"] = ("", ""),
        ["mathtt"] = ("", ""),
        ["mathcal"] = ("", ""),
        ["mathbb"] = ("", ""),
        ["operatorname"] = ("", ""),
        ["mbox"] = ("", ""),
        ["hbox"] = ("", ""),
        ["ensuremath"] = ("", ""),
        ["underline"] = ("", ""),
        ["uppercase"] = ("", ""),
        ["lowercase"] = ("", ""),
        ["MakeUppercase"] = ("", ""),
        ["MakeLowercase"] = ("", ""),
        ["ifmmode"] = ("", ""),
        ["url"] = ("", ""),
        ["path"] = ("", ""),
    };

    /// <summary>The sign that a command stands for.</summary>
    public static readonly IReadOnlyDictionary<string, string> Signs = Read("""
        ss ß SS ẞ ae æ AE Æ oe œ OE Œ o ø O Ø l ł L Ł aa å AA Å i ı j ȷ dh ð DH Ð dj đ DJ Đ th þ TH Þ ng ŋ NG Ŋ
        textendash – textemdash — textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ” quotedblbase „ quotesinglbase ‚ guillemotleft « guillemotright »
        guillemetleft « guillemetright » guilsinglleft ‹ guilsinglright › textquotedbl " textquotesingle ' textasciigrave ` textexclamdown ¡ textquestiondown ¿
        ldots … dots … textellipsis … cdots ⋯ S § P ¶ textsection § textparagraph ¶ dag † ddag ‡ textdagger † textdaggerdbl ‡ copyright © textcopyright © textregistered ® texttrademark ™
        pounds £ textsterling £ euro € texteuro € EUR € textyen ¥ textcent ¢ textdegree ° degree ° textcelsius ℃ textmu µ textmicro µ micro µ textohm Ω
        textbackslash \ textasciitilde ~ textasciicircum ^ textless < textgreater > textbar | textunderscore _ textbraceleft { textbraceright } lbrace { rbrace } textdollar $ textpercent %
        textperiodcentered · textbullet • bullet • textordfeminine ª textordmasculine º textonehalf ½ textonequarter ¼ textthreequarters ¾ textpm ± textminus − texttimes × textdiv ÷ textonesuperior ¹
        texttwosuperior ² textthreesuperior ³ textsurd √ textregistered ® LaTeX LaTeX TeX TeX BibTeX BibTeX LaTeXe LaTeX2e
        alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π rho ρ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω
        Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
        textalpha α textbeta β textgamma γ textdelta δ textepsilon ε textkappa κ textlambda λ textsigma σ texttau τ textomega ω textDelta Δ textOmega Ω
        times × div ÷ pm ± mp ∓ cdot · ast ∗ star ⋆ circ ∘ le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ geqslant ≥ ll ≪ gg ≫ ne ≠ neq ≠ approx ≈ sim ∼ simeq ≃ equiv ≡ propto ∝ infty ∞ partial ∂ nabla ∇
        sum ∑ prod ∏ int ∫ in ∈ notin ∉ subset ⊂ subseteq ⊆ cup ∪ cap ∩ emptyset ∅ forall ∀ exists ∃ neg ¬ wedge ∧ vee ∨ prime ′ angle ∠ perp ⊥ parallel ∥ lt < gt > mid | vert | ell ℓ hbar ℏ Re ℜ Im ℑ
        to → rightarrow → longrightarrow ⟶ leftarrow ← leftrightarrow ↔ uparrow ↑ downarrow ↓ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ mapsto ↦ log log ln ln exp exp min min max max sin sin cos cos
        textrightarrow → textleftarrow ← textuparrow ↑ textdownarrow ↓ checkmark ✓ female ♀ male ♂ aleph ℵ backslash \ slash / colon : textvisiblespace ␣ bibinitperiod . bibinithyphendelim .- adddot . addcolon : addcomma ,
        """);

    /// <summary>The same for commands of one sign that is no letter. An empty text is a place where a word may be parted, or nothing at all.</summary>
    public static readonly IReadOnlyDictionary<char, string> Escapes = new Dictionary<char, string>
    {
        ['&'] = "&",
        ['%'] = "%",
        ['$'] = "$",
        ['#'] = "#",
        ['_'] = "_",
        ['{'] = "{",
        ['}'] = "}",
        [' '] = " ",
        ['\n'] = " ",
        ['\\'] = " ",
        ['|'] = "‖",
        [','] = "\u2009",
        [':'] = "\u2005",
        [';'] = "\u2004",
        ['!'] = "",
        ['/'] = "",
        ['-'] = "",
        ['@'] = "",
        ['*'] = "",
    };

    /// <summary>The same for commands that are space.</summary>
    public static readonly IReadOnlyDictionary<string, string> Spaces = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["quad"] = "\u2003",
        ["qquad"] = "\u2003\u2003",
        ["enspace"] = "\u2002",
        ["thinspace"] = "\u2009",
        ["space"] = " ",
        ["addspace"] = " ",
        ["newline"] = " ",
        ["linebreak"] = " ",
        ["par"] = " ",
        ["nobreakspace"] = "\u00A0",
        ["addnbspace"] = "\u00A0",
        ["hspace"] = "",
        ["allowbreak"] = "",
        ["null"] = "",
    };

    private static Dictionary<string, string> Read(string pairs)
    {
        string[] words = pairs.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        Dictionary<string, string> signs = new(StringComparer.Ordinal);
        for (int i = 0; i + 1 < words.Length; i += 2) signs.TryAdd(words[i], words[i + 1]);
        return signs;
    }
}
