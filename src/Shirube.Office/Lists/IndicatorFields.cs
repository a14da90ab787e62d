using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Ui.Text;

namespace Shirube.Office.Lists;

/// <summary>指標の一覧. Values are never summed: each indicator has a unit of its own.</summary>
public sealed class IndicatorFields : ListOf<Indicator>
{
    private IReadOnlyList<ListField<Indicator>>? fields;

    public required OfficeDb Db { get; init; }

    public override string Path => "indicators";
    public override string Title => "指標";
    public override IReadOnlyList<string> FirstColumns => ["name", "kind", "use", "department", .. Setting.Facts.IndicatorYears.Where(y => y <= Setting.Year).TakeLast(2).Select(y => $"actual.{y.Value}"), .. Setting.Facts.IndicatorYears.TakeLast(1).Select(y => $"target.{y.Value}"), "unit"];
    public override IReadOnlyList<SortTerm> FirstSort => [new("name", false)];
    public override IReadOnlyList<string> MadeOf { get; } = [nameof(Indicator), nameof(Project), nameof(Department), nameof(Plan), nameof(Edition), nameof(PlanItem)];
    public override IReadOnlyList<LambdaExpression> Head { get; } = [(Expression<Func<Indicator, IndicatorId>>)(i => i.Id), (Expression<Func<Indicator, PublicKey>>)(i => i.Key), (Expression<Func<Indicator, bool>>)(i => i.IsSample)];
    public override IReadOnlyList<BuiltInView> BuiltIn =>
    [
        .. Setting.Own.Count == 0 ? [] : new[] { new BuiltInView("自分の部課の指標", "?department.within=own") },
        new($"{Setting.Year.Previous.Era}の実績が未入力の指標", $"?actual.{Setting.Year.Previous.Value}.blank="),
    ];
    public override IReadOnlyList<string> Quick => ["department", "item", "kind"];

    public override IReadOnlyList<ListField<Indicator>> Fields => fields ??= [.. Basic(), .. Used(), .. Setting.Facts.IndicatorYears.Reverse().SelectMany(y => new ListField<Indicator>[] { Actual(y), Target(y), Status(y) })];

    public override IQueryable<Indicator> Rows(OfficeDb db) => db.Indicators.AsNoTracking();

    /// <summary>Each word may as well stand in the name of a project that uses the indicator.</summary>
    public override IQueryable<Indicator> Holding(OfficeDb db, IQueryable<Indicator> rows, SearchWords words)
    {
        foreach (var word in words.All)
        {
            var (found, used) = (SearchTexts.Found(db, SearchKind.Indicator, word), SearchTexts.Found(db, SearchKind.Project, word, inTitle: true));
            rows = rows.Where(i => found.Contains((Guid)(object)i.Id) || db.Projects.Any(p => used.Contains((Guid)(object)p.Id) && i.Uses.Any(u => u.ProjectId == p.Id)));
        }
        foreach (var word in words.Not)
        {
            var found = SearchTexts.Found(db, SearchKind.Indicator, new SearchWord([word]));
            rows = rows.Where(i => !found.Contains((Guid)(object)i.Id));
        }
        return rows;
    }

    public override string AddressOf(object? key) => $"~/indicators/{key}";

    public override IQueryable<Indicator> These(IQueryable<Indicator> rows, IReadOnlyList<object?> ids)
    {
        var wanted = ids.Cast<IndicatorId>().ToList();
        return rows.Where(i => wanted.Contains(i.Id));
    }

