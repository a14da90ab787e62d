using System.Reflection;
using Shouldly;
using Xunit;

namespace Browser.Tests;

public sealed class Pages_of_staff(City city)
{
    // why: visited where somebody has a second factor, in Accounts_of_staff.
    private static readonly string[] OfJourneys = ["/Features/Office/Organization/SignInCode.cshtml", "/Features/Office/Organization/Accounts/RecoveryCodes.cshtml"];

    // why: these show nothing of their own: they lead on to another page, or answer data.
    private static readonly string[] LeadOn = ["/Features/Office/Projects/Calls/NextEntry.cshtml", "/Features/Office/Lists/OpenView.cshtml", "/Features/Office/Search/Suggest.cshtml", "/Features/Office/Lists/Choices.cshtml", "/Features/Office/Plans/CompareFile.cshtml", "/Features/Office/Plans/BookFile.cshtml", "/Features/Office/Plans/ChartFile.cshtml", "/Features/Office/Links/MatrixFile.cshtml", "/Features/Office/Links/GoalMatrixFile.cshtml", "/Features/Office/Plans/FigurePicture.cshtml", "/Features/Office/Evaluation/Rounds/RoundCalendar.cshtml", "/Features/Office/Evaluation/Results/ResultTableFile.cshtml"];

    [Theory]
    [InlineData("start", "")]
    [InlineData("projects", "projects")]
    [InlineData("no project found", "projects?Filter.Words=ないことば")]
    [InlineData("project", "projects/{project}")]
    [InlineData("new project", "projects/new")]
    [InlineData("project being edited", "projects/{project}/edit")]
    [InlineData("money being edited", "projects/{project}/money")]
    [InlineData("plans", "plans")]
    [InlineData("new plan", "plans/new")]
    [InlineData("new plan from a template", "plans/new?template=vision")]
    [InlineData("plan", "plans/{draft}")]
    [InlineData("plan under consultation", "plans/{opened}")]
    [InlineData("plan being edited", "plans/{draft}/edit")]
    [InlineData("editions", "plans/{draft}/editions")]
    [InlineData("editions of a plan with one", "plans/{opened}/editions")]
    [InlineData("new edition", "plans/{draft}/editions/new?from={first alternative}")]
    [InlineData("alternative", "plans/{draft}?edition={second alternative}")]
    [InlineData("alternatives compared", "plans/{draft}/compare?from={first alternative}&with={second alternative}")]
    [InlineData("edition compared with itself", "plans/{draft}/compare?from={first alternative}&with={first alternative}")]
    [InlineData("plan book", "plans/{draft}/book")]
    [InlineData("plan book in print", "plans/{draft}/book/print")]
    [InlineData("plan book of an alternative", "plans/{draft}/book?edition={second alternative}")]
    [InlineData("chart of a plan", "plans/{draft}/chart")]
    [InlineData("chart of a plan, its top only", "plans/{draft}/chart?level=1")]
    [InlineData("decision of an edition", "editions/{first alternative}/decision")]
    [InlineData("plan periods and mayors' terms", "terms")]
    [InlineData("terms of a plan", "plans/{draft}/terms")]
    [InlineData("terms of a plan without any", "plans/{opened}/terms")]
    [InlineData("review of a plan", "plans/{draft}/reviews/2030")]
    [InlineData("new mayor's term", "mayoral-terms/new")]
    [InlineData("mayor's term", "mayoral-terms/{mayoral term}")]
    [InlineData("what becomes of the plan before", "plans/{draft}/lineage")]
    [InlineData("what becomes of a plan without items like these", "plans/{opened}/lineage")]
    [InlineData("what becomes of an item", "plans/{draft}/lineage/{old item}")]
    [InlineData("new item of the next plan", "plans/{draft}/lineage/new/{draft item}")]
    [InlineData("what becomes of a project", "plans/{draft}/project-lineage/{project}")]
    [InlineData("reason of a change", "editions/{second alternative}/reasons/{draft item}")]
    [InlineData("item being split", "plans/{draft}/{draft item}/split")]
    [InlineData("item being merged", "plans/{draft}/{draft item}/merge")]
    [InlineData("new item", "plans/{draft}/new-item")]
    [InlineData("item", "plans/{draft}/{draft item}")]
    [InlineData("item being edited", "plans/{draft}/{draft item}/edit")]
    [InlineData("item being moved", "plans/{draft}/{draft item}/move")]
    [InlineData("the three layers of a plan at once", "plans/new/layers")]
    [InlineData("the whole of the plans", "structure")]
    [InlineData("the whole of the plans in an alternative", "structure?edition={second alternative}")]
    [InlineData("links", "links")]
    [InlineData("links of an item", "plans/{plan}/{item}/links")]
    [InlineData("goal of an item", "plans/{plan}/{linked item}/links/{goal of item}")]
    [InlineData("link of two items", "plans/{joint plan}/{joint item}/links/items/{joint}")]
    [InlineData("links of a project", "projects/{project}/links")]
    [InlineData("goal of a project", "projects/{linked project}/links/{goal of project}")]
    [InlineData("plan against plan", "plans/{plan}/matrix")]
    [InlineData("plan against a plan that shares nothing", "plans/{opened}/matrix?with={draft}")]
    [InlineData("plan against the goals of the SDGs", "plans/{plan}/sdgs")]
    [InlineData("initiatives", "initiatives")]
    [InlineData("new initiative", "initiatives/new")]
    [InlineData("initiative", "initiatives/{initiative}")]
    [InlineData("initiative being edited", "initiatives/{initiative}/edit")]
    [InlineData("goals", "sdgs")]
    [InlineData("one goal", "sdgs/3")]
    [InlineData("goal that nothing serves", "sdgs/14")]
    [InlineData("own set of goals", "own-goals/set")]
    [InlineData("new own goal", "own-goals/new")]
    [InlineData("own goal being edited", "own-goals/{own goal}/edit")]
    [InlineData("partners", "partners")]
    [InlineData("new partner", "partners/new")]
    [InlineData("partner being edited", "partners/{partner}/edit")]
    [InlineData("glossary", "glossary")]
    [InlineData("no term found", "glossary?words=ないことば")]
    [InlineData("new term", "glossary/new")]
    [InlineData("term being edited", "glossary/{term}/edit")]
    [InlineData("evaluation forms", "evaluation-forms")]
    [InlineData("new evaluation form", "evaluation-forms/new?from=eight-axes")]
    [InlineData("evaluation form", "evaluation-forms/{form}")]
    [InlineData("evaluation form's name", "evaluation-forms/{form}/edit")]
    [InlineData("evaluations", "evaluations")]
    [InlineData("new evaluation", "evaluations/new")]
    [InlineData("evaluation's board", "evaluations/{round}")]
    [InlineData("evaluation that is closed", "evaluations/{closed round}")]
    [InlineData("evaluation's days", "evaluations/{round}/schedule")]
    [InlineData("closed evaluation's days", "evaluations/{closed round}/schedule")]
    [InlineData("evaluation's sheets", "evaluations/{round}/sheets")]
    [InlineData("evaluation's results", "evaluations/{round}/results")]
    [InlineData("closed evaluation's results of items", "evaluations/{closed round}/results?of=items")]
    [InlineData("evaluation's workbook", "evaluations/{round}/workbook")]
    [InlineData("evaluation's documents", "evaluations/{round}/documents")]
    [InlineData("evaluation sheet", "sheets/{sheet}")]
    [InlineData("evaluation sheet that was submitted", "sheets/{submitted sheet}")]
    [InlineData("evaluation sheet of a closed evaluation", "sheets/{closed sheet}")]
    [InlineData("new question", "evaluation-forms/{form}/questions/new")]
    [InlineData("figures", "figures")]
    [InlineData("no figure found", "figures?words=ないことば")]
    [InlineData("new figure", "figures/new")]
    [InlineData("figure being edited", "figures/{figure}/edit")]
    [InlineData("indicators", "indicators")]
    [InlineData("indicator", "indicators/{indicator}")]
    [InlineData("new indicator", "indicators/new?project={project}")]
    [InlineData("way of assessment", "indicators/{indicator}/method")]
    [InlineData("rules of assessment", "assessment-rules")]
    [InlineData("indicator being edited", "indicators/{indicator}/edit")]
    [InlineData("releases", "releases")]
    [InlineData("release being made", "releases/new")]
    [InlineData("table of the release being made", "releases/new/projects")]
    [InlineData("release", "releases/{release}")]
    [InlineData("verification", "releases/verification")]
    [InlineData("consultation", "editions/{edition}/opening")]
    [InlineData("departments", "departments")]
    [InlineData("department", "departments/{department}")]
    [InlineData("people", "people")]
    [InlineData("person", "people/{person}")]
    [InlineData("staff to move", "people/moves")]
    [InlineData("reorganizations", "reorganizations")]
    [InlineData("explanation", "why?operation=EditProject&record={project}")]
    [InlineData("explanation of nothing in particular", "why")]
    [InlineData("deputies", "people/{person}/deputies")]
    [InlineData("person's account", "people/{person}/account")]
    [InlineData("invitations", "invitations")]
    [InlineData("sign-ins", "sign-ins")]
    [InlineData("no sign-in found", "sign-ins?Filter.Account=だれもいない")]
    [InlineData("rules of sign-ins", "sign-ins/rules")]
    [InlineData("own account", "account")]
    [InlineData("own password", "account/password")]
    [InlineData("second factor", "account/second-factor")]
    [InlineData("changes", "changes")]
    [InlineData("changes filtered", "changes?words=ないことば&way=import")]
    [InlineData("one save", "changes/1")]
    [InlineData("history of a project", "projects/{project}/history")]
    [InlineData("history of a plan", "plans/{draft}/history")]
    [InlineData("history of an item", "plans/{draft}/{draft item}/history")]
    [InlineData("history of an indicator", "indicators/{indicator}/history")]
    [InlineData("history of a department", "departments/{department}/history")]
    [InlineData("history of a person", "people/{person}/history")]
    [InlineData("project before it was there", "projects/{project}/history?at=2020-01-01T10:00")]
    [InlineData("project as it is", "projects/{project}/history?entry=999999")]
    [InlineData("moment that is none", "projects/{project}/history?at=きのう")]
    [InlineData("field put back", "projects/{project}/history/value?entry=0&field=Name")]
    [InlineData("calls", "calls")]
    [InlineData("new call", "calls/new")]
    [InlineData("call", "calls/{call}")]
    [InlineData("call's day being moved", "calls/{call}/due")]
    [InlineData("project opened from a call", "projects/{project}/edit?call={call}&record={project}")]
    [InlineData("first steps", "first-steps")]
    [InlineData("imports", "imports")]
    [InlineData("search without words", "search")]
    [InlineData("search with hits", "search?q=こども 計画")]
    [InlineData("search of one kind", "search?q=事業&kind=Project")]
    [InlineData("search without hits", "search?q=ない 子育て相談アブリ")]
    [InlineData("search that cannot be done", "search?q=-除雪")]
    [InlineData("project opened from a list", "projects/{project}?list=%3Fsort%3Dname")]
    [InlineData("list with conditions that are gone", "projects?gone.frob=3&group=class")]
    [InlineData("list of sums", "projects?group=department&only=groups")]
    [InlineData("items", "items")]
    [InlineData("no item found", "items?words=ないことば")]
    [InlineData("no indicator found", "indicators?words=ないことば")]
    [InlineData("no department found", "departments?words=ないことば")]
    [InlineData("many projects to be changed", "projects/bulk?list=")]
    [InlineData("field of many projects", "projects/bulk?list=&field=class")]
    [InlineData("export that would be wider", "exports/projects/csv?gone.frob=3", 409)]
    [InlineData("views", "views")]
    [InlineData("new view", "views/new/projects?class.is=一般")]
    [InlineData("view being changed", "views/{view}/edit")]
    [InlineData("list as a view shows it", "views/{view}")]
    [InlineData("columns of a file", "imports/files/{file}/mapping")]
    [InlineData("file before it is taken in", "imports/files/{file}")]
    [InlineData("import", "imports/{run}")]
    [InlineData("import being undone", "imports/{run}/undo")]
    [InlineData("reading that failed", "imports/work/{failed work}")]
    [InlineData("transfer", "people/moves/{move}")]
    [InlineData("units of a reorganization", "reorganizations/{reorganization}")]
    [InlineData("pairs of a reorganization", "reorganizations/{reorganization}?step=2")]
    [InlineData("moves of a reorganization", "reorganizations/{reorganization}?step=3")]
    [InlineData("outcome of a reorganization", "reorganizations/{reorganization}?step=4")]
    [InlineData("plan's field put back", "plans/{draft}/history/value?entry=0&field=Name")]
    [InlineData("item's field put back", "plans/{draft}/{draft item}/history/value?entry=0&field=Title")]
    [InlineData("indicator's field put back", "indicators/{indicator}/history/value?entry=0&field=Name")]
    [InlineData("department's field put back", "departments/{department}/history/value?entry=0&field=Name")]
    [InlineData("sign-out", "sign-out")]
    [InlineData("values of many indicators", "indicators/values?year=2024")]
    [InlineData("no values found", "indicators/values?words=ないことば")]
    [InlineData("table of values", "indicators/values/table")]
    [InlineData("field of many indicators", "indicators/bulk?list=&field=kind")]
    [InlineData("old sign-ins to be erased", "sign-ins/erase")]
    [InlineData("evaluation's field put back", "projects/{evaluated}/evaluations/{evaluation}/history/value?entry=0&part=EvaluationAnswer&of={answer}&field=Text")]
    [InlineData("404", "projects/nowhere", 404)]
    public Task A_page_of_staff_is_open_to_all_on_a_screen_and_on_a_phone(string kind, string address, int status = 200) => city.Visit(async planner =>
    {
        Assert.NotEmpty(kind);
        await planner.Open($"{City.Office}/{city.Keys.Fill(address)}", status);
        await planner.ShouldBeOpenToAll(1280, 360);
    }, who: city.Planner);

