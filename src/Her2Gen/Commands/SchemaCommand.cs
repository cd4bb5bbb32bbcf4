using System.CommandLine;
using Her2Gen.Articles;
using Her2Gen.Data;

namespace Her2Gen.Commands;

/// <summary><c>her2gen schema</c>: the JSON Schema of what an author writes, for editors that complete keys.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        Argument<string> what = new("WHAT") { Description = "site (site.yml), article, page or notice (front matter), data (the description of a table)", DefaultValueFactory = _ => "article" };
        what.AcceptOnlyFromAmong("site", "article", "page", "notice", "data");
        Command command = new("schema", "Print the JSON Schema of site.yml, of the front matter, or of a table's description") { what };
        command.SetAction(parsed =>
        {
            Console.Out.Write((parsed.GetValue(what) switch
            {
                "site" => SiteSettings.Schema,
                "page" => FrontMatter.PageSchema,
                "notice" => Notice.Schema,
                "data" => DataReader.Schema,
                _ => FrontMatter.ArticleSchema,
            }).ToJsonSchema());
            return ExitCode.Sound;
        });
        return command;
    }
}
