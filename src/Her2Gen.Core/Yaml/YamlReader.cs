using Her2Gen.Diagnostics;
using Her2Gen.Files;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Her2Gen.Yaml;

/// <summary>Reads YamlDotNet's event stream into values that know their place.</summary>
/// <remarks>
/// The events, and not the representation model, so that one run reports every duplicate key, anchor, alias and tag:
/// the model throws at the first.
/// </remarks>
public sealed class YamlReader
{
    // Deeper than any schema of ours, and far from the end of the stack.
    private const int DeepestLevel = 32;

    private readonly SourceText source;
    private readonly int start;
    private readonly DiagnosticBag diagnostics;
    private readonly Parser parser;

    private YamlReader(SourceText source, int start, int length, DiagnosticBag diagnostics)
    {
        this.source = source;
        this.start = start;
        this.diagnostics = diagnostics;
        parser = new Parser(new StringReader(source.Text.Substring(start, length)));
    }

    /// <summary>Reads one mapping from a stretch of a file. Null, and a diagnostic, when it is not one.</summary>
    public static YamlMap? Read(SourceText source, int start, int length, DiagnosticBag diagnostics)
    {
        YamlReader reader = new(source, start, length, diagnostics);
        try
        {
            reader.parser.MoveNext();
            reader.parser.MoveNext();
            if (reader.parser.Current is StreamEnd) return new YamlMap([], source.At(start, 0));
            reader.parser.MoveNext();
            YamlValue value = reader.ReadValue(level: 0);
            reader.parser.MoveNext();
            if (reader.parser.Current is DocumentStart second) throw new YamlException(second.Start, second.End, "a second document begins");
            if (value is YamlMap map) return map;
            diagnostics.Add(Rules.WrongType, value.Location, "expected `key: value` lines");
        }
        catch (YamlException invalid)
        {
            diagnostics.Add(Rules.YamlSyntax, reader.At(invalid.Start, invalid.End), FirstLine(invalid.Message), "quote a text that holds `: ` or starts with a sign");
        }

        catch (InvalidOperationException)
        {
            // The scanner gives up so on some unclosed lists, without a place: what it read last is the nearest.
            Mark last = reader.parser.Current?.End ?? Mark.Empty;
            diagnostics.Add(Rules.YamlSyntax, reader.At(last, last), "a list or mapping is not closed", "close each `[` with `]`, and each `{` with `}`");
        }

        return null;
    }

    // Leaves the parser on the event behind the value.
    private YamlValue ReadValue(int level)
    {
        ParsingEvent current = parser.Current ?? throw new YamlException("unexpected end");
        Location place = At(current.Start, current.End);
        if (level > DeepestLevel) throw new YamlException(current.Start, current.End, $"nested deeper than {DeepestLevel} levels");
        if (current is NodeEvent node) RefuseFeatures(node, place);
        parser.MoveNext();
        switch (current)
        {
            case Scalar scalar:
                return new YamlText(scalar.Value, place);
            case AnchorAlias alias:
                diagnostics.Add(Rules.YamlFeature, place, $"alias `*{alias.Value}` is refused", "write the value out");
                return new YamlText("", place);
            case SequenceStart:
                List<YamlValue> items = [];
                while (parser.Current is not SequenceEnd) items.Add(ReadValue(level + 1));
                parser.MoveNext();
                return new YamlList(items, place);
            case MappingStart:
                YamlMap map = new(ReadEntries(level), place);
                parser.MoveNext();
                return map;
            default:
                throw new YamlException(current.Start, current.End, "unexpected content");
        }
    }

    private List<YamlEntry> ReadEntries(int level)
    {
        List<YamlEntry> entries = [];
        while (parser.Current is not MappingEnd)
        {
            YamlValue key = ReadValue(level + 1);
            YamlValue value = ReadValue(level + 1);
            if (key is not YamlText { Value: var name })
            {
                diagnostics.Add(Rules.WrongType, key.Location, "a key must be a plain word");
            }
            else if (entries.Find(entry => entry.Key == name) is { } first)
            {
                diagnostics.Add(Rules.DuplicateKey, key.Location, $"`{name}` stands already at line {first.KeyLocation.Line}", "keep one of them");
            }
            else
            {
                entries.Add(new YamlEntry(name, key.Location, value));
            }
        }

        return entries;
    }

    private void RefuseFeatures(NodeEvent node, Location place)
    {
        if (!node.Anchor.IsEmpty) diagnostics.Add(Rules.YamlFeature, place, $"anchor `&{node.Anchor}` is refused", "write the value where it is used");
        if (!node.Tag.IsEmpty) diagnostics.Add(Rules.YamlFeature, place, $"tag `{node.Tag}` is refused", "write the plain value");
    }

    private Location At(Mark from, Mark to) => source.At(start + (int)from.Index, Math.Max(0, (int)(to.Index - from.Index)));

    private static string FirstLine(string message)
    {
        string line = message.ReplaceLineEndings("\n").Split('\n')[0].TrimEnd('.');
        return line.Length == 0 ? "cannot be read" : char.ToLowerInvariant(line[0]) + line[1..];
    }
}