    [Fact]
    public async Task Every_page_of_the_office_is_among_them()
    {
        var seen = new HashSet<string>(OfJourneys.Concat(LeadOn));
        await city.Visit(async planner =>
        {
            foreach (var address in Addresses(nameof(A_page_of_staff_is_open_to_all_on_a_screen_and_on_a_phone), 1))
                seen.Add(await planner.PageAt($"{City.Office}/{city.Keys.Fill(address)}"));
        }, who: city.Planner);
        await city.Visit(async stranger =>
        {
            foreach (var address in Addresses(nameof(The_doors_of_the_office_are_open_to_all), 0))
                seen.Add(await stranger.PageAt(city.Keys.Fill(address)));
        });
        var pages = city.Pages("/Features/Office/").Concat(city.Pages("/Features/Doors/")).ToList();
        pages.Count.ShouldBeGreaterThan(70);
        pages.Except(seen).ShouldBeEmpty("give the new page a visit above");
    }

    private static IEnumerable<string> Addresses(string test, int place) =>
        typeof(Pages_of_staff).GetMethod(test)!.GetCustomAttributes<InlineDataAttribute>().Select(d => (string)d.Data[place]!);

    [Fact]
    public Task A_refused_save_is_open_to_all_and_keeps_what_was_typed() => city.Visit(async planner =>
    {
        await planner.Open($"{City.Office}/{city.Keys.Fill("projects/{project}/edit")}");
        await planner.Field("終了年度").FillAsync("いつか");
        await planner.Button("保存する").ClickAsync();
        await planner.Page.Locator("[data-error-summary]").WaitForAsync();
        await planner.ShouldBeOpenToAll(1280, 360);
        Assert.Equal("いつか", await planner.Field("終了年度").InputValueAsync());
    }, who: city.Planner);

    [Theory]
    [InlineData("/office/", 200)]
    [InlineData("/office/032158/sign-in", 200)]
    [InlineData("/office/032158/invitation/neverwritten", 200)]
    [InlineData("/office/032158/invitation/{invitation}", 200)]
    public Task The_doors_of_the_office_are_open_to_all(string address, int status) => city.Visit(async stranger =>
    {
        await stranger.Open(city.Keys.Fill(address), status);
        await stranger.ShouldBeOpenToAll(1280, 360);
    });
}
