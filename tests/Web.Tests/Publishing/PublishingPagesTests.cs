using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Exchange.Publishing;
using Shouldly;
using Xunit;

namespace Web.Tests.Publishing;

public sealed class PublishingPagesTests : IAsyncLifetime
{
    private static readonly string Office = App.Office;
    private static readonly MunicipalityCode Code = App.Code;
    private readonly App app = new();
    private PublicKey draft;

    private ReleaseStore Store => new(app.DataFolder);

    public async ValueTask InitializeAsync()
    {
        var plan = Plan.Found(PlanKind.ActionPlan, "第2次計画", new(2022), new(2026));
        var level = plan.AddLevel("政策", true);
        var edition = plan.Draft("素案");
        draft = edition.Key;
        var project = Project.Start("A1", "道路補修事業");
        project.NoteInternally("内線123", "職員だけのメモ");
        await app.Given(plan, edition, PlanItem.Insert(edition.Id, level, null, 1, "1", "くらしやすいまち"), project);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static string Read(IHtmlDocument page) => page.QuerySelector("main")!.TextContent;

    [Fact]
    public async Task The_planning_office_opens_an_edition_publishes_it_and_withdraws_it_again()
    {
        await app.SignInAs(Role.PlanningOffice);
        Read(await app.Get($"{Office}/releases")).ShouldContain("公開の版がありません");
        Read(await app.Get($"{Office}/releases/new")).ShouldContain("公開の版がありません。このまま公表すると、市民には計画が何も見えません。");

        await app.SendForm($"{Office}/editions/{draft}/opening", new { }, "main form");
        Read(await app.Get($"{Office}/releases")).ShouldContain("意見をうかがっている版(公開)");
        var preview = Read(await app.Get($"{Office}/releases/new"));
        preview.ShouldContain("くらしやすいまち");
        preview.ShouldContain("どの項目にも置かれていない事務事業が1件");

        var made = await app.SendForm($"{Office}/releases/new", new { Note = "はじめての公表です。", Confirmed = true });
        Read(made).ShouldContain("公表しました");
        var release = Store.Current(Code)!;
        release.Note.ShouldBe("はじめての公表です。");
        release.First<string>("SELECT title FROM items").ShouldBe("くらしやすいまち");
        Read(await app.Get($"{Office}/releases/new")).ShouldContain("いま市民に見えている内容と同じです。");
        Read(await app.Get($"{Office}/releases/verification")).ShouldContain("問題は見つかりませんでした");

        var gone = await app.SendForm($"{Office}/releases/{release.Id}", new { Why = "題名の誤り" });
        Read(gone).ShouldContain("取り下げられました");
        Read(gone).ShouldNotContain("の職員");
        Store.Current(Code).ShouldBeNull();
        Read(await app.Get($"{Office}/releases/verification")).ShouldContain("うち取り下げ1件");
    }

    [Fact]
    public async Task What_goes_on_in_the_next_plan_and_why_an_item_changed_wait_for_the_next_release()
    {
        app.Clock.Set(new(2027, 1, 5, 3, 0, 0, TimeSpan.Zero));
        await app.SignInAs(Role.PlanningOffice);
        await app.SendForm($"{Office}/releases/new", new { Confirmed = true });
        app.Clock.Set(new(2027, 1, 5, 3, 5, 0, TimeSpan.Zero));
        (await app.Get(Office)).QuerySelector("main")!.TextContent.ShouldNotContain("公表のあとに変わった記録");
        await using (var db = app.OpenDb())
        {
            var (edition, item) = (await db.Editions.SingleAsync(TestContext.Current.CancellationToken), await db.PlanItems.SingleAsync(TestContext.Current.CancellationToken));
            db.AddRange(Lineage.Drop(edition.PlanId, item.Key, edition.PlanId, "終えるため"), ChangeReason.Of(edition.Id, item.Key, "わかりやすくするため"));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        (await app.Get(Office)).QuerySelector("main")!.TextContent.ShouldContain("公表のあとに変わった記録 2件");
    }

    [Fact]
    public async Task Nothing_is_published_before_the_content_was_confirmed()
    {
        await app.SignInAs(Role.PlanningOffice);
        var again = await app.SendForm($"{Office}/releases/new", new { Note = "まだ確かめていません", Confirmed = false });
        again.QuerySelector(".errors")!.TextContent.ShouldContain("確認の欄に印を付けてください");
        again.QuerySelector("textarea")!.TextContent.Trim().ShouldBe("まだ確かめていません");
        Store.List(Code).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_withdrawal_without_a_reason_is_refused()
    {
        await app.SignInAs(Role.PlanningOffice);
        await app.SendForm($"{Office}/releases/new", new { Confirmed = true });
        var id = Store.List(Code).Single().Id;
        var again = await app.SendForm($"{Office}/releases/{id}", new { Why = " " });
        again.QuerySelector(".errors")!.TextContent.ShouldContain("取り下げの理由を入力してください");
        Store.Current(Code).ShouldNotBeNull();
    }

    [Fact]
    public async Task An_edition_taken_back_leaves_the_next_release()
    {
        await app.SignInAs(Role.PlanningOffice);
        await app.SendForm($"{Office}/editions/{draft}/opening", new { });
        await app.SendForm($"{Office}/releases/new", new { Confirmed = true });
        await app.SendForm($"{Office}/editions/{draft}/opening", new { });
        var preview = Read(await app.Get($"{Office}/releases/new"));
        preview.ShouldContain("なくなるもの");
        await app.SendForm($"{Office}/releases/new", new { Confirmed = true });
        Store.Current(Code)!.Query<string>("SELECT title FROM items").ShouldBeEmpty();
        Store.List(Code).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Each_table_can_be_read_before_it_becomes_public_and_holds_no_internal_note()
    {
        await app.SignInAs(Role.PlanningOffice);
        foreach (var table in DataDictionary.Tables.Where(t => t != DataDictionary.Meta))
        {
            var page = await app.Get($"{Office}/releases/new/{table.Name}");
            page.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK, table.Name);
            Read(page).ShouldContain(table.Title);
            Read(page).ShouldNotContain("職員だけのメモ");
            Read(page).ShouldNotContain("内線123");
        }
        Read(await app.Get($"{Office}/releases/new/projects?page=1")).ShouldContain("道路補修事業");
        (await app.Get($"{Office}/releases/new/accounts")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await app.Get($"{Office}/releases/20260101-01")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(Role.Reader)]
    [InlineData(Role.Finance)]
    [InlineData(Role.Administrator)]
    public async Task Only_the_planning_office_publishes(Role role)
    {
        await app.SignInAs(role);
        foreach (var path in new[] { "releases", "releases/new", "releases/new/projects", "releases/verification", "releases/20260101-01", $"editions/{draft}/opening" })
            (await app.Get($"{Office}/{path}")).StatusCode.ShouldBe(System.Net.HttpStatusCode.Forbidden, path);
        Store.List(Code).ShouldBeEmpty();
    }
}
