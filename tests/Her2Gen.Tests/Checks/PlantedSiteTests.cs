using Her2Gen.Checks;
using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Tests.Checks;

/// <summary>Every class of defect is found at its line and column in a site of many pages, and nothing else is.</summary>
public sealed class PlantedSiteTests
{
    private const int Few = 60;
    private const int Many = 1000;

    public static TheoryData<Plant> Plants => [.. PlantedSite.Plants];

    private static IReadOnlyList<Diagnostic> Found(IReadOnlyDictionary<string, string> files)
    {
        DiagnosticBag diagnostics = new();
        SiteChecker.Check(PlantedSite.Tree(files), SourceMap.Empty, address: null, diagnostics);
        return diagnostics.Sorted();
    }

    private static string Said(IEnumerable<Diagnostic> found) => string.Join('\n', found);

    [Fact]
    public void A_sound_site_of_many_pages_is_silent() => Assert.Equal("", Said(Found(PlantedSite.Sound(Many))));

    [Theory]
    [MemberData(nameof(Plants))]
    public void A_planted_defect_is_the_only_one_found(Plant plant)
    {
        Dictionary<string, string> files = PlantedSite.Sound(Few);
        (string file, int line, int column) = PlantedSite.Put(plant, files);
        Diagnostic found = Assert.Single(Found(files), one => !IsConsequence(plant, one));
        Assert.Equal(plant.Rule, found.Rule.Id);
        Assert.True(found.Location.File == file || plant.Planted == "¦", Said([found]));
        // A mark at the end says that the place is that of the element, which the next assertion does not know.
        if (!plant.Planted.EndsWith('¦')) Assert.Equal((line, column), (found.Location.Line, found.Location.Column));
    }

    [Fact]
    public void All_are_found_in_one_run()
    {
        Dictionary<string, string> files = PlantedSite.Sound(Many);
        foreach (Plant plant in PlantedSite.Plants.Where(plant => plant.Class != "output-collision")) PlantedSite.Put(plant, files);
        IReadOnlyList<Diagnostic> found = Found(files);
        foreach (Plant plant in PlantedSite.Plants.Where(plant => plant.Class != "output-collision"))
            Assert.Contains(found, one => one.Rule.Id == plant.Rule && (one.Location.File == plant.File || plant.Planted == "¦" || one.Also.Any(place => place.File == plant.File)));
        Assert.True(found.Count < 2 * PlantedSite.Plants.Count, Said(found));
    }

    // A page that loses its entry point, or gains one, is two defects by its nature.
    private static bool IsConsequence(Plant plant, Diagnostic found) => plant.Class switch
    {
        "orphan-page" => found.Rule.Id is "HG415",
        "canonical-missing" => found.Rule.Id is "HG415",
        "output-collision" => found.Rule.Id is not "HG111",
        "citation-without-reference" => found.Rule.Id is "HG302",
        "two-h1" => found.Rule.Id is "HG502",
        "duplicate-id" => found.Rule.Id is "HG514",
        _ => false,
    };
}
