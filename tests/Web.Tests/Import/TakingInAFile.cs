using Shouldly;
using Xunit;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Files.Import;
using Shirube.Office.Projects.Import;
using static Web.Tests.Import.GivenBatch;

namespace Web.Tests.Import;

public sealed class TakingInAFile
{
    [Fact]
    public void The_first_file_founds_the_plan_the_departments_and_the_projects()
    {
        var taken = Holdings.None.TakeIn(Project());

        var project = taken.Of(ImportedKind.Project).ShouldHaveSingleItem().Thing.ShouldBeOfType<Project>();
        taken.Of(ImportedKind.Department).Select(d => d.Title).ShouldBe(["健康福祉部", "こども家庭課"]);
        taken.Of(ImportedKind.PlanItem).Select(i => i.Title).ShouldBe(["くらし", "子育て"]);
        project.Text.Outline.ShouldBe("助産師が訪ねる");
        project.Placements.ShouldHaveSingleItem().IsMain.ShouldBeTrue();
        project.OwnerIn(R6)!.Value.Value.ShouldBe(taken.Of(ImportedKind.Department).Last().Id);
        project.Money.Single(m => m.Kind == MoneyKind.Bond).Absence.ShouldBe(Absence.Dash);
        project.Staffing.ShouldHaveSingleItem().Hours.ShouldBe(520.5m);
        taken.Of(ImportedKind.Indicator).ShouldHaveSingleItem().Thing.ShouldBeOfType<Indicator>().TargetFor(new(2025))!.Reason.ShouldBe("取り込み");
        taken.Problems.Select(p => p.Code).ShouldBe(["plan-founded"]);
    }

    [Fact]
    public void The_same_file_twice_changes_nothing()
    {
        var twice = Having(Project()).TakeIn(Project());

        twice.ChangesNothing.ShouldBeTrue();
        twice.Problems.ShouldBeEmpty();
        ImportReport.Of(twice, "hand", dryRun: false).Projects.ShouldBe(new(0, 0, 1));
    }

    [Fact]
    public void What_nobody_touched_takes_the_new_value()
    {
        var holdings = Having(Project());

        var taken = holdings.TakeIn(Project(outline: "助産師が訪ねて相談に乗る", total: 19_500_000, visits: 140, direction: "拡充"));

        holdings.Projects[0].Text.Outline.ShouldBe("助産師が訪ねて相談に乗る");
        holdings.Projects[0].Money.Single(m => m.Kind == MoneyKind.Total).Amount.ShouldBe(new Yen(19_500_000));
        holdings.Indicators[0].Actuals.ShouldHaveSingleItem().Value.ShouldBe(140);
        holdings.Evaluations[0].Answers.Single(a => a.Stage == EvaluationStage.Self).Choice.ShouldBe("拡充");
        taken.Problems.ShouldBeEmpty();
        ImportReport.Of(taken, "hand", dryRun: false).Projects.ShouldBe(new(0, 1, 0));
    }

    [Fact]
    public void What_a_person_corrected_stays_and_is_listed_when_the_file_says_the_same_as_before()
    {
        var holdings = Having(Project());
        holdings.Projects[0].Record(R6, MoneyStage.Settled, MoneyKind.Total, Figure.Of(new(18_500_000)));
        holdings.Indicators[0].Measure(R6, 125, ActualStatus.Final);

        var taken = holdings.TakeIn(Project());

        holdings.Projects[0].Money.Single(m => m.Kind == MoneyKind.Total).Amount.ShouldBe(new Yen(18_500_000));
        holdings.Indicators[0].Actuals.ShouldHaveSingleItem().Value.ShouldBe(125);
        taken.ChangesNothing.ShouldBeTrue();
        taken.Problems.Select(p => (p.Code, p.Severity, p.Column, p.Value)).ShouldBe(
            [("kept-manual-edit", ProblemSeverity.Info, "事業費計(令和6年度 決算)", "18,000,000円"), ("kept-manual-edit", ProblemSeverity.Info, "実績値(令和6年度)", "120")]);
    }

    [Fact]
    public void When_person_and_file_both_changed_the_person_s_value_stays_and_both_are_named()
    {
        var holdings = Having(Project());
        holdings.Projects[0].Describe(holdings.Projects[0].Text with { Outline = "助産師などが訪ねる" });

        var taken = holdings.TakeIn(Project(outline: "保健師が訪ねる"));

        holdings.Projects[0].Text.Outline.ShouldBe("助産師などが訪ねる");
        var problem = taken.Problems.ShouldHaveSingleItem();
        (problem.Code, problem.Severity, problem.Row, problem.Value, problem.Decision).ShouldBe(("kept-manual-edit", ProblemSeverity.Warning, 3, "保健師が訪ねる", "残した値: 助産師などが訪ねる"));
        holdings.After(taken).TakeIn(Project(outline: "保健師が訪ねる")).ChangesNothing.ShouldBeTrue();
    }

    [Fact]
    public void A_cell_that_became_blank_is_made_blank_but_a_column_blank_throughout_says_nothing()
    {
        var holdings = Having(Project(), Project("102", "乳児健診"));

        holdings.TakeIn(Project(intent: null), Project("102", "乳児健診"));
        holdings.Projects[0].Text.Intent.ShouldBeNull();
        holdings.TakeIn(Project(intent: null), Project("102", "乳児健診", intent: null));
        holdings.Projects[1].Text.Intent.ShouldBe("安心する");
    }

