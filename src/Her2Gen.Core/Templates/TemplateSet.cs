using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Her2Gen.Templates;

/// <summary>The templates of a site, parsed. Drawing with them reports what is wrong at the template's own line.</summary>
/// <remarks>
/// <c>layout.html</c> draws each page around what the page's own template drew; <c>partials/</c> are included;
/// <c>directives/</c> draw the blocks that an author names; <c>files/</c> are drawn once, to the same path; <c>assets/</c> are published under a fingerprint.
/// </remarks>
public sealed class TemplateSet
{
    private const string Folder = "templates/";
    private static readonly string[] Drawn = [".html", ".xml", ".txt", ".css", ".json"];

    private readonly Dictionary<string, Template> templates;
    private readonly Dictionary<string, SourceText> sources;
    private readonly DiagnosticBag diagnostics;

    /// <param name="files">The default theme with the site's own files over it; paths below <c>templates/</c>.</param>
    public TemplateSet(FileTree files, DiagnosticBag diagnostics)
    {
        Files = files;
        this.diagnostics = diagnostics;
        templates = new Dictionary<string, Template>(StringComparer.Ordinal);
        sources = new Dictionary<string, SourceText>(StringComparer.Ordinal);
        foreach ((FilePath path, ReadOnlyMemory<byte> bytes) in files)
        {
            if (!IsDrawn(path)) continue;
            SourceText source = SourceText.Decode(Folder + path, bytes, diagnostics);
            Template template = Template.Parse(source.Text, source.File);
            sources[source.File] = source;
            templates[path.Value] = template;
            foreach (LogMessage message in template.Messages.Where(message => message.Type == ParserMessageType.Error))
                diagnostics.Add(Rules.TemplateSyntax, At(message.Span), Sentence(message.Message));
        }
    }

    private TemplateSet(TemplateSet parsed, DiagnosticBag diagnostics)
    {
        Files = parsed.Files;
        this.diagnostics = diagnostics;
        templates = parsed.templates;
        sources = parsed.sources;
    }

    public FileTree Files { get; }

    /// <summary>The same templates; what is wrong while they draw is reported elsewhere.</summary>
    public TemplateSet Reporting(DiagnosticBag elsewhere) => new(this, elsewhere);

    public IEnumerable<string> Partials => Names("partials/");

    public IEnumerable<string> Directives => Names("directives/");

    /// <summary>Whether a file is a template, and not to be copied as it is.</summary>
    public static bool IsDrawn(FilePath path) => Drawn.Contains(path.Extension);

    public bool Has(string path) => templates.ContainsKey(path);

    /// <summary>Draws one file of the site, or reports why that cannot be done and gives null.</summary>
    /// <param name="path">Below <c>templates/</c>.</param>
    /// <param name="model">What the template may see.</param>
    /// <param name="links">How the output file links to others.</param>
    public byte[]? Draw(string path, IScriptObject model, PageLinks links)
    {
        Utf8Output output = Utf8Output.Rent();
        bool isDrawn = TryDraw(path, new PageDrawing(this, links, model, PagePart.None, Escapes(path)), drawing =>
        {
            drawing.PushOutput(output);
            drawing.Draw(path);
            drawing.PopOutput();
        });
        byte[] bytes = output.Take();
        return isDrawn ? bytes : null;
    }

    /// <summary>Draws a part of a page as text, or reports why that cannot be done and gives null.</summary>
    /// <param name="part">The directive, and the page around it.</param>
    public string? DrawPart(string path, IScriptObject model, PageLinks links, PagePart part)
    {
        string? text = null;
        TryDraw(path, new PageDrawing(this, links, model, part, Escapes(path)), drawing => text = Parsed(path).Render(drawing));
        return text;
    }

    /// <exception cref="TemplateFault">There is no such template, or it cannot be parsed.</exception>
    internal Template Parsed(string path)
    {
        if (!templates.TryGetValue(path, out Template? template))
            throw new TemplateFault(Rules.TemplateMissing, new SourceSpan(Folder + path, default, default), "there is no such template", Nearest.Hint(path, templates.Keys));
        // Said when it was parsed.
        return template.HasErrors ? throw new TemplateFault(Rules.TemplateSyntax, template.Messages[0].Span, template.Messages[0].Message) : template;
    }

    private bool TryDraw(string path, PageDrawing drawing, Action<PageDrawing> draw)
    {
        try
        {
            drawing.PushSourceFile(Folder + path);
            draw(drawing);
            return true;
        }
        catch (ScriptRuntimeException fault)
        {
            TemplateFault? ours = fault as TemplateFault ?? fault.InnerException as TemplateFault;
            diagnostics.Add(ours?.Rule ?? Rules.TemplateError, ours?.Place ?? At((ours ?? fault).Span), Sentence((ours ?? fault).OriginalMessage), ours?.Hint);
            return false;
        }
    }

    private static bool Escapes(string path) => !path.EndsWith(".txt", StringComparison.Ordinal) && !path.EndsWith(".css", StringComparison.Ordinal);

    internal Template? Partial(string name) => templates.GetValueOrDefault($"partials/{name}") is { HasErrors: false } template ? template : null;

    private IEnumerable<string> Names(string folder) =>
        templates.Keys.Where(path => path.StartsWith(folder, StringComparison.Ordinal)).Select(path => path[folder.Length..]);

    private Location At(SourceSpan span)
    {
        if (span.FileName is null || !sources.TryGetValue(span.FileName, out SourceText? source)) return Location.Of(span.FileName ?? Folder);
        return source.At(Math.Min(span.Start.Offset, source.Text.Length), Math.Max(1, span.Length));
    }

    private static string Sentence(string message)
    {
        string line = message.ReplaceLineEndings(" ").Trim().TrimEnd('.');
        return line.Length == 0 ? "fails" : char.ToLowerInvariant(line[0]) + line[1..];
    }
}
