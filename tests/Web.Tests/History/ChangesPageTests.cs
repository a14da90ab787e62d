using System.Net;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shouldly;
using Web.Tests.Office;
using Xunit;

namespace Web.Tests.History;

public sealed class ChangesPageTests(App app) : IClassFixture<App>, IAsyncLifetime
{
    private OfficeCity city = null!;

    public async ValueTask InitializeAsync()
    {
        city = await OfficeCity.Of(app);
        await app.SignInAs(Role.PlanningOffice);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_save_of_many_records_is_one_line_that_leads_to_all_of_them()
    {
        var mark = $"まとめ{Guid.NewGuid():N}";
        await app.Given([.. Enumerable.Range(1, 60).Select(i => Project.Start(null, $"{mark}{i}"))]);
        var page = await app.Get($"{App.Office}/changes?words={mark}");
        page.QuerySelectorAll(".history > li").Length.ShouldBe(1);
        page.QuerySelector(".history > li")!.TextContent.ShouldContain("事務事業60件");
        var save = await app.Get(page.QuerySelector(".history a[href*='/changes/']")!.GetAttribute("href")!);
        save.QuerySelectorAll(".history > li").Length.ShouldBe(50);
        save.QuerySelector(".pager")!.TextContent.ShouldContain("60件のうち");
    }

    [Fact]
    public async Task Changes_are_asked_by_area_person_and_words_and_the_table_for_Excel_holds_just_them()
    {
        var mark = $"=SUM{Random.Shared.Next()}";
        await app.SendForm($"{city.OwnPage}/edit", Answers.Of(("Form.Class", mark)));
        (await Lines($"words={Uri.EscapeDataString(mark)}")).ShouldBe(1);
        (await Lines($"words={Uri.EscapeDataString(mark)}&area=projects&way=hand")).ShouldBe(1);
        (await Lines($"words={Uri.EscapeDataString(mark)}&area=plans")).ShouldBe(0);
        (await Lines($"words={Uri.EscapeDataString(mark)}&way=import")).ShouldBe(0);
        (await Lines($"words={Uri.EscapeDataString(mark)}&to=2020-01-01")).ShouldBe(0);
        var csv = await app.Browser.GetStringAsync($"{App.Office}/changes?handler=Csv&words={Uri.EscapeDataString(mark)}", TestContext.Current.CancellationToken);
        csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
        csv.ShouldContain($"\"'{mark}\"");
        csv.ShouldContain("\"区分\"");
    }

    [Fact]
    public async Task A_release_and_its_withdrawal_stand_among_the_changes()
    {
        var made = await app.Publish("春の公表");
        (await app.Get($"{App.Office}/changes?area=releases")).QuerySelector(".history > li")!.TextContent.ShouldContain(made.Release);
        await app.SendForm($"{App.Office}/releases/{made.Release}", new { Why = "数値の誤り" });
        var newest = (await app.Get($"{App.Office}/changes?area=releases")).QuerySelector(".history > li")!.TextContent;
        newest.ShouldContain("公表を取り下げ");
        newest.ShouldContain("数値の誤り");
        newest.ShouldContain("PlanningOfficeの職員");
        await using var db = app.OpenDb();
        (await db.ChangeLog.VerifyAsync(TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    // why: two or three of them read who is signed in.
    [Fact]
    public async Task The_list_asks_few_questions_however_many_changes_there_are()
    {
        await app.Given([.. Enumerable.Range(1, 30).Select(i => Project.Start(null, $"数を増やす事業{i}"))]);
        (await app.CountQueries($"{App.Office}/changes")).ShouldBeLessThanOrEqualTo(9);
    }

    private async Task<int> Lines(string query) => (await app.Get($"{App.Office}/changes?{query}")).QuerySelectorAll(".history > li").Length;
}
