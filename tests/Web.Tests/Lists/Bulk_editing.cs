using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shouldly;
using Web.Tests.Office;
using Xunit;

namespace Web.Tests.Lists;

public sealed class Bulk_editing(App app) : IClassFixture<App>
{
    private readonly string @class = $"区分{Guid.NewGuid():N}"[..8];

    [Fact]
    public async Task The_class_of_all_projects_in_a_list_is_set_after_each_was_seen_before_and_after()
    {
        var projects = await Projects(3);
        await app.SignInAs(Role.PlanningOffice);
        var preview = await Previewed(Bulk("class"), ("Form.Value", "施設管理"), ("Form.Why", "区分の見直し"));
        preview.QuerySelectorAll("main tbody tr").Select(r => string.Join("|", r.QuerySelectorAll("th, td").Take(3).Select(c => c.TextContent.Trim()))).Order()
            .ShouldBe(projects.Select(p => $"{p.Name}|{@class}|施設管理").Order());
        (await Classes(projects)).ShouldBe([@class, @class, @class], "nothing is saved yet");

        var after = await Save(preview);
        after.QuerySelector("[role=status]")!.TextContent.ShouldBe("3件の「区分」を変更しました。");
        (await Classes(projects)).ShouldBe(["施設管理", "施設管理", "施設管理"]);
        await using var db = app.OpenDb();
        (await db.ChangeLog.OfAsync([projects[0].Id.Value], take: 1)).Single().Why.ShouldBe("まとめて変更(区分) 区分の見直し");
    }

    [Fact]
    public async Task A_project_that_is_left_out_stays_as_it_is()
    {
        var projects = await Projects(2);
        await app.SignInAs(Role.PlanningOffice);
        await Save(await Previewed("class", "一般"), left: projects[1]);
        (await Classes(projects)).ShouldBe(["一般", @class]);
    }

    [Fact]
    public async Task Of_two_bulk_edits_at_once_the_second_changes_nothing_and_shows_what_is_saved_now()
    {
        var projects = await Projects(3);
        await app.SignInAs(Role.PlanningOffice);
        var mine = await Previewed("class", "私の区分");
        await using (var db = app.OpenDb())
        {
            var other = await db.Projects.SingleAsync(p => p.Id == projects[1].Id);
            other.Classify(@class, true, "条例", null, null);
            await db.SaveChangesAsync();
        }
        var again = await Save(mine);
        again.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain($"「{projects[1].Name}」が保存されました。まだ何も変えていません。");
        (await Classes(projects)).ShouldBe([@class, @class, @class]);
        again.QuerySelector<IHtmlInputElement>("input[name='Form.Why']").ShouldNotBeNull();

        await Save(again);
        (await Classes(projects)).ShouldBe(["私の区分", "私の区分", "私の区分"]);
        await using var after = app.OpenDb();
        (await after.Projects.SingleAsync(p => p.Id == projects[1].Id)).LegalBasis.ShouldBe("条例");
    }

    [Fact]
    public async Task An_entrant_changes_the_own_departments_and_is_told_of_the_others()
    {
        await OfficeCity.Of(app);
        var projects = await Projects(2);
        await using (var db = app.OpenDb())
        {
            var (own, other) = (await db.Departments.FirstAsync(d => d.Name == OfficeCity.Own), await db.Departments.FirstAsync(d => d.Name == OfficeCity.Other));
            var there = await db.Projects.Include(p => p.Ownerships).Where(p => p.Class == @class).OrderBy(p => p.Number).ToListAsync();
            there[0].HandTo(own.Id, new(2020));
            there[1].HandTo(other.Id, new(2020));
            await db.SaveChangesAsync();
        }
        await app.SignInAs(Role.Entrant, OfficeCity.Own);
        var preview = await Previewed("class", "補助金等");
        preview.QuerySelectorAll("main tbody th").Select(t => t.TextContent).ShouldBe([projects[0].Name]);
        preview.QuerySelector("main ul li .quiet")!.TextContent.ShouldContain("ほかの部課のもの");
        await Save(preview);
        (await Classes(projects)).ShouldBe(["補助金等", @class]);
    }

