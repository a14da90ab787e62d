using System.Net;
using Given;
using Microsoft.Extensions.DependencyInjection;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Office.Organization;
using Shouldly;
using Xunit;

namespace Web.Tests.Office;

public sealed class OnPostgresTests(App app) : IClassFixture<App>
{
    private static readonly MunicipalityCode Code = MunicipalityCode.Parse("032034");

    [Fact]
    public async Task A_person_is_invited_signs_in_and_edits_a_city_that_lies_on_PostgreSQL()
    {
        var office = $"/office/{Code}";
        var catalogue = app.Services.GetRequiredService<Catalogue>();
        catalogue.Create(Code, "見本市", PostgresServer.Instance.NewOffice());
        string link;
        var department = Sample.Department();
        var plan = Sample.Plan();
        var (edition, items) = Sample.Edition(plan);
        var project = Project.Start("P1", "見本の事業");
        var indicator = Indicator.Define("見本の指標", "件", IndicatorKind.Outcome);
        await using (var db = catalogue.Open(Code))
        {
            project.HandTo(department.Id, new(2020));
            project.PlaceUnder(plan.Id, items[^1].Key);
            project.Record(new(2024), MoneyStage.Settled, MoneyKind.Total, Figure.Of(new(1_000)));
            indicator.UseFor(project.Id, 1);
            indicator.Measure(new(2024), 1.50m, ActualStatus.Final);
            db.AddRange(department, plan, edition, project, indicator);
            db.AddRange(items);
            link = (await new Invitations(db, app.Clock).Invite("見本 花子", "政策企画", null)).Path(Code);
            await db.SaveChangesAsync();
        }
        var browser = app.NewBrowser();
        var form = FilledForm.On(await App.Parse(await browser.GetAsync(link)), null, new { UserName = "hanako", Password = "みずうみ-さんぽ-あさごはん", Again = "みずうみ-さんぽ-あさごはん" });
        (await browser.PostAsync(link, form.Content())).StatusCode.ShouldBe(HttpStatusCode.Found);

        var tree = $"plans/{plan.Key}";
        var item = $"{tree}/{items[^1].Key}";
        foreach (var page in new[]
        {
            "", "projects", $"projects?words=見本&department.within={department.Id.Value}&place.within={items[0].Key}&sort=-money&group=level2", "projects?department.blank=&item.blank=&sample.not=yes&sort=name", "projects?group=year", "projects?group=department&only=groups",
            $"projects/{project.Key}", "projects/new", $"projects/{project.Key}/edit", $"projects/{project.Key}/money", "plans", tree, $"{tree}/edit", item, $"{item}/edit", $"{item}/move", $"{tree}/new-item",
            "indicators?Words=見本", $"indicators/{indicator.Key}", $"indicators/{indicator.Key}/edit", $"indicators/new?project={project.Key}", $"indicators/values?year=2024&words=見本&department={department.Key}", "indicators/values/table", "indicators/values?year=2024&list=xlsx", "departments", $"departments/{department.Key}", "people", "changes", "why", "why?operation=EditProject", $"why?operation=EditPlan&record={plan.Key}", "why?operation=Import",
        })
            (await browser.GetAsync($"{office}/{page}")).StatusCode.ShouldBe(HttpStatusCode.OK, page);

        var edit = FilledForm.On(await App.Parse(await browser.GetAsync($"{office}/projects/{project.Key}/edit")), null, Answers.Of(("Form.Name", "直した事業")));
        (await browser.PostAsync($"{office}/projects/{project.Key}/edit", edit.Content())).StatusCode.ShouldBe(HttpStatusCode.Found);
        var again = await browser.PostAsync($"{office}/projects/{project.Key}/edit", FilledForm.On(await App.Parse(await browser.GetAsync($"{office}/projects/{project.Key}/edit")), null, Answers.Of(("Form.Name", "もう一度"), ("Version", "1"))).Content());
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await (await browser.GetAsync($"{office}/projects/{project.Key}")).Content.ReadAsStringAsync()).ShouldContain("直した事業");
        await EnterValues(browser, $"{office}/indicators/values", indicator);
    }

    private static async Task EnterValues(HttpClient browser, string values, Indicator indicator)
    {
        var page = await App.Parse(await browser.GetAsync($"{values}?year=2025"));
        var (grid, other) = (Grid("2.50件"), Grid("3"));
        (await browser.PostAsync($"{values}?year=2025", grid.Content())).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await browser.PostAsync($"{values}?year=2025", other.Content())).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var table = FilledForm.On(await App.Parse(await browser.GetAsync($"{values}/table?year=2025")), "#upload", new { Upload = new ChosenFile("実績.csv", await browser.GetByteArrayAsync($"{values}?year=2025&list=csv")) });
        (await App.Parse(await browser.PostAsync($"{values}/table?year=2025", table.Content()))).QuerySelector("[role=status]")!.TextContent.ShouldContain("変わらない 1件、誤り 0件", customMessage: "2.5 and 2.50 are one value");

        FilledForm Grid(string value) => FilledForm.On(page, "main form[method=post]", Answers.Of(($"Form.Cells[{indicator.Key}-value]", value), ($"Form.Cells[{indicator.Key}-note]", "見本の注記")));
    }
}
