using System.Collections;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Scriban;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Her2Gen.Templates;

/// <summary>The functions that templates have: ours, and of Scriban's own those that give the same answer every time.</summary>
/// <remarks>No clock, no random number, no evaluation of texts. Scriban fills its function objects by reflection, which takes longer than a whole small build: each is made when first asked for.</remarks>
internal sealed class TemplateFunctions : ScriptObject
{
    public static readonly TemplateFunctions All = new();

    private static readonly Lazy<ScriptObject> Arrays = new(() => new ArrayFunctions());
    private static readonly Lazy<ScriptObject> Strings = new(() => new StringFunctions());
    private static readonly Lazy<ScriptObject> Numbers = new(() => Without(new MathFunctions(), "random", "uuid"));

    private TemplateFunctions()
        : base(16, autoImportStaticsFromThisType: false)
    {
        SetValue("include", new TemplateFunction(["name"], Include), readOnly: true);
        SetValue("asset", new TemplateFunction(["name"], (drawing, call, arguments) => drawing.Links.To(AssetOf(drawing, call, arguments))), readOnly: true);
        SetValue("link", new TemplateFunction(["path"], Link), readOnly: true);
        SetValue("heading", new TemplateFunction(["id", "text"], Heading), readOnly: true);
        SetValue("cell", new TemplateFunction(["row", "column"], DataFunctions.Cell), readOnly: true);
        SetValue("anchor", new TemplateFunction(["row"], DataFunctions.Anchor), readOnly: true);
        SetValue("cite", new TemplateFunction(["key"], DataFunctions.Cite), readOnly: true);
        SetValue("axis", new TemplateFunction(["scale", "range", "rows", "columns", "reference"], DataFunctions.AxisOf), readOnly: true);
        SetValue("place", new TemplateFunction(["axis", "value"], DataFunctions.Place), readOnly: true);
        SetValue("json", new TemplateFunction(["value"], (_, call, arguments) => Json(call, arguments[0])), readOnly: true);
    }

    public override bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value)
    {
        Lazy<ScriptObject>? standard = member switch
        {
            "array" => Arrays,
            "string" => Strings,
            "math" => Numbers,
            _ => null,
        };
        if (standard is null) return base.TryGetValue(context, span, member, out value);
        value = standard.Value;
        return true;
    }

    public override bool Contains(string member) => member is "array" or "string" or "math" || base.Contains(member);

    private static ScriptObject Without(ScriptObject functions, params ReadOnlySpan<string> names)
    {
        foreach (string name in names) functions.Remove(name);
        return functions;
    }

    private static Html Include(PageDrawing drawing, ScriptNode call, ScriptArray arguments)
    {
        string name = Text(call, arguments[0]);
        Template template = drawing.Templates.Partial(name)
            ?? throw new TemplateFault(Rules.TemplateMissing, call.Span, $"no partial `{name}`", Nearest.Hint(name, drawing.Templates.Partials));
        drawing.EnterRecursive(call);
        try
        {
            return new Html(drawing.RenderTemplate(template, new ScriptArray(), call));
        }
        finally
        {
            drawing.ExitRecursive(call);
        }
    }

    private static string Link(PageDrawing drawing, ScriptNode call, ScriptArray arguments)
    {
        string path = Text(call, arguments[0]);
        return FilePath.TryParse(path, out FilePath target)
            ? drawing.Links.To(target)
            : throw new TemplateFault(Rules.TemplateError, call.Span, $"`{path}` is not a path of the site", "name an output file: `about.html`");
    }

    private static FilePath AssetOf(PageDrawing drawing, ScriptNode call, ScriptArray arguments)
    {
        string name = Text(call, arguments[0]);
        return drawing.Links.Assets.Use(name)
            ?? throw new TemplateFault(Rules.TemplateMissing, call.Span, $"no asset `{name}`", Nearest.Hint(name, drawing.Links.Assets.Names) ?? "put it in templates/assets/");
    }

    private static Html Heading(PageDrawing drawing, ScriptNode call, ScriptArray arguments)
    {
        OutlineEntry entry = new(Text(call, arguments[0]), Text(call, arguments[1]), Number: 0);
        drawing.Part.Outline.Add(entry);
        return new Html($"<h2 class=\"label\" id=\"{Html.Escape(entry.Id)}\">{Html.Escape(entry.Text)}</h2>");
    }

    private static string Text(ScriptNode call, object? argument) =>
        argument as string ?? throw new TemplateFault(Rules.TemplateError, call.Span, "the argument must be a text");

    // The default encoder escapes < > & ', so that no value can end a script element.
    private static Html Json(ScriptNode call, object? value)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.Default })) WriteJson(writer, call, value);
        return new Html(Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static void WriteJson(Utf8JsonWriter writer, ScriptNode call, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case Html html: writer.WriteStringValue(html.Markup); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case int number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(number); break;
            case double number when double.IsFinite(number): writer.WriteNumberValue(number); break;
            case ScriptObject members:
                writer.WriteStartObject();
                foreach (string name in members.Keys)
                {
                    writer.WritePropertyName(name);
                    WriteJson(writer, call, members[name]);
                }

                writer.WriteEndObject();
                break;
            case IEnumerable items:
                writer.WriteStartArray();
                foreach (object? item in items) WriteJson(writer, call, item);
                writer.WriteEndArray();
                break;
            default: throw new TemplateFault(Rules.TemplateError, call.Span, "this value has no JSON form");
        }
    }
}
