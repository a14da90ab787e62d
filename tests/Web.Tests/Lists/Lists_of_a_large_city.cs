using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Demonstration;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shouldly;
using Web.Tests.Office;
using Xunit;

namespace Web.Tests.Lists;

/// <summary>2,000 projects under 3,000 items of a plan: lists stay light, and few questions are put to the database.</summary>
public sealed class Lists_of_a_large_city(LargeCity city) : IClassFixture<LargeCity>
{
    private const int MostQueries = 5;
    private const string Money = "money.2025.settled.total,money.2025.settled.national,money.2025.settled.prefectural,money.2025.settled.bond,money.2025.settled.other,money.2025.settled.general";
    private static readonly string Hundred = $"{LargeCity.Office}/projects?size=100&columns=number,name,department,item,class,{Money}";

    [Fact]
    public async Task A_hundred_projects_with_money_take_five_queries_also_right_after_anything_was_saved()
    {
        (await city.Get(Hundred)).QuerySelectorAll("main .list-table tbody tr").Length.ShouldBe(100);
        (await Queries()).Count.ShouldBeLessThanOrEqualTo(MostQueries, "nothing was saved since");
        foreach (var (what, change) in Changes())
        {
            await using (var db = city.OpenDb())
            {
                await change(db);
                await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            }
            var queries = await Queries();
            queries.Count.ShouldBeLessThanOrEqualTo(MostQueries, $"after saving {what}: {string.Join("\n\n", queries)}");
        }
    }

    [Theory]
    [InlineData("projects", 80_000)]
    [InlineData("items", 80_000)]
    [InlineData("indicators", 80_000)]
    [InlineData("departments", 100_000)]
    public async Task The_first_view_is_light_and_holds_no_long_list_of_choices(string list, int most)
    {
        var html = await city.Browser.GetStringAsync($"{LargeCity.Office}/{list}");
        System.Text.Encoding.UTF8.GetByteCount(html).ShouldBeLessThan(most);
        var page = await city.Get($"{LargeCity.Office}/{list}");
        page.QuerySelectorAll("main .list-table tbody tr").Length.ShouldBe(50);
        page.QuerySelectorAll<IHtmlSelectElement>("select").Max(s => s.Options.Length).ShouldBeLessThanOrEqualTo(200);
        page.QuerySelectorAll("input[type=checkbox]").Length.ShouldBeLessThanOrEqualTo(200);
    }

