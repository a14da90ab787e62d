using System.Globalization;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Files.Import;

namespace Shirube.Office.Projects.Import;

/// <summary>The fields of a project that files speak of, read from a file or from the project, and written back.</summary>
internal static class ProjectFields
{
    public const string Number = "number", Name = "name", Department = "department", Item = "item", Budget = "budget", Period = "period", Contact = "contact";

    public static Facts Of(ImportedProject file, DepartmentId? department, PublicKey? item)
    {
        var facts = new Facts
        {
            [Number] = Blank.ToNull(file.Number),
            [Name] = file.Name.Trim(),
            [Department] = department?.Value.ToString(),
            [Item] = item?.Value,
            [Contact] = Blank.ToNull(file.InternalContact),
            [Budget] = BudgetOf(file.BudgetLines),
            [Period] = PeriodOf(file.Period),
        };
        Classified(facts, file.Class, file.IsStatutory, file.LegalBasis, file.InImplementationPlan, file.InRegionalStrategy);
        Described(facts, file.Text);
        foreach (var money in file.Money)
            facts[MoneyField(money.Year, money.Stage, money.Kind)] = FigureOf(money.Figure);
        foreach (var staff in file.Staffing)
            Staffed(facts, staff.Year, staff.Stage, staff.Heads, staff.Hours, staff.Fte);
        return facts;
    }

    public static Facts Of(Project project, PlanId? plan, FiscalYear year)
    {
        var facts = new Facts
        {
            [Number] = project.Number,
            [Name] = project.Name,
            [Department] = project.OwnerIn(year)?.Value.ToString(),
            [Item] = project.Placements.FirstOrDefault(p => p.PlanId == plan && p.IsMain)?.ItemKey.Value,
            [Contact] = project.InternalContact,
            [Budget] = BudgetOf([.. project.BudgetLines.OrderBy(l => l.Order).Select(l => l.Code)]),
            [Period] = PeriodOf(project.Period),
        };
        Classified(facts, project.Class, project.IsStatutory, project.LegalBasis, project.InImplementationPlan, project.InRegionalStrategy);
        Described(facts, project.Text);
        foreach (var money in project.Money)
            facts[MoneyField(money.FiscalYear, money.Stage, money.Kind)] = FigureOf(money.Figure);
        foreach (var staff in project.Staffing)
            Staffed(facts, staff.FiscalYear, staff.Stage, staff.Heads, staff.Hours, staff.Fte);
        return facts;
    }

    /// <summary>Writes the changed fields of the project so that it says what the facts say.</summary>
    public static void Write(Project project, Facts facts, IReadOnlyList<FieldChange> changes, PlanId? plan, FiscalYear ownedFrom)
    {
        if (project.Name != facts[Name] || project.Number != facts[Number])
            project.Rename(facts[Number], facts[Name]!);
        project.Classify(facts["class"], Flag(facts["statutory"]), facts["legalBasis"], Flag(facts["implementationPlan"]), Flag(facts["regionalStrategy"]));
        WritePeriod(project, facts[Period]);
        WriteText(project, facts);
        if (project.InternalContact != facts[Contact])
            project.NoteInternally(facts[Contact], project.InternalNote);
        foreach (var change in changes)
            WriteOne(project, facts, change, plan, ownedFrom);
    }

    private static void WriteOne(Project project, Facts facts, FieldChange change, PlanId? plan, FiscalYear ownedFrom)
    {
        var parts = change.Field.Split('/');
        if (parts[0] == "money")
            project.Record(Year(parts[1]), Enum.Parse<MoneyStage>(parts[2]), Enum.Parse<MoneyKind>(parts[3]), Figure(change.After));
        else if (parts[0] == "staff")
            WriteStaff(project, facts, parts);
        else if (change.Field == Budget)
            project.Budget(Codes(change.After));
        else if (change.Field == Department && change.After is { } department)
            project.HandTo(new(Guid.Parse(department)), ownedFrom);
        else if (change.Field == Department)
            project.HandToNobody(ownedFrom);
        else if (change.Field == Item && plan is { } placedIn)
            Place(project, placedIn, change.After);
    }

    private static void Place(Project project, PlanId plan, string? item)
    {
        if (item is not null)
            project.PlaceUnder(plan, new(item));
        else
            project.PlaceNowhere(plan);
    }

