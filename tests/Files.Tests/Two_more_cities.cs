using Given;
using Shirube.Domain.Common;
using Shirube.Files.Import;
using Shirube.Files.Workbooks;
using Shouldly;
using Xunit;

namespace Files.Tests;

/// <summary>Two layouts the product has no preset for come in with the suggested mapping untouched. Counts and sums only.</summary>
public sealed class Two_more_cities
{
    private static ImportBatch Import(string file)
    {
        var path = SharedData.Find(file);
        Assert.SkipWhen(path is null, $"shared/data/{file} がここにないため、確かめられません。");
        using var stream = File.OpenRead(path!);
        using var workbook = Workbook.Open(stream, path!);
        var mapping = MappingFile.Read(MappingFile.Write(MappingSuggestion.For(workbook).Mapping));
        return Importer.Read(workbook, mapping, new(MunicipalityCode.Parse("032158")));
    }

    [Theory]
    [InlineData("municipalities/kitamoto.csv", 451, 0, 30, 33_147_721_000, 618, 541, 451)]
    [InlineData("municipalities/seiro.xlsx", 224, 1, 54, 4_582_433_000, 516, 499, 224)]
    public void Come_in_whole(string file, int projects, int skipped, int measures, long total, int indicators, int values, int evaluations)
    {
        var batch = Import(file);
        var totals = ImportTotals.Of(batch);
        batch.Projects.Count.ShouldBe(projects);
        batch.RowsSkipped.ShouldBe(skipped);
        totals.Items.ShouldBe(new Dictionary<string, int> { ["施策"] = measures });
        totals.Years.Keys.ShouldBe([new FiscalYear(2024)]);
        totals.Years[new(2024)].Total.ShouldBe(new Yen(total));
        (totals.Indicators, totals.IndicatorValues, totals.Evaluations).ShouldBe((indicators, values, evaluations));
        batch.Projects.ShouldAllBe(p => p.Number != null && p.Name.Length > 0 && p.DepartmentPath.Count > 0 && p.ItemPath != null);
        batch.Projects.ShouldAllBe(p => p.Evaluation!.Year == new FiscalYear(2025));
        batch.HasErrors.ShouldBeFalse();
    }

    [Fact]
    public void A_section_written_with_its_bureau_before_it_lies_under_the_bureau_once()
    {
        var paths = Import("municipalities/kitamoto.csv").Projects.Select(p => string.Join('/', p.DepartmentPath)).ToList();
        paths.Distinct().Count().ShouldBe(32);
        paths.Count(p => p == "政策推進部/市長公室").ShouldBe(10);
        paths.Count(p => p == "会計課").ShouldBe(5);
    }

    [Fact]
    public void A_duty_that_cannot_be_told_is_unknown_and_listed()
    {
        var batch = Import("municipalities/seiro.xlsx");
        (batch.Projects.Count(p => p.IsStatutory == false), batch.Projects.Count(p => p.IsStatutory is null)).ShouldBe((175, 49));
        batch.Problems.Single(p => p.Code == "statutory-unknown").Count.ShouldBe(49);
        batch.Problems.Single(p => p.Code == "sum-row").Row.ShouldBe(229);
        batch.Problems.Single(p => p.Code == "indicator-without-name").Cells.ShouldBe(["K226", "K228"]);
    }
}
