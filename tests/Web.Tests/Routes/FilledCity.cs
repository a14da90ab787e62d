using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Demonstration;
using Shirube.Domain.Links;
using Shirube.Domain.Plans;
using Shirube.Office.Organization;
using Shouldly;
using Web.Tests.Office;
using Xunit;

namespace Web.Tests.Routes;

/// <summary>The demonstration with one of everything that an address of the office can name: also a reorganization and a transfer in preparation, a file read and taken in, a view, an invitation.</summary>
internal sealed class FilledCity : IAsyncDisposable
{
    private FilledCity(App app, SignIn planner) => (App, Planner) = (app, planner);

    public App App { get; }
    public SignIn Planner { get; }

    /// <summary>By the segment before them, as <see cref="OfficeRoute.Records"/> names them.</summary>
    public IReadOnlyDictionary<string, string> Records { get; private set; } = null!;

    /// <summary>What the change log calls an answer of the evaluation among the records.</summary>
    public string Answer { get; private set; } = "";

    public static async Task<FilledCity> Make()
    {
        var (app, signIns) = await App.WithTheDemonstration();
        var city = new FilledCity(app, signIns[0]);
        await app.SignInWith(city.Planner.UserName, city.Planner.Password);
        var reorganization = await app.SendForm($"{App.Office}/reorganizations", new { }, "#new");
        await app.SendForm(reorganization.Url, new { Name = "未来課" }, "#add");
        var move = await app.SendForm($"{App.Office}/people/moves", new { Upload = new ChosenFile("異動.csv", Encoding.UTF8.GetBytes("氏名,部課,役割,異動\n新人 一郎,こども家庭課,入力担当,新規\n")) }, "#upload");
        var view = await app.SendForm($"{App.Office}/views/new/projects?class.is=一般", Answers.Of(("Form.Name", "一般の事業")));
        var (sha, run) = await city.BringAFileIn();
        await using var db = app.OpenDb();
        var draft = await db.Plans.SingleAsync(p => p.Kind == PlanKind.ActionPlan);
        var project = await db.Projects.Include(p => p.Placements).OrderBy(p => p.Number).FirstAsync(p => p.Ownerships.Any() && p.Placements.Any(l => l.PlanId == draft.Id) && db.EvaluationFacts.Any(e => e.ProjectId == p.Id));
        var evaluation = await db.EvaluationFacts.Include(e => e.Answers).FirstAsync(e => e.ProjectId == project.Id);
        city.Answer = $"{evaluation.Answers[0].Stage} {evaluation.Answers[0].Question}";
        var (ofItem, ofProject, joint) = await Links(db, draft.Id, project);
        city.Records = new Dictionary<string, string>
        {
            ["calls/{key}"] = $"{(await db.EntryCalls.FirstAsync()).Key}",
            ["projects/{key}"] = $"{project.Key}",
            ["evaluations/{id}"] = $"{evaluation.Id.Value}",
            ["evaluations/{key}"] = $"{(await db.EvaluationRounds.FirstAsync(r => r.Closed == null)).Key}",
            ["sheets/{key}"] = $"{(await db.EvaluationSheets.OrderBy(s => s.SortKey).FirstAsync(s => db.SheetReviews.Any(r => r.SheetId == s.Id && r.Opinions.Any(o => o.Response == null)))).Key}",
            ["questions/{number}"] = "1",
            ["opinions/{number}"] = "1",
            ["reminders/{key}"] = await Reminded(db, app),
            ["indicators/{key}"] = $"{(await db.Indicators.FirstAsync(i => i.Targets.Any())).Key}",
            ["glossary/{key}"] = $"{(await db.GlossaryTerms.OrderBy(t => t.Name).FirstAsync()).Key}",
            ["evaluation-forms/{key}"] = $"{(await db.EvaluationForms.FirstAsync(f => f.Issue == null)).Key}",
            ["questions/{question}"] = "new",
            ["figures/{key}"] = $"{(await db.Figures.SingleAsync()).Key}",
            ["plans/{plan}"] = $"{draft.Key}",
            ["{plan}/{item}"] = $"{project.Placements.First(p => p.PlanId == draft.Id).ItemKey}",
            ["editions/{key}"] = $"{(await db.Editions.FirstAsync(e => e.Opening != null)).Key}",
            ["mayoral-terms/{id}"] = $"{(await db.MayoralTerms.FirstAsync()).Id.Value}",
            ["reviews/{year}"] = "2030",
            ["lineage/{item}"] = $"{(await db.Lineages.FirstAsync(l => l.FromKey != null)).FromKey}",
            ["project-lineage/{project}"] = $"{(await db.Projects.OrderBy(p => p.Number).FirstAsync(p => p.Placements.Any(l => l.PlanId == draft.PredecessorId) && !p.Placements.Any(l => l.PlanId == draft.Id))).Key}",
            ["new/{item}"] = $"{project.Placements.First(p => p.PlanId == draft.Id).ItemKey}",
            ["reasons/{item}"] = $"{(await db.PlanItems.FirstAsync(i => db.Editions.First(e => e.Opening != null).Id == i.EditionId)).Key}",
            ["departments/{key}"] = $"{(await db.Departments.OrderBy(d => d.Name).FirstAsync()).Key}",
            ["people/{key}"] = $"{(await db.People.FirstAsync(p => p.Assignments.Any())).Key}",
            ["moves/{key}"] = LastPart(move.Url),
            ["reorganizations/{key}"] = LastPart(reorganization.Url),
            ["imports/{id}"] = run,
            ["work/{id}"] = $"{(await db.Jobs.FirstAsync()).Id}",
            ["files/{sha}"] = sha,
            ["releases/{id}"] = LastPart((await app.Get($"{App.Office}/releases")).QuerySelectorAll<IHtmlAnchorElement>("main a[href*='/releases/20']").First().Href),
            ["changes/{sequence}"] = "1",
            ["new/{table}"] = "projects",
            ["new/{list}"] = "projects",
            ["exports/{list}"] = "projects",
            ["{list}/{format}"] = "csv",
            ["compare/{format}"] = "docx",
            ["book/{format}"] = "docx",
            ["chart/{format}"] = "docx",
            ["choices/{list}"] = "projects",
            ["{list}/{field}"] = "department",
            ["views/{key}"] = view.Url.Split("view=")[1],
            ["items/{joint}"] = $"{joint.Id.Value}",
            ["links/{goal}"] = $"{ofItem.Key}",
            ["links/{link}"] = $"{ofProject.Key}",
            ["initiatives/{key}"] = $"{(await db.Initiatives.FirstAsync()).Key}",
            ["own-goals/{key}"] = $"{(await db.OwnGoals.FirstAsync()).Key}",
            ["partners/{key}"] = $"{(await db.PartnerActivities.FirstAsync()).Key}",
            ["sdgs/{goal}"] = "11",
            ["matrix/{format}"] = "csv",
            ["results/{table}"] = "stages",
            ["effects/{table}"] = "goals",
            ["{table}/{format}"] = "csv",
            ["print/{format}"] = "docx",
            ["sdgs/{format}"] = "csv",
            ["invitation/{token}"] = LastPart((await new Invitations(db, app.Clock).Invite("招待 される人", "reader", null)).Path(App.Code)),
            ["answers/{status}"] = "404",
        };
        await db.SaveChangesAsync();
        return city;
    }

