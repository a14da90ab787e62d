using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Office.Lists;

/// <summary>部課の一覧: the units of the shown fiscal year, each with the projects it owns in that year.</summary>
public sealed class DepartmentFields : ListOf<Department>
{
    private IReadOnlyList<ListField<Department>>? fields;

    public required OfficeDb Db { get; init; }

    public override string Path => "departments";
    public override string Title => "部課";
    public override IReadOnlyList<string> FirstColumns => ["name", "parent", "code", "from", "to", "projects", "people"];
    public override IReadOnlyList<SortTerm> FirstSort => [new("department", false)];
    public override IReadOnlyList<Expression<Func<Department, string?>>> Worded => [d => d.Name, d => d.Code];
    public override IReadOnlyList<LambdaExpression> Head { get; } = [(Expression<Func<Department, DepartmentId>>)(d => d.Id), (Expression<Func<Department, PublicKey>>)(d => d.Key), (Expression<Func<Department, bool>>)(d => false)];
    public override IReadOnlyList<string> Quick => ["department"];

    public override IReadOnlyList<ListField<Department>> Fields => fields ??= [.. Basic(), .. Counted()];

    public override IQueryable<Department> Rows(OfficeDb db)
    {
        var year = Setting.Year;
        return db.Departments.AsNoTracking().Where(d => d.From <= year && (d.To == null || d.To >= year));
    }

    public override string AddressOf(object? key) => $"~/departments/{key}";

    public override IQueryable<Department> These(IQueryable<Department> rows, IReadOnlyList<object?> ids)
    {
        var wanted = ids.Cast<DepartmentId>().ToList();
        return rows.Where(d => wanted.Contains(d.Id));
    }

    private IEnumerable<ListField<Department>> Basic()
    {
        yield return new TextField<Department>("name", "部課", d => d.Name);
        yield return new TextField<Department>("code", "コード", d => d.Code, FieldKind.Code);
        yield return new ChoiceField<Department, DepartmentId?>("department", "組織の中の位置", FieldKind.Department, Setting.Departments(), d => (DepartmentId?)d.Id);
        yield return new ChoiceField<Department, DepartmentId?>("parent", "上位の部課", FieldKind.Department, Setting.Departments(), d => d.ParentId);
        yield return new OrderedField<Department, FiscalYear>("from", "いつから", Scales.Year, d => (FiscalYear?)d.From);
        yield return new OrderedField<Department, FiscalYear>("to", "いつまで", Scales.Year, d => d.To);
    }

    private IEnumerable<ListField<Department>> Counted()
    {
        const string section = "数";
        var (db, year, from, to) = (Db, Setting.Year, Setting.Year.FirstDay, Setting.Year.LastDay);
        Expression<Func<Department, int?>> projects = d => db.Projects.Count(p => p.Ownerships.Where(o => o.From <= year).OrderByDescending(o => o.From).Select(o => o.DepartmentId).FirstOrDefault() == d.Id);
        Expression<Func<Department, int?>> people = d => db.People.Count(p => p.Assignments.Any(a => a.DepartmentId == d.Id && a.From <= to && (a.To == null || a.To >= from)));
        yield return new OrderedField<Department, int>("projects", "事務事業", Scales.Count, projects) { Sums = [projects], Section = section };
        yield return new OrderedField<Department, int>("people", "この年度に役割のある職員", Scales.Count, people) { Section = section };
    }
}
