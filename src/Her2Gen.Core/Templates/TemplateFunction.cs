using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Her2Gen.Templates;

/// <summary>A function that templates call, without the reflection that native compilation would cut away.</summary>
/// <param name="parameters">Their names; all are required.</param>
/// <param name="body">Given the drawing, the place of the call, and the arguments.</param>
internal sealed class TemplateFunction(IReadOnlyList<string> parameters, Func<PageDrawing, ScriptNode, ScriptArray, object?> body) : IScriptCustomFunction
{
    public int RequiredParameterCount => parameters.Count;

    public int ParameterCount => parameters.Count;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.None;

    public Type ReturnType => typeof(object);

    public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(object), parameters[index]);

    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        body((PageDrawing)context, callerContext ?? context.CurrentNode ?? throw new InvalidOperationException("called from no template"), arguments);

    public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        ValueTask.FromResult(Invoke(context, callerContext, arguments, blockStatement));
}
