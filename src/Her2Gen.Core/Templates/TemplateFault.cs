using Her2Gen.Diagnostics;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Her2Gen.Templates;

/// <summary>Thrown inside a template by our own functions; <see cref="TemplateSet"/> turns it into a diagnostic.</summary>
internal sealed class TemplateFault(Rule rule, SourceSpan span, string message, string? hint = null) : ScriptRuntimeException(span, message)
{
    public Rule Rule => rule;

    public string? Hint => hint;

    /// <summary>Where an author is told, when the template is right and what it was given is not.</summary>
    public Location? Place { get; init; }
}
