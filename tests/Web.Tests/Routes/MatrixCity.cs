using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Office.Evaluation;
using Web.Tests.Evaluation;
using Web.Tests.Office;

namespace Web.Tests.Routes;

/// <summary>What stands in the addresses of the office: a record of the own department and one of another, by the segment before it.</summary>
internal sealed record MatrixCity(IReadOnlyDictionary<string, string> Own, IReadOnlyDictionary<string, string> Other)
{
    // why: work that ended, a file, an import: an address of none is still refused to whom it is not for.
    private static readonly string Nothing = Guid.Empty.ToString();

    public static async Task<MatrixCity> Of(App app)
    {
        var city = await OfficeCity.Of(app);
        var others = Indicator.Define("補修した橋の数", "橋", IndicatorKind.Activity);
        others.UseFor(city.OtherProject.Id, 1);
        await app.Given(others);
        await using var db = app.OpenDb();
        var edition = (await db.Editions.SingleAsync(e => e.PlanId == city.Plan.Id)).Key.Value;
        return new(await Records(app, city, OfficeCity.Own, city.OwnProject.Key, city.Indicator.Key, edition), await Records(app, city, OfficeCity.Other, city.OtherProject.Key, others.Key, edition));
    }

    private static async Task<IReadOnlyDictionary<string, string>> Records(App app, OfficeCity city, string department, PublicKey project, PublicKey indicator, string edition)
    {
        await app.AccountFor(Role.Reader, department);
        await using var db = app.OpenDb();
        var unit = await db.Departments.FirstAsync(d => d.Name == department);
        var person = await db.People.FirstAsync(p => p.Assignments.Any(a => a.DepartmentId == unit.Id));
        var call = EntryCall.Open(new("目的をそろえる", null, EntryFields.Target, null, null, null, Tokyo.DayOf(DateTime.UtcNow).AddDays(9)), [unit.Id], null, DateTime.UtcNow);
        await app.Given(call);
        if (!await db.GlossaryTerms.AnyAsync())
            await app.Given(GlossaryTerm.Explain("共生社会", "きょうせいしゃかい", "支え合う社会", null));
        if (!await db.Figures.AnyAsync())
        {
            db.AddRange(new Picture("aa", [1]), PlanFigure.Keep("図", "説明", null, PictureKind.Png, 1, 1, "aa"));
            await db.SaveChangesAsync();
        }

        if (!await db.EvaluationForms.AnyAsync())
            await app.Given(EvaluationForm.Draft(FormSettings.Templates["measure"]));
        var round = await OpenedRound.Of(app, city);
        var review = ExternalReview.Of(round.Round, new("行政評価委員会"));
        var reviewed = SheetReview.Of(review, round.SheetOf(project));
        reviewed.Ask(review, "質問", null);
        reviewed.Opine(review, "意見");
        await app.Given(review, reviewed);
        return new Dictionary<string, string>
        {
            ["questions/{number}"] = "1",
            ["opinions/{number}"] = "1",
            ["calls/{key}"] = call.Key.Value,
            ["mayoral-terms/{id}"] = Nothing,
            ["reviews/{year}"] = "2030",
            ["lineage/{item}"] = "nothing",
            ["new/{item}"] = "nothing",
            ["project-lineage/{project}"] = "nothing",
            ["reasons/{item}"] = city.Items[1].Key.Value,
            ["evaluations/{id}"] = Nothing,
            ["evaluations/{key}"] = round.Round.Key.Value,
            ["reminders/{key}"] = "nothing",
            ["sheets/{key}"] = round.SheetOf(project).Key.Value,
            ["projects/{key}"] = project.Value,
            ["indicators/{key}"] = indicator.Value,
            ["glossary/{key}"] = (await db.GlossaryTerms.FirstAsync()).Key.Value,
            ["evaluation-forms/{key}"] = (await db.EvaluationForms.FirstAsync()).Key.Value,
            ["questions/{question}"] = "new",
            ["figures/{key}"] = (await db.Figures.FirstAsync()).Key.Value,
            ["plans/{plan}"] = city.Plan.Key.Value,
            ["{plan}/{item}"] = city.Items[1].Key.Value,
            ["editions/{key}"] = edition,
            ["departments/{key}"] = unit.Key.Value,
            ["people/{key}"] = person.Key.Value,
            ["moves/{key}"] = "nothing",
            ["reorganizations/{key}"] = "nothing",
            ["imports/{id}"] = Nothing,
            ["work/{id}"] = Nothing,
            ["files/{sha}"] = new string('0', 64),
            ["releases/{id}"] = "20260401-01",
            ["changes/{sequence}"] = "1",
            ["new/{table}"] = "projects",
            ["new/{list}"] = "projects",
            ["exports/{list}"] = "projects",
            ["{list}/{format}"] = "csv",
            ["compare/{format}"] = "docx",
            ["book/{format}"] = "docx",
            ["chart/{format}"] = "docx",
            ["choices/{list}"] = "projects",
            ["{list}/{field}"] = "class",
            ["views/{key}"] = "nowhere",
            ["items/{joint}"] = Nothing,
            ["links/{goal}"] = "nowhere",
            ["links/{link}"] = "nowhere",
            ["initiatives/{key}"] = "nowhere",
            ["own-goals/{key}"] = "nowhere",
            ["partners/{key}"] = "nowhere",
            ["sdgs/{goal}"] = "11",
            ["matrix/{format}"] = "csv",
            ["results/{table}"] = "stages",
            ["effects/{table}"] = "goals",
            ["{table}/{format}"] = "csv",
            ["print/{format}"] = "docx",
            ["sdgs/{format}"] = "csv",
        };
    }
}