    [Fact]
    public async Task A_class_saved_a_moment_ago_is_offered_and_counted_at_once()
    {
        await using (var db = city.OpenDb())
        {
            (await db.Projects.FirstAsync(TestContext.Current.CancellationToken)).Classify("新しい区分", null, null, null, null);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        var page = await city.Get($"{LargeCity.Office}/projects?class.is=新しい区分");
        page.QuerySelectorAll("main .list-table tbody tr").Length.ShouldBe(1);
        page.QuerySelector<IHtmlSelectElement>("#quick-class")!.Options.Select(o => o.Text).ShouldContain("新しい区分");
    }

    [Fact]
    public async Task An_item_is_found_by_its_typed_number_or_title_and_the_address_keeps_its_key()
    {
        var (key, code, title) = await city.Item();
        foreach (var typed in new[] { code, title, $"{code} {title}" })
        {
            var page = await city.Typed("item.within", typed);
            page.Url.ShouldEndWith($"item.within={key}");
            page.QuerySelector(".chip")!.TextContent.ShouldContain(title);
            page.QuerySelector("[role=alert]").ShouldBeNull();
            page.QuerySelector<IHtmlInputElement>("#quick-item-typed")!.Value.ShouldContain(title);
        }
    }

    [Fact]
    public async Task A_projects_form_is_light_and_places_it_under_the_item_whose_number_or_name_was_typed()
    {
        var (key, code, title) = await city.Item();
        var path = new Uri((await city.Get($"{LargeCity.Office}/projects")).QuerySelector<IHtmlAnchorElement>("main .list-table tbody th a")!.Href).AbsolutePath;
        System.Text.Encoding.UTF8.GetByteCount(await city.Browser.GetStringAsync($"{path}/edit")).ShouldBeLessThan(40_000);
        var field = (await city.Get($"{path}/edit")).QuerySelector<IHtmlInputElement>("input[name^='Form.Places']")!;
        field.Value.ShouldContain("サンプル", customMessage: "where it stands now");

        (await city.SendForm($"{path}/edit", Answers.Of((field.Name!, "サンプル")))).QuerySelector($"#{field.Id}-error")!.TextContent.ShouldContain("件あります");
        (await city.SendForm($"{path}/edit", Answers.Of((field.Name!, "どこにもない題名")))).QuerySelector("[data-error-summary] a")!.GetAttribute("href").ShouldBe($"#{field.Id}");
        foreach (var typed in new[] { code, title, $"{code} {title}", key })
        {
            (await city.SendForm($"{path}/edit", Answers.Of((field.Name!, typed)))).QuerySelector(".facts")!.TextContent.ShouldContain(title);
            await city.SendForm($"{path}/edit", Answers.Of((field.Name!, "")));
        }
        (await city.SendForm($"{path}/edit", Answers.Of((field.Name!, title)))).QuerySelector(".facts")!.TextContent.ShouldContain(title);
        (await city.SendForm($"{path}/edit", Answers.Of(("Form.Class", "触ったのは区分だけ")))).QuerySelector(".facts")!.TextContent.ShouldContain(title, customMessage: "the name that the form shows means the same item");
    }

    [Theory]
    [InlineData("サンプル", "「サンプル」に当てはまる計画の項目が3,000件あります")]
    [InlineData("どこにもない題名", "「どこにもない題名」という値はありません")]
    public async Task A_typed_word_for_many_items_or_none_is_said_in_one_sentence(string typed, string expected) =>
        (await city.Typed("item.within", typed)).QuerySelector("[role=alert]")!.TextContent.ShouldContain(expected);

    [Fact]
    public async Task What_is_typed_is_answered_with_items_whatever_its_width_kana_and_case()
    {
        var (key, code, title) = await city.Item();
        (await city.Browser.GetStringAsync($"{LargeCity.Office}/choices/projects/item")).ShouldContain("\"hits\":[{", Case.Sensitive, "the uppermost, before a word is typed");
        foreach (var typed in new[] { title[..8], code.Normalize(System.Text.NormalizationForm.FormKC), title[..6] })
            (await city.Browser.GetStringAsync($"{LargeCity.Office}/choices/projects/item?q={Uri.EscapeDataString(typed)}")).ShouldContain("\"value\":");
        (await city.Browser.GetStringAsync($"{LargeCity.Office}/choices/projects/item?q={Uri.EscapeDataString($"{code} {title}")}")).ShouldContain($"\"value\":\"{key}\"");
        (await city.Browser.GetAsync($"{LargeCity.Office}/choices/projects/name", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Columns_of_several_years_are_added_at_once_without_script()
    {
        var page = await city.Get($"{LargeCity.Office}/projects?columns=name&add-what=money.*.total&add-what=money.*.general&add-when=2024.settled&add-when=2025.settled");
        page.Url.ShouldEndWith("?columns=name,money.2024.settled.total,money.2025.settled.total,money.2024.settled.general,money.2025.settled.general");
        page.QuerySelectorAll("#columns input[name=add-what]").Length.ShouldBeGreaterThan(10);
    }

    private static IEnumerable<(string What, Func<OfficeDb, Task> Change)> Changes() =>
    [
        ("a project", async db => (await db.Projects.FirstAsync()).NoteInternally(null, "いま")),
        ("a department", async db => (await db.Departments.FirstAsync()).Rename("新しい名前の課(サンプル)", null)),
        ("an item", async db => (await db.PlanItems.FirstAsync()).Write("1", "新しい題名(サンプル)", null, null)),
        ("a plan", async db => (await db.Plans.FirstAsync()).Describe("新しい名前の計画(サンプル)", new(2023), new(2032), null, null, null, null)),
        ("an indicator", async db => (await db.Indicators.FirstAsync()).Describe("新しい名前の指標(サンプル)", "件", IndicatorKind.Activity, null)),
        ("a person", async db => (await db.People.FirstAsync()).Rename("新しい 名前(サンプル)", null)),
        ("a view", async db => db.SavedViews.Add(SavedView.Keep("projects", "ビュー", "", (await db.People.FirstAsync()).Id))),
    ];

    private Task<IReadOnlyList<string>> Queries() => CountedQueries.During(() => city.Get(Hundred));
}