    [Fact]
    public void A_project_missing_from_the_file_is_listed_and_stays()
    {
        var holdings = Having(Project(), Project("102", "乳児健診"));

        var taken = holdings.TakeIn(Project());

        taken.Problems.ShouldHaveSingleItem().ShouldSatisfyAllConditions(p => p.Code.ShouldBe("project-missing-in-file"), p => p.Cells.ShouldBe(["102 乳児健診"]), p => p.Count.ShouldBe(1));
    }

    [Fact]
    public void Without_numbers_projects_are_found_again_by_name_and_department()
    {
        var holdings = Having(Project(null), Project(null, "乳児健診"));

        var taken = holdings.TakeIn(Project(null, "乳児健診", total: 1), Project(null));

        taken.Of(ImportedKind.Project).Select(p => (p.Title, p.IsNew, p.IsUpdated)).ShouldBe([("乳児健診", false, true), ("産後ケア事業", false, false)]);
    }

    [Fact]
    public void A_project_that_was_renamed_by_hand_is_found_by_its_number_and_keeps_its_name()
    {
        var holdings = Having(Project());
        holdings.Projects[0].Rename("101", "産後ケア事業(訪問型)");

        var taken = holdings.TakeIn(Project());

        taken.Of(ImportedKind.Project).ShouldHaveSingleItem().IsNew.ShouldBeFalse();
        holdings.Projects[0].Name.ShouldBe("産後ケア事業(訪問型)");
    }

    [Fact]
    public void Indicators_in_another_order_keep_their_values_and_one_with_a_corrected_name_is_found_by_its_place()
    {
        static ImportedIndicator Said(string slot, string name, decimal value) => new(slot, 1, IndicatorKind.Activity, name, "回", [new(R6, value, ActualStatus.Final, null)], []);
        var holdings = Having(Project() with { Indicators = [Said("活動1", "訪問", 1), Said("活動2", "相談", 2), Said("活動3", "講坐", 3)] });
        holdings.Indicators[2].Describe("講座", "回", IndicatorKind.Activity, null);

        var taken = holdings.TakeIn(Project() with { Indicators = [Said("活動1", "相談", 2), Said("活動2", "訪問", 1), Said("活動3", "講坐", 4)] });

        taken.Of(ImportedKind.Indicator).ShouldAllBe(i => !i.IsNew);
        holdings.Indicators.Select(i => (i.Name, i.Actuals[0].Value)).ShouldBe([("訪問", 1), ("相談", 2), ("講座", 4)]);
    }

    [Fact]
    public void Two_indicators_of_one_name_stay_apart_by_their_place()
    {
        static ImportedIndicator Said(string slot, decimal value) => new(slot, 1, IndicatorKind.Population, "漁業協同組合", "組合", [new(R6, value, ActualStatus.Final, null)], []);
        var file = Project() with { Indicators = [Said("対象1", 1), Said("対象2", 4)] };
        var holdings = Having(file);

        (holdings with { Indicators = [.. holdings.Indicators.Reverse()] }).TakeIn(file).ChangesNothing.ShouldBeTrue();
    }

    [Fact]
    public void A_target_that_changes_in_the_file_keeps_its_history()
    {
        var holdings = Having(Project());
        var file = Project();

        holdings.TakeIn(file with { Indicators = [file.Indicators[0] with { Targets = [new(new(2025), 150, null)] }] });

        holdings.Indicators[0].Targets.Select(t => t.Value).ShouldBe([130, 150]);
    }

    [Fact]
    public void An_existing_department_of_that_name_is_used()
    {
        var parent = Department.Establish("健康福祉部", new(2010));
        var holdings = Holdings.None with { Departments = [parent, Department.Establish("こども家庭課", new(2010), parent.Id)] };

        holdings.TakeIn(Project()).Of(ImportedKind.Department).ShouldAllBe(d => !d.IsNew);
    }

    [Fact]
    public void Two_paths_that_mean_one_department_change_nothing_the_second_time()
    {
        var parent = Department.Establish("健康福祉部", new(2010));
        var empty = Holdings.None with { Departments = [parent, Department.Establish("こども家庭課", new(2010), parent.Id)] };
        var file = new[] { Project(), Project("102", "乳児健診") with { DepartmentPath = ["こども家庭課"] } };

        empty.After(empty.TakeIn(file)).TakeIn(file).ChangesNothing.ShouldBeTrue();
    }

    [Fact]
    public void Invented_projects_and_plans_of_the_demonstration_are_left_alone()
    {
        var sample = Shirube.Domain.Projects.Project.Start("900", "産後ケア事業", isSample: true);
        var holdings = Holdings.None with { Projects = [sample] };

        holdings.TakeIn(Project()).Of(ImportedKind.Project).ShouldHaveSingleItem().IsNew.ShouldBeTrue();
        holdings.TakeIn(Project("900")).Problems.Select(p => p.Code).ShouldContain("project-number-taken");
    }

    [Fact]
    public void A_name_that_is_too_long_stops_the_file_and_names_the_row()
    {
        var taken = Holdings.None.TakeIn(Project(), Project("102", new string('あ', 301), row: 4));

        taken.HasErrors.ShouldBeTrue();
        taken.Problems.Single(p => p.Severity == ProblemSeverity.Error).ShouldSatisfyAllConditions(p => p.Row.ShouldBe(4), p => p.Code.ShouldBe("text-too-long"));
    }
}