    protected override ListField<Indicator>? Make(string key) =>
        key.Split('.') is [var family, var y] && int.TryParse(y, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is >= 1868 and <= 2200
            ? family switch { "actual" => Actual(new(value)), "target" => Target(new(value)), "status" => Status(new(value)), _ => null } : null;

    private static IEnumerable<ListField<Indicator>> Basic()
    {
        yield return new TextField<Indicator>("name", "指標", i => i.Name);
        yield return new ChoiceField<Indicator, IndicatorKind?>("kind", "種類", FieldKind.Choice, EnumWords.Set<IndicatorKind>(Names.Of), i => i.Kind);
        yield return new TextField<Indicator>("unit", "単位", i => i.Unit);
        yield return new TextField<Indicator>("definition", "定義", i => i.Definition);
        yield return new ChoiceField<Indicator, bool?>("sample", "サンプル", FieldKind.YesNo, EnumWords.YesNo, i => i.IsSample);
        yield return new OrderedField<Indicator, int>("uses", "使っているところの数", Scales.Count, i => i.Uses.Count);
        yield return new YearField<Indicator>("latest", "新しい実績の年度", i => i.Actuals.Where(a => a.Value != null).OrderByDescending(a => a.FiscalYear).Select(a => (FiscalYear?)a.FiscalYear).FirstOrDefault());
    }

    /// <summary>Who uses it: the first project, its owner in the shown year and its main place; or the item of the plan that uses it itself.</summary>
    private IEnumerable<ListField<Indicator>> Used()
    {
        const string section = "使っているところ";
        var (db, year, plan) = (Db, Setting.Year, Setting.Plan?.Id ?? default);
        Expression<Func<Indicator, PublicKey?>> place = i =>
            i.Uses.Where(u => u.PlanId == plan).OrderBy(u => u.Id).Select(u => u.ItemKey).FirstOrDefault()
            ?? i.Uses.Where(u => u.ProjectId != null).OrderBy(u => u.ProjectId).Select(u => db.Set<Placement>().Where(l => l.ProjectId == u.ProjectId && l.IsMain && l.PlanId == plan).Select(l => (PublicKey?)l.ItemKey).FirstOrDefault()).FirstOrDefault();
        yield return new TextField<Indicator>("use", "使っている事務事業", i => i.Uses.Where(u => u.ProjectId != null).OrderBy(u => u.ProjectId).Select(u => db.Projects.Where(p => p.Id == u.ProjectId).Select(p => p.Name).FirstOrDefault()).FirstOrDefault()) { Section = section };
        yield return new ChoiceField<Indicator, DepartmentId?>("department", "部課", FieldKind.Department, Setting.Departments(), i => i.Uses.Where(u => u.ProjectId != null).OrderBy(u => u.ProjectId).Select(u => db.Set<Ownership>().Where(o => o.ProjectId == u.ProjectId && o.From <= year).OrderByDescending(o => o.From).Select(o => (DepartmentId?)o.DepartmentId).FirstOrDefault()).FirstOrDefault()) { Section = section };
        yield return new ChoiceField<Indicator, string>("class", "事務事業の区分", FieldKind.Choice, EnumWords.Words(Setting.Facts.Classes), i => i.Uses.Where(u => u.ProjectId != null).OrderBy(u => u.ProjectId).Select(u => db.Projects.Where(p => p.Id == u.ProjectId).Select(p => p.Class).FirstOrDefault()).FirstOrDefault()) { Section = section };
        yield return new ChoiceField<Indicator, PublicKey?>("item", "計画の項目", FieldKind.Item, Setting.Items(), place) { Section = section };
        foreach (var (order, name) in Setting.Plan?.Levels ?? [])
            yield return new ChoiceField<Indicator, PublicKey?>($"level{order}", name, FieldKind.Item, Setting.ItemsOfLevel(order), place) { Section = section };
    }

    private static OrderedField<Indicator, decimal> Actual(FiscalYear year) =>
        new($"actual.{year.Value}", $"{year.Short} 実績", Scales.Number, i => i.Actuals.Where(a => a.FiscalYear == year).Select(a => a.Value).FirstOrDefault()) { Section = year.Era, InAnyYear = "実績" };

    private static OrderedField<Indicator, decimal> Target(FiscalYear year) =>
        new($"target.{year.Value}", $"{year.Short} 目標", Scales.Number, i => i.Targets.Where(t => t.FiscalYear == year).OrderByDescending(t => t.Revision).Select(t => t.Value).FirstOrDefault()) { Section = year.Era, InAnyYear = "目標" };

    private static ChoiceField<Indicator, ActualStatus?> Status(FiscalYear year) =>
        new($"status.{year.Value}", $"{year.Short} 実績の状態", FieldKind.Choice, EnumWords.Set<ActualStatus>(Names.Of), i => i.Actuals.Where(a => a.FiscalYear == year).Select(a => (ActualStatus?)a.Status).FirstOrDefault()) { Section = year.Era, InAnyYear = "実績の状態" };
}
