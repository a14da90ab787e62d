using AngleSharp.Html.Dom;
using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Plans;
using Shouldly;
using Xunit;

namespace Web.Tests.Plans;

/// <summary>The pictures of the whole, made of the office's own editions.</summary>
public sealed class The_whole_of_the_plans : IAsyncLifetime
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private App app = null!;

    public ValueTask InitializeAsync()
    {
        app = new();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task It_is_drawn_of_the_editions_in_use_or_of_the_ones_chosen_and_says_which(Engine engine)
    {
        var city = await LinkedCity.Of(app, engine);
        var draft = await Draft(city);
        var whole = $"{city.Office.Path}/structure";
        var page = await app.Get(whole);
        page.QuerySelector("#not-public")!.TextContent.ShouldContain("公表されません");
        var layer = page.QuerySelectorAll(".layers .layer").First(l => l.TextContent.Contains("アクションプラン", StringComparison.Ordinal));
        layer.TextContent.ShouldContain("政策 1 › 施策 3 › 事務事業 3");
        layer.TextContent.ShouldContain("版「決定」");
        page.QuerySelectorAll("main table tbody tr").Select(r => string.Join('|', r.QuerySelectorAll("th, td a").Select(c => c.TextContent))).ShouldBe(["施策の体系|アクションプラン", "総合戦略|総合戦略"]);

        var chosen = await app.SendForm(whole, new Dictionary<string, object?> { ["edition"] = draft.Key.Value }, "#editions");
        chosen.Url.ShouldContain($"edition={draft.Key}");
        layer = chosen.QuerySelectorAll(".layers .layer").First(l => l.TextContent.Contains("アクションプラン", StringComparison.Ordinal));
        layer.TextContent.ShouldContain("政策 1 › 施策 2 › 事務事業 3");
        layer.TextContent.ShouldContain("版「見直し案」");
        layer.TextContent.ShouldContain("作業中の版");
        ((IHtmlAnchorElement)layer.QuerySelector("h3 a")!).Href.ShouldEndWith($"?edition={draft.Key}");
        chosen.QuerySelectorAll(".layers-cycle .layer")[1].TextContent.ShouldContain("事務事業が3件あります。決算は令和6年度の分まであります。");
    }

    [Fact]
    public async Task An_office_without_plans_says_so()
    {
        var office = await Organization.OfficeOn.Of(app, Engine.Sqlite);
        (await app.Get($"{office.Path}/structure")).QuerySelector("main .empty")!.TextContent.ShouldContain("計画がまだありません");
    }

    private static async Task<Edition> Draft(LinkedCity city)
    {
        await using var db = city.Office.Open();
        var basis = await db.Editions.SingleAsync(e => e.PlanId == city.Plan.Id, Stop);
        var items = await db.PlanItems.Where(i => i.EditionId == basis.Id).ToListAsync(Stop);
        var (draft, copies) = basis.CopyAs("見直し案", EditionKind.Draft, items);
        db.Add(draft);
        db.AddRange(copies.Where(i => i.Title != "学びを支える"));
        await db.SaveChangesAsync(Stop);
        return draft;
    }
}
