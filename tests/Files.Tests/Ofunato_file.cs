using Given;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Projects;
using Shirube.Files.Import;
using Shouldly;
using Xunit;

namespace Files.Tests;

/// <summary>Counts, sums and codes of a real city's file; its content stays outside the repository.</summary>
public sealed class Ofunato_file
{
    private static readonly Lazy<ImportBatch?> Batch = new(() =>
    {
        if (SharedData.Find("ofunato/ofunato-r7.xlsx") is not { } path)
            return null;
        using var stream = File.OpenRead(path);
        return Importer.Read(stream, path, Presets.Find("ofunato"), new(MunicipalityCode.Parse("032034")));
    });

    private static ImportBatch Given
    {
        get
        {
            if (Batch.Value is null)
                Assert.Skip("shared/data/ofunato がここにないため、確かめられません。");
            return Batch.Value!;
        }
    }

    private static int Listed(string code) => Given.Problems.Where(p => p.Code == code).Sum(p => p.Count);

    [Fact]
    public void Has_407_projects_in_8_25_and_68_items()
    {
        var totals = ImportTotals.Of(Given);
        Given.Projects.Count.ShouldBe(407);
        (Given.RowsRead, Given.RowsSkipped).ShouldBe((407, 0));
        totals.Items.ShouldBe(new Dictionary<string, int> { ["政策"] = 8, ["施策"] = 25, ["基本事業"] = 68 });
        Given.Projects.ShouldAllBe(p => p.Number != null && p.ItemPath != null && p.DepartmentPath.Count > 0);
        Given.HasErrors.ShouldBeFalse();
    }

    [Theory]
    [InlineData(2020, 15_322_516_000, 6_093_628_500, 375_732, 1_502_928_000, 16_825_444_000)]
    [InlineData(2021, 15_988_680_000, 6_147_422_500, 394_767, 1_579_068_000, 17_567_748_000)]
    [InlineData(2022, 18_552_746_000, 6_444_509_000, 405_854, 1_623_416_000, 20_176_162_000)]
    [InlineData(2023, 16_660_476_000, 6_264_636_000, 417_256, 1_669_024_000, 18_329_500_000)]
    [InlineData(2024, 18_302_439_578, 8_107_111_711, 412_359, 1_649_436_000, 19_951_875_578)]
    [InlineData(2025, 18_874_422_000, 6_531_916_000, 400_846, 1_603_384_000, 20_477_806_000)]
    public void Sums_to_the_published_amounts(int year, long total, long general, int hours, long personnel, long fullCost)
    {
        var sums = ImportTotals.Of(Given).Years[new(year)];
        sums.Total.ShouldBe(new Yen(total));
        sums.General.ShouldBe(new Yen(general));
        sums.Hours.ShouldBe(hours);
        sums.Personnel.ShouldBe(new Yen(personnel));
        sums.FullCost.ShouldBe(new Yen(fullCost));
    }

    [Fact]
    public void Keeps_a_published_0_apart_from_blank_and_from_values_of_nothing()
    {
        var totals = ImportTotals.Of(Given);
        (totals.IndicatorValues, totals.FirstOfTwoValues).ShouldBe((12_266, 6));
        var values = Given.Projects.SelectMany(p => p.Indicators).SelectMany(i => i.Actuals.Select(a => a.Value).Concat(i.Targets.Select(t => t.Value)));
        values.Count(v => v == 0).ShouldBe(1_201);
        Listed("indicator-without-name").ShouldBe(722);
        Listed("two-values").ShouldBe(6);
    }

    [Fact]
    public void Keeps_the_stated_total_where_a_fraction_of_a_yen_is_rounded()
    {
        var project = Given.Projects.Single(p => p.Source.Row == 127);
        Yen? Amount(MoneyKind kind) => project.Money.Single(m => m.Year.Value == 2023 && m.Kind == kind).Figure.Amount;
        Amount(MoneyKind.Prefectural).ShouldBe(new Yen(1_355_392));
        Amount(MoneyKind.Other).ShouldBe(new Yen(2_974_822));
        Amount(MoneyKind.Total).ShouldBe(new Yen(7_041_000));
        Given.Problems.Where(p => p.Code == "fraction-of-yen").Select(p => (p.Row, p.Column)).ShouldBe([(127, "DZ"), (127, "EB")]);
        Listed("sum-differs").ShouldBe(0);
    }

    [Fact]
    public void Knows_plan_flags_years_and_both_judgements()
    {
        Given.Projects.Count(p => p.InImplementationPlan == true).ShouldBe(158);
        Given.Projects.Count(p => p.InRegionalStrategy == true).ShouldBe(24);
        Given.Projects.ShouldAllBe(p => p.SheetYear == new FiscalYear(2025) && p.Evaluation!.Year == new FiscalYear(2025));
        Listed("manager-differs").ShouldBe(39);
        Given.Projects.Count(p => p.Evaluation!.Answers.Any(a => a.Stage == EvaluationStage.Manager && a.Question == "今後の方向性" && a.Choice != null)).ShouldBe(407);
        Given.Projects.Count(p => p.Evaluation!.Answers.Any(a => a.Stage == EvaluationStage.Self && a.Question == "今後の方向性" && a.Choice != null)).ShouldBe(406);
        Given.Problems.Any(p => p.Code == "year-not-read").ShouldBeFalse();
        Given.Projects.Count(p => p.BudgetLines.Count > 1).ShouldBe(28);
    }

    [Fact]
    public void Settles_each_number_of_several_spellings_by_the_most_frequent()
    {
        var decisions = Given.Problems.Where(p => p.Code == "several-spellings").ToList();
        decisions.Count(p => p.Message.StartsWith("政策 ", StringComparison.Ordinal)).ShouldBe(6);
        decisions.Count(p => p.Message.StartsWith("施策 ", StringComparison.Ordinal)).ShouldBe(2);
        decisions.Count(p => p.Message.StartsWith("基本事業 ", StringComparison.Ordinal)).ShouldBe(3);
        Listed("several-spellings").ShouldBe(3 + 18 + 1 + 1 + 2 + 3 + 2 + 6 + 3);
    }

    [Fact]
    public void Knows_people_only_as_an_internal_contact()
    {
        Given.Projects.ShouldAllBe(p => p.InternalContact!.Contains("職員"));
        Given.Projects.SelectMany(p => p.DepartmentPath).ShouldAllBe(d => !d.Contains("職員"));
        Given.Items.ShouldAllBe(i => !i.Title.Any(c => c >= 'ァ' && c <= 'ヶ' && i.Title.Contains("シサク")));
    }

    [Fact]
    public void Is_recognised_without_being_told_the_preset()
    {
        var path = SharedData.Find("ofunato/ofunato-r7.xlsx");
        Assert.SkipWhen(path is null, "shared/data/ofunato がここにないため、確かめられません。");
        using var stream = File.OpenRead(path!);
        using var workbook = Shirube.Files.Workbooks.Workbook.Open(stream, path!);
        Presets.Match(workbook)!.Name.ShouldBe("ofunato");
    }
}
