using System.Numerics;
using Her2Gen.Diagnostics;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Her2Gen.Templates;

/// <summary>A heading that stands in the list of contents.</summary>
/// <param name="Number">From 1; 0 for a heading without a number.</param>
public sealed record OutlineEntry(string Id, string Text, int Number);

/// <summary>One output file while its templates are drawn: strict, and escaping what is not <see cref="Html"/>.</summary>
internal sealed class PageDrawing : TemplateContext
{
    // A list of ten thousand pages is no mistake; a loop without end is.
    private const int MostSteps = 1_000_000;

    private readonly bool escapes;
    private SourceSpan written;

    public PageDrawing(TemplateSet templates, PageLinks links, IScriptObject model, PagePart part, bool escapes)
        : base(TemplateFunctions.All)
    {
        Templates = templates;
        Links = links;
        Part = part;
        this.escapes = escapes;
        // Scriban forgives by default: a misspelt name would draw as nothing.
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedIndexerAccess = false;
        EnableRelaxedFunctionAccess = false;
        EnableRelaxedTargetAccess = false;
        LoopLimit = MostSteps;
        LimitToString = 0;
        NewLine = "\n";
        PushGlobal(model);
    }

    public TemplateSet Templates { get; }

    public PageLinks Links { get; }

    /// <summary>The directive that is drawn.</summary>
    public PagePart Part { get; }

    /// <summary>Draws a template into the output there is.</summary>
    public void Draw(string path)
    {
        if (Templates.Parsed(path).Page is { } page) Evaluate(page);
    }

    // Scriban writes a statement's value from the block around it, and gives that one's place.
    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
    {
        object? value = base.Evaluate(scriptNode, aliasReturnedFunction);
        if (scriptNode is ScriptExpressionStatement) written = scriptNode.Span;
        return value;
    }

    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        switch (textAsObject)
        {
            case null: return this;
            case Html html: return Write(html.Markup);
            case DeferredHtml deferred: return Write(deferred.Markup.Value);
            case DrawnTemplate drawn:
                Draw(drawn.Path);
                return this;
            case string text: return Write(escapes ? Html.Escape(text) : text);
            // What `capture` made.
            case StringBuilderOutput captured: return Write(span, captured.ToString());
            case char letter: return Write(span, letter.ToString());
            case bool or int or long or float or double or decimal or BigInteger: return base.Write(span, textAsObject);
            // Scriban would write a list as its members, none of them escaped.
            default: throw new TemplateFault(Rules.TemplateError, written, "a list, an object or a function cannot be written", "name one of its members, or loop over it");
        }
    }
}
