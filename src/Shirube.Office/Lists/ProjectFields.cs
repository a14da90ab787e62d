using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Ui.Text;

namespace Shirube.Office.Lists;

/// <summary>事務事業の一覧.</summary>
public sealed class ProjectFields : ListOf<Project>
{
    private IReadOnlyList<ListField<Project>>? fields;

    public override string Path => "projects";
    public override string Title => "事務事業";
    public override IReadOnlyList<string> FirstColumns => ["number", "name", "department", "item", "class", .. Setting.Slice is { } s ? [MoneyFields.Key("money", s.Year, s.Stage, MoneyKind.Total)] : Array.Empty<string>()];
    public override IReadOnlyList<SortTerm> FirstSort => [new("number", false)];
    public override IReadOnlyList<string> MadeOf { get; } = [nameof(Project), nameof(Department), nameof(Plan), nameof(Edition), nameof(PlanItem)];
    public override IReadOnlyList<LambdaExpression> Head { get; } = [(Expression<Func<Project, ProjectId>>)(p => p.Id), (Expression<Func<Project, PublicKey>>)(p => p.Key), (Expression<Func<Project, bool>>)(p => p.IsSample)];
    public override IReadOnlyList<string> Quick => ["department", "item", "class"];
    public override IReadOnlyList<BuiltInView> BuiltIn =>
    [
        .. Setting.Own.Count == 0 ? [] : new[] { new BuiltInView("自分の部課の事業", "?department.within=own") },
        .. Setting.Slice is not { } s ? [] : new[]
        {
            new BuiltInView($"{MoneyFields.Section(s.Year, s.Stage)}の一般財源が未入力の事業", $"?{MoneyFields.Key("money", s.Year, s.Stage, MoneyKind.General)}.blank="),
            new($"{MoneyFields.Section(s.Year, s.Stage)}の事業費を部課ごとに", $"?group=department&only=groups"),
        },
        .. Setting.Plan is null ? [] : new[] { new BuiltInView("計画の項目に位置付けのない事業", "?item.blank=") },
        new("所管の登録がない事業", "?department.blank="),
    ];
    public override bool HasYears => true;

    public override IReadOnlyList<ListField<Project>> Fields => fields ??= Setting.Facts.Once<IReadOnlyList<ListField<Project>>>($"projects {Setting.Year.Value} {Setting.Plan?.Key} {string.Join(' ', Setting.Own)}", () => [.. Basic(), .. Placed(), .. Words(), .. MoneyFields.All(Setting.Facts)]);

    public override IQueryable<Project> Rows(OfficeDb db) => db.Projects.AsNoTracking();

    public override IQueryable<Project> Holding(OfficeDb db, IQueryable<Project> rows, SearchWords words) => rows.Matching(db, words);

    public override string AddressOf(object? key) => $"~/projects/{key}";

    public override IQueryable<Project> These(IQueryable<Project> rows, IReadOnlyList<object?> ids)
    {
        var wanted = ids.Cast<ProjectId>().ToList();
        return rows.Where(p => wanted.Contains(p.Id));
    }

    public override Task<YearSums> SumByYear(OfficeDb db, IQueryable<Project> rows, IReadOnlyList<ListField<Project>> columns) => YearlyMoney.Of(db, rows, columns, Setting);

    // why: "money" alone is the amount a list shows before anybody chose a year.
    protected override ListField<Project>? Make(string key) =>
        MoneyFields.Find(key == "money" && Setting.Slice is { } s ? MoneyFields.Key("money", s.Year, s.Stage, MoneyKind.Total) : key);