    private static void WriteStaff(Project project, Facts facts, string[] parts)
    {
        decimal? Of(string what) => facts[$"staff/{parts[1]}/{parts[2]}/{what}"] is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;
        project.Staff(Year(parts[1]), Enum.Parse<MoneyStage>(parts[2]), Of("heads"), Of("hours"), Of("fte"));
    }

    private static void Classified(Facts facts, string? @class, bool? statutory, string? legalBasis, bool? implementationPlan, bool? regionalStrategy)
    {
        facts["class"] = Blank.ToNull(@class);
        facts["statutory"] = Of(statutory);
        facts["legalBasis"] = Blank.ToNull(legalBasis);
        facts["implementationPlan"] = Of(implementationPlan);
        facts["regionalStrategy"] = Of(regionalStrategy);
    }

    private static void Described(Facts facts, ProjectText text)
    {
        facts["text/outline"] = Blank.ToNull(text.Outline);
        facts["text/means"] = Blank.ToNull(text.Means);
        facts["text/meansPlanned"] = Blank.ToNull(text.MeansPlanned);
        facts["text/target"] = Blank.ToNull(text.Target);
        facts["text/intent"] = Blank.ToNull(text.Intent);
        facts["text/result"] = Blank.ToNull(text.Result);
    }

    private static void WriteText(Project project, Facts facts)
    {
        var text = new ProjectText(facts["text/outline"], facts["text/means"], facts["text/meansPlanned"], facts["text/target"], facts["text/intent"], facts["text/result"]);
        if (project.Text != text)
            project.Describe(text);
    }

    private static void Staffed(Facts facts, FiscalYear year, MoneyStage stage, decimal? heads, decimal? hours, decimal? fte)
    {
        facts[$"staff/{year.Value}/{stage}/heads"] = Of(heads);
        facts[$"staff/{year.Value}/{stage}/hours"] = Of(hours);
        facts[$"staff/{year.Value}/{stage}/fte"] = Of(fte);
    }

    private static string MoneyField(FiscalYear year, MoneyStage stage, MoneyKind kind) => $"money/{year.Value}/{stage}/{kind}";

    private static string FigureOf(Figure figure) => figure.Amount is { } amount ? amount.Value.ToString(CultureInfo.InvariantCulture) : figure.Absence!.Value.ToString();

    private static Figure? Figure(string? text) =>
        text is null ? null
        : long.TryParse(text, CultureInfo.InvariantCulture, out var yen) ? Domain.Projects.Figure.Of(new(yen)) : Domain.Projects.Figure.None(Enum.Parse<Absence>(text));

    private static string? BudgetOf(IReadOnlyList<BudgetCode> lines) =>
        lines.Count == 0 ? null : Facts.List([.. lines.Select(l => Facts.List(l.Account, l.Category, l.Item, l.SubItem, l.Line))]);

    private static List<BudgetCode> Codes(string? text) =>
        text is null ? [] : [.. Facts.Parts(text).Select(line => Facts.Parts(line!)).Select(p => new BudgetCode(p[0], p[1], p[2], p[3], p[4]))];

    private static string? PeriodOf(ProjectPeriod period) =>
        period == ProjectPeriod.Unknown ? null : Facts.List(period.Kind?.ToString(), period.First?.Value.ToString(), period.Last?.Value.ToString(), period.AsWritten);

    private static void WritePeriod(Project project, string? text)
    {
        var parts = text is null ? null : Facts.Parts(text);
        var period = parts is null ? ProjectPeriod.Unknown
            : new(parts[0] is { } kind ? Enum.Parse<PeriodKind>(kind) : null, YearOrNull(parts[1]), YearOrNull(parts[2]), parts[3]);
        if (project.Period != period)
            project.Schedule(period);
    }

    private static FiscalYear? YearOrNull(string? text) => text is null ? null : Year(text);

    private static FiscalYear Year(string text) => new(int.Parse(text, CultureInfo.InvariantCulture));

    private static string? Of(bool? flag) => flag switch { true => "true", false => "false", null => null };

    private static bool? Flag(string? text) => text is null ? null : text == "true";

    // why: 12.50 and 12.5 are one number; PostgreSQL keeps the trailing zero and a file may lose it.
    internal static string? Of(decimal? number) => number?.ToString("0.#############################", CultureInfo.InvariantCulture);
}
