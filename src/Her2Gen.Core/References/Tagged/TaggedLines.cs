using System.Text;
using Her2Gen.Files;

namespace Her2Gen.References.Tagged;

/// <summary>Gathers the lines of a file into fields: a line without a tag goes on with the field before it.</summary>
internal static class TaggedLines
{
    /// <summary>The fields in their order. Lines that stand before the first one are handed over, with where they start.</summary>
    /// <param name="tagOf">The tag of a line and where its value starts in it; null for a line that has none.</param>
    public static IEnumerable<TaggedField> Read(SourceText source, Func<string, (string Tag, int Value)?> tagOf, Action<int, int> stray)
    {
        string? tag = null;
        StringBuilder value = new();
        int offset = 0, length = 0, lineStart = 0;
        foreach (string line in source.Text.Split('\n'))
        {
            if (tagOf(line) is { } tagged)
            {
                if (tag is not null) yield return new TaggedField(tag, OneLine.Of(value.ToString()), offset, length);
                tag = tagged.Tag;
                value.Clear().Append(line.AsSpan(tagged.Value));
                offset = lineStart + tagged.Value + line.AsSpan(tagged.Value).Length - line.AsSpan(tagged.Value).TrimStart().Length;
                length = line.AsSpan(tagged.Value).Trim().Length;
            }
            else if (!string.IsNullOrWhiteSpace(line))
            {
                if (tag is null) stray(lineStart, line.Length);
                else value.Append(' ').Append(line);
            }

            lineStart += line.Length + 1;
        }

        if (tag is not null) yield return new TaggedField(tag, OneLine.Of(value.ToString()), offset, length);
    }
}