    private IEnumerable<ListField<Project>> Basic()
    {
        var year = Setting.Year;
        yield return new TextField<Project>("number", "ID", p => p.Number, FieldKind.Code);
        yield return new TextField<Project>("name", "事務事業", p => p.Name);
        yield return new ChoiceField<Project, DepartmentId?>("department", "部課", FieldKind.Department, Setting.Departments(), p => p.Ownerships.Where(o => o.From <= year).OrderByDescending(o => o.From).Select(o => (DepartmentId?)o.DepartmentId).FirstOrDefault());
        yield return new ChoiceField<Project, string>("class", "区分", FieldKind.Choice, EnumWords.Words(Setting.Facts.Classes), p => p.Class);
        yield return new ChoiceField<Project, bool?>("statutory", "法定", FieldKind.YesNo, EnumWords.YesNo, p => p.IsStatutory);
        yield return new TextField<Project>("basis", "根拠", p => p.LegalBasis);
        yield return new ChoiceField<Project, PeriodKind?>("period", "期間の区分", FieldKind.Choice, EnumWords.Set<PeriodKind>(Names.Of), p => p.Period.Kind);
        yield return new YearField<Project>("first", "開始年度", p => p.Period.First);
        yield return new YearField<Project>("last", "終了年度", p => p.Period.Last);
        yield return new ChoiceField<Project, bool?>("implementation", "実施計画に掲載", FieldKind.YesNo, EnumWords.YesNo, p => p.InImplementationPlan);
        yield return new ChoiceField<Project, bool?>("strategy", "総合戦略に掲載", FieldKind.YesNo, EnumWords.YesNo, p => p.InRegionalStrategy);
        yield return new TextField<Project>("budget", "予算科目(はじめの1つ)", p => p.BudgetLines.OrderBy(l => l.Order).Select(l => (l.Account ?? "") + "-" + (l.Category ?? "") + "-" + (l.Item ?? "") + "-" + (l.SubItem ?? "") + "-" + (l.Line ?? "")).FirstOrDefault());
        yield return new ChoiceField<Project, bool?>("sample", "サンプル", FieldKind.YesNo, EnumWords.YesNo, p => p.IsSample);
    }

    /// <summary>Where projects stand in the shown plan. Counted under the main place alone, however many others there are.</summary>
    private IEnumerable<ListField<Project>> Placed()
    {
        const string section = "計画の中の位置";
        Expression<Func<Project, PublicKey?>> main = p => p.Placements.Where(l => l.IsMain).OrderBy(l => l.PlanId).Select(l => (PublicKey?)l.ItemKey).FirstOrDefault();
        if (Setting.Plan?.Id is { } plan)
            main = p => p.Placements.Where(l => l.IsMain && l.PlanId == plan).Select(l => (PublicKey?)l.ItemKey).FirstOrDefault();
        yield return new ChoiceField<Project, PublicKey?>("item", "計画の項目", FieldKind.Item, Setting.Items(), main) { Section = section };
        foreach (var (order, name) in Setting.Plan?.Levels ?? [])
            yield return new ChoiceField<Project, PublicKey?>($"level{order}", name, FieldKind.Item, Setting.ItemsOfLevel(order), main) { Section = section };
        yield return new AnywhereField(Setting.Items(allPlans: true)) { Section = section };
    }

    private static IEnumerable<ListField<Project>> Words()
    {
        const string section = "文章";
        yield return new TextField<Project>("outline", "概要", p => p.Text.Outline) { Section = section };
        yield return new TextField<Project>("target", "対象", p => p.Text.Target) { Section = section };
        yield return new TextField<Project>("intent", "意図", p => p.Text.Intent) { Section = section };
        yield return new TextField<Project>("means", "手段", p => p.Text.Means) { Section = section };
        yield return new TextField<Project>("planned", "今年度の計画", p => p.Text.MeansPlanned) { Section = section };
        yield return new TextField<Project>("result", "結果", p => p.Text.Result) { Section = section };
        yield return new TextField<Project>("contact", "内部の連絡先", p => p.InternalContact) { Section = "庁内だけ" };
        yield return new TextField<Project>("note", "内部メモ", p => p.InternalNote) { Section = "庁内だけ" };
    }
}
