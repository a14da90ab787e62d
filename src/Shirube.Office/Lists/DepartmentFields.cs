using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;

namespace Shirube.Office.Lists;

/// <summary>部課の一覧: the units of the shown fiscal year, each with the projects it owns in that year.</summary>
public sealed class DepartmentFields : ListOf<Department>
{
    private IReadOnlyList<ListField<Department>>? fields;
    private MoneyBelow<Department, DepartmentId>? money;

    public required OfficeDb Db { get; init; }

    public override string Path => "departments";
    public override string Title => "部課";
    public override IReadOnlyList<string> FirstColumns => ["name", "parent", "code", "from", "to", "projects", "people", .. Setting.Slice is { } s ? [MoneyFields.Key("money", s.Year, s.Stage, MoneyKind.Total)] : Array.Empty<string>()];
    public override IReadOnlyList<SortTerm> FirstSort => [new("department", false)];
    public override IReadOnlyList<string> MadeOf { get; } = [nameof(Department), nameof(Project), nameof(Person)];
    public override IReadOnlyList<LambdaExpression> Head { get; } = [(Expression<Func<Department, DepartmentId>>)(d => d.Id), (Expression<Func<Department, PublicKey>>)(d => d.Key), (Expression<Func<Department, bool>>)(d => false)];
    public override IReadOnlyList<string> Quick => ["department"];

    public override IReadOnlyList<ListField<Department>> Fields => fields ??= [.. Basic(), .. Counted(), .. Money.Fields()];

    private MoneyBelow<Department, DepartmentId> Money => money ??= new(Setting, "department", d => d.Id)
    {
        Rows = () => Setting.Facts.Departments.Select(d => (d.Id, (object)d.Id)),
        Below = id => Setting.SelfAndBelow(id),
    };

    public override IQueryable<Department> Rows(OfficeDb db)
    {
        var year = Setting.Year;
        return db.Departments.AsNoTracking().Where(d => d.From <= year && (d.To == null || d.To >= year));
    }

    public override IQueryable<Department> Holding(OfficeDb db, IQueryable<Department> rows, SearchWords words)
    {
        var found = SearchTexts.Found(db, SearchKind.Department, words);
        return rows.Where(d => found.Contains((Guid)(object)d.Id));
    }

    public override string AddressOf(object? key) => $"~/departments/{key}";

    public override IQueryable<Department> These(IQueryable<Department> rows, IReadOnlyList<object?> ids)
    {
        var wanted = ids.Cast<DepartmentId>().ToList();
        return rows.Where(d => wanted.Contains(d.Id));
    }

    protected override ListField<Department>? Make(string key) => Money.Find(key);

    internal override Task Load(OfficeDb db, IReadOnlyList<string> fields, Kept kept) => Money.Load(db, fields, kept);

    private IEnumerable<ListField<Department>> Basic()
    {
        yield return new TextField<Department>("name", "部課", d => d.Name);
        yield return new TextField<Department>("code", "コード", d => d.Code, FieldKind.Code);
        yield return new ChoiceField<Department, DepartmentId?>("department", "組織の中の位置", FieldKind.Department, Setting.Departments(), d => (DepartmentId?)d.Id);
        yield return new ChoiceField<Department, DepartmentId?>("parent", "上位の部課", FieldKind.Department, Setting.Departments(), d => d.ParentId);
        yield return new YearField<Department>("from", "いつから", d => (FiscalYear?)d.From);
        yield return new YearField<Department>("to", "いつまで", d => d.To);
    }

    private IEnumerable<ListField<Department>> Counted()
    {
        const string section = "数";
        var (db, year, from, to) = (Db, Setting.Year, Setting.Year.FirstDay, Setting.Year.LastDay);
        Expression<Func<Department, int?>> projects = d => db.Set<Ownership>().Count(o => o.DepartmentId == d.Id && o.From <= year && !db.Set<Ownership>().Any(later => later.ProjectId == o.ProjectId && later.From > o.From && later.From <= year));
        Expression<Func<Department, int?>> people = d => db.People.Count(p => p.Assignments.Any(a => a.DepartmentId == d.Id && a.From <= to && (a.To == null || a.To >= from)));
        yield return new OrderedField<Department, int>("projects", "事務事業", Scales.Count, projects) { Sums = [projects], Section = section };
        yield return new OrderedField<Department, int>("people", "この年度に役割のある職員", Scales.Count, people) { Section = section };
    }
}