    [Fact]
    public async Task Projects_are_handed_to_a_department_from_a_year_on()
    {
        await OfficeCity.Of(app);
        var projects = await Projects(2);
        await app.SignInAs(Role.PlanningOffice);
        await Save(await Previewed(Bulk("department"), ("Form.Value", OfficeCity.Own), ("Form.From", "2024")));
        await using var db = app.OpenDb();
        var own = await db.Departments.FirstAsync(d => d.Name == OfficeCity.Own);
        foreach (var project in await db.Projects.Include(p => p.Ownerships).Where(p => p.Class == @class).ToListAsync())
            (project.OwnerIn(new(2023)), project.OwnerIn(new(2024))).ShouldBe((null, (DepartmentId?)own.Id));
        projects.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("nothing.is=1", "使えない条件があり")]
    [InlineData("class.is=この区分はない", "使えない条件があり")]
    public async Task A_condition_that_cannot_be_used_never_makes_a_bulk_edit_wider(string list, string message)
    {
        var projects = await Projects(1);
        await app.SignInAs(Role.PlanningOffice);
        var address = $"{App.Office}/projects/bulk?field=class&list={Uri.EscapeDataString($"?{list}")}";
        var page = await Previewed(address, ("Form.Value", "だめ"));
        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain(message);
        page.QuerySelector("input[name='Form.Basis']").ShouldBeNull();
        (await Classes(projects)).ShouldBe([@class]);
    }

    [Fact]
    public async Task A_year_that_cannot_be_read_and_an_end_before_the_beginning_are_said()
    {
        var projects = await Projects(1);
        await using (var db = app.OpenDb())
        {
            (await db.Projects.SingleAsync(p => p.Id == projects[0].Id)).Schedule(ProjectPeriod.Unknown with { First = new(2025) });
            await db.SaveChangesAsync();
        }
        await app.SignInAs(Role.PlanningOffice);
        (await Previewed("last", "令和なん年")).QuerySelector("main ul li .quiet")!.TextContent.ShouldContain("年度");
        (await Previewed("last", "2020")).QuerySelector("main ul li .quiet")!.TextContent.ShouldContain(projects[0].Name);
    }

    private async Task<List<Project>> Projects(int count)
    {
        var projects = Enumerable.Range(1, count).Select(i => Project.Start($"{@class}{i}", $"{@class}の事業{i}")).ToList();
        foreach (var project in projects)
            project.Classify(@class, null, null, null, null);
        await app.Given([.. projects]);
        return projects;
    }

    private string Bulk(string field) => $"{App.Office}/projects/bulk?field={field}&list={Uri.EscapeDataString($"?class.is={Uri.EscapeDataString(@class)}")}";

    private Task<IHtmlDocument> Previewed(string field, string value) => Previewed(Bulk(field), ("Form.Value", value));

    private async Task<IHtmlDocument> Previewed(string address, params (string Name, object? Value)[] answers)
    {
        var form = FilledForm.On(await app.Get(address), "main form[method=post]", Answers.Of(answers));
        return await App.Parse(await app.Follow(await app.Browser.PostAsync($"{App.Office}/projects/bulk?handler=Preview", form.Content())));
    }

    private async Task<IHtmlDocument> Save(IHtmlDocument preview, Project? left = null)
    {
        var form = FilledForm.On(preview, "main form[method=post]", left is null ? new Dictionary<string, object?>() : Answers.Of(("Form.Left", left.Key.Value)));
        var response = await app.Follow(await app.Browser.PostAsync(new Uri(new Uri(preview.Url), "bulk"), form.Content()));
        return await App.Parse(response);
    }

    private async Task<List<string?>> Classes(List<Project> projects)
    {
        await using var db = app.OpenDb();
        var ids = projects.ConvertAll(p => p.Id);
        return await db.Projects.Where(p => ids.Contains(p.Id)).OrderBy(p => p.Number).Select(p => p.Class).ToListAsync();
    }
}
