using System.Text;

namespace Her2Gen.Markup;

/// <summary>Ids made from headings: lower case, letters and digits kept, a run of anything else one hyphen.</summary>
public static class Slug
{
    public static string Of(string heading)
    {
        StringBuilder slug = new();
        foreach (Rune rune in heading.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) slug.Append(Rune.ToLowerInvariant(rune));
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        return slug.ToString().TrimEnd('-') is { Length: > 0 } text ? text : "section";
    }
}
