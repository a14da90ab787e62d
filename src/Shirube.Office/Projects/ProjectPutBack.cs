using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Office.Common;

namespace Shirube.Office.Projects;

/// <summary>Puts one field of a project back, by the verbs that any edit uses.</summary>
internal static class ProjectPutBack
{
    public static async Task PutBack(this Project project, PastField past, OfficeDb db)
    {
        switch (past.Name)
        {
            case "Name" or "Number":
                await Rename(project, past, db);
                break;
            case "Class" or "IsStatutory" or "LegalBasis" or "InImplementationPlan" or "InRegionalStrategy":
                project.Classify(past.Own("Class", project.Class), past.Own("IsStatutory", project.IsStatutory, bool.Parse), past.Own("LegalBasis", project.LegalBasis),
                    past.Own("InImplementationPlan", project.InImplementationPlan, bool.Parse), past.Own("InRegionalStrategy", project.InRegionalStrategy, bool.Parse));
                break;
            case "Period.Kind" or "Period.First" or "Period.Last" or "Period.AsWritten":
                project.Schedule(new(past.Own("Period.Kind", project.Period.Kind, Enum.Parse<PeriodKind>), past.Own("Period.First", project.Period.First, PastField.ReadYear), past.Own("Period.Last", project.Period.Last, PastField.ReadYear), past.Own("Period.AsWritten", project.Period.AsWritten)));
                break;
            case var text when text.StartsWith("Text.", StringComparison.Ordinal):
                Describe(project, past);
                break;
            case "InternalContact" or "InternalNote":
                project.NoteInternally(past.Own("InternalContact", project.InternalContact), past.Own("InternalNote", project.InternalNote));
                break;
            case nameof(Money):
                project.Record(past.Year, Enum.Parse<MoneyStage>(past.Key[1]), Enum.Parse<MoneyKind>(past.Key[2]), FigureOf(past));
                break;
            case nameof(Staffing):
                Staff(project, past);
                break;
            case nameof(BudgetLine):
                project.Budget(project.BudgetWith(past));
                break;
            case nameof(Ownership):
                await Hand(project, past, db);
                break;
            case nameof(Placement):
                await Place(project, past, db);
                break;
            default:
                throw new RefusalException(Refusals.PutBackUnknown);
        }
    }

    private static async Task Rename(Project project, PastField past, OfficeDb db)
    {
        var number = past.Own("Number", project.Number);
        var taken = number is null ? null : await db.Projects.Where(p => p.Number == number && p.Id != project.Id).Select(p => p.Name).FirstOrDefaultAsync();
        (taken is null ? null : Refusals.ProjectNumberTaken(number!, taken)).ThrowIfAny();
        project.Rename(number, past.Own("Name", project.Name) ?? "");
    }

    private static void Describe(Project project, PastField past)
    {
        var now = project.Text;
        project.Describe(new(past.Own("Text.Outline", now.Outline), past.Own("Text.Means", now.Means), past.Own("Text.MeansPlanned", now.MeansPlanned),
            past.Own("Text.Target", now.Target), past.Own("Text.Intent", now.Intent), past.Own("Text.Result", now.Result)));
    }

    private static Figure? FigureOf(PastField past) =>
        past.OfPart("Amount") is { } amount ? Figure.Of(new(long.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)))
        : past.OfPart("Absence") is { } absence ? Figure.None(Enum.Parse<Absence>(absence)) : null;

    private static void Staff(Project project, PastField past)
    {
        var stage = Enum.Parse<MoneyStage>(past.Key[1]);
        var now = project.Staffing.FirstOrDefault(s => s.FiscalYear == past.Year && s.Stage == stage);
        project.Staff(past.Year, stage, Of("Heads", now?.Heads), Of("Hours", now?.Hours), Of("Fte", now?.Fte));

        decimal? Of(string field, decimal? there) => past.Spot.Field != field ? there : past.OfPart(field) is { } text ? PastField.ReadNumber(text) : null;
    }

    private static async Task Hand(Project project, PastField past, OfficeDb db)
    {
        var year = past.Year;
        if (past.OfPart("DepartmentId") is { } id)
        {
            var department = await db.Departments.AsNoTracking().SingleOrDefaultAsync(d => d.Id == DepartmentId.From(Guid.Parse(id)));
            (department?.ExistsIn(year) == true ? null : Refusals.PutBackDepartmentGone(year.Era)).ThrowIfAny();
            project.HandTo(department!.Id, year);
        }
        else if (project.Ownerships.FirstOrDefault(o => o.From == year) is { } handed)
        {
            project.HandBack(year, handed.DepartmentId, null);
        }
    }

    private static async Task Place(Project project, PastField past, OfficeDb db)
    {
        var (plan, item) = (PlanId.From(Guid.Parse(past.Key[0])), new PublicKey(past.Key[1]));
        if (past.OfPart("IsMain") is not { } main)
        {
            project.LeaveItem(plan, item);
            return;
        }

        var place = (await PlanPlaces.Read(db)).Find(item);
        (place?.PlanId != plan ? Refusals.PutBackItemGone : place.CarriesProjects ? null : Refusals.ItemCarriesNoProjects(place.Name)).ThrowIfAny();
        if (main == "true")
        {
            project.PlaceUnder(plan, item);
        }
        else
        {
            project.LeaveItem(plan, item);
            project.AlsoPlaceUnder(plan, item);
        }
    }
}