    /// <summary>Goes to the page after work that runs.</summary>
    public async Task<IHtmlDocument> Done(IHtmlDocument page)
    {
        for (var looks = 0; looks < 300 && page.QuerySelector("[data-progress]") is not null; looks++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            page = await App.Get(page.Url);
        }
        page.QuerySelector("[data-progress]").ShouldBeNull("the work did not end");
        return page;
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private static async Task<(GoalLink OfItem, GoalLink OfProject, ItemLink Joint)> Links(OfficeDb db, PlanId plan, Shirube.Domain.Projects.Project project)
    {
        var mine = project.Placements.First(p => p.PlanId == plan).ItemKey;
        var place = new ItemPlace(plan, mine);
        var (ofItem, ofProject) = (GoalLink.Of(place, new(16, null, Strength.Related, null), [place], []), GoalLink.Of(project.Id, new(16, null, Strength.Related, null), []));
        var other = await (from item in db.PlanItems join strategy in db.Plans on item.EditionId equals strategy.ShownId where strategy.Kind == PlanKind.RegionalStrategy && !db.ItemLinks.Any(l => (l.ItemKey == mine && l.OtherItemKey == item.Key) || (l.OtherItemKey == mine && l.ItemKey == item.Key)) select new ItemPlace(strategy.Id, item.Key)).FirstAsync();
        var joint = ItemLink.Between(place, other, null, [place, other], []);
        db.AddRange(ofItem, ofProject, joint);
        await db.SaveChangesAsync();
        return (ofItem, ofProject, joint);
    }

    // why: two spellings of one word, so that the preview asks which to take.
    private async Task<(string Sha, string Run)> BringAFileIn()
    {
        var content = "番号,事務事業名,担当課,政策,令和6年度事業費(千円)\n901,試しの事業,こども家庭課,くらし,100\n902,次の事業,こども家庭課,くらし,200\n";
        var mapping = await Done(await App.SendForm($"{App.Office}/imports", new { Upload = new ChosenFile("一覧.csv", Encoding.UTF8.GetBytes(content)) }));
        var preview = mapping.Url.Replace("/mapping", "", StringComparison.Ordinal);
        var result = await Done(await App.SendForm(preview, new { }, "main form.sticky-bar"));
        return (LastPart(preview), LastPart(result.Url));
    }

    /// <summary>A sending of reminders that waits for tomorrow.</summary>
    public static async Task<string> Reminded(OfficeDb db, App app)
    {
        var run = ReminderRun.OfDay(new(2026, 6, 1), app.Clock.GetUtcNow().UtcDateTime, TimeSpan.FromDays(1));
        await new ReminderTable(db).MakeAsync(run, [Reminder.To(run, (await db.People.FirstAsync()).Id, "mihon@example.lg.jp", 2)]);
        return run.Key.Value;
    }

    private static string LastPart(string url) => new Uri(new("http://localhost"), url).Segments[^1];
}
