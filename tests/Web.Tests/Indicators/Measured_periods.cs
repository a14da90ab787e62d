using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Office.Indicators;
using Shouldly;
using Web.Tests.Office;
using Xunit;

namespace Web.Tests.Indicators;

public sealed class Measured_periods : IAsyncLifetime
{
    private ValuesCity city = null!;

    private App App => city.App;

    public async ValueTask InitializeAsync()
    {
        city = await ValuesCity.Make();
        await App.SignInAs(Role.Entrant, OfficeCity.Own);
    }

    public ValueTask DisposeAsync() => city.DisposeAsync();

    [Theory]
    [InlineData("令和5年10月〜令和6年9月", "2023-10-01", "2024-09-30", "令和5年10月〜令和6年9月")]
    [InlineData("2023/10-2024/9", "2023-10-01", "2024-09-30", "令和5年10月〜令和6年9月")]
    [InlineData("R5.10～R6.9", "2023-10-01", "2024-09-30", "令和5年10月〜令和6年9月")]
    [InlineData("２０２４年１月から2024年12月", "2024-01-01", "2024-12-31", "令和6年1月〜令和6年12月")]
    [InlineData("令和6年2月", "2024-02-01", "2024-02-29", "令和6年2月")]
    [InlineData("令和6年10月1日時点", "2024-10-01", "2024-10-01", "令和6年10月1日")]
    [InlineData("平成31年4月15日〜令和元年5月3日", "2019-04-15", "2019-05-03", "平成31年4月15日〜令和元年5月3日")]
    public void A_period_is_read_in_either_calendar_and_shown_in_one_way(string typed, string from, string to, string shown)
    {
        var period = PeriodText.Read(typed);
        period.ShouldBe(new(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture)));
        PeriodText.Of(period).ShouldBe(shown);
        PeriodText.Read(shown).ShouldBe(period);
    }

    [Theory]
    [InlineData("去年"), InlineData("令和6年13月"), InlineData("2024-2-30"), InlineData("令和6年"), InlineData("1月〜2月〜3月")]
    public void What_is_no_period_is_refused(string typed) =>
        Should.Throw<Shirube.Domain.Common.RefusalException>(() => PeriodText.Read(typed)).Refusal.Code.ShouldBe("measured-period-unreadable");

    [Fact]
    public async Task A_period_other_than_the_year_is_entered_in_the_grid_shown_and_taken_back()
    {
        Errors(await city.Enter((city.Cell(0, "period"), "令和6年9月〜令和5年10月"))).ShouldContain("測定期間");
        await city.Enter((city.Cell(0, "period"), "2023年10月〜2024年9月"));
        (await Saved(0)).ShouldBe(new(new(2023, 10, 1), new(2024, 9, 30)));
        (await App.Get($"{Web.Tests.App.Office}/indicators/{city.Own[0].Key}")).QuerySelector("main")!.TextContent.ShouldContain("令和5年10月〜令和6年9月");
        await city.Enter((city.Cell(0, "value"), "130"));
        (await Saved(0)).ShouldNotBeNull("what was not touched stays");
        await city.Enter((city.Cell(0, "period"), ""));
        (await Saved(0)).ShouldBeNull();
        Errors(await city.Enter((city.Cell(1, "period"), "令和6年2月"))).ShouldContain("値がないので、測定期間を残せません。");
    }

    [Fact]
    public async Task A_period_is_entered_on_the_indicators_own_page()
    {
        await App.SendForm($"{Web.Tests.App.Office}/indicators/{city.Own[0].Key}/edit", Answers.Of(("Form.Cells[2025-period]", "令和7年10月1日")));
        (await Saved(0)).ShouldBe(new(new(2025, 10, 1), new(2025, 10, 1)));
        Errors(await App.SendForm($"{Web.Tests.App.Office}/indicators/{city.Own[0].Key}/edit", Answers.Of(("Form.Cells[2025-period]", "秋ごろ")))).ShouldContain("「秋ごろ」を測定期間として読めません。");
    }

    [Fact]
    public async Task A_table_brings_periods_in_and_one_without_the_column_leaves_them()
    {
        await Take("指標の記号,年度,実績,状態,注記,測定期間\n" + $"{city.Own[0].Key},令和7年度,120,速報,見込みです,R6.10〜R7.9\n");
        (await Saved(0)).ShouldBe(new(new(2024, 10, 1), new(2025, 9, 30)));
        await Take("指標の記号,年度,実績,状態,注記\n" + $"{city.Own[0].Key},令和7年度,125,実績,\n");
        (await Saved(0)).ShouldBe(new(new(2024, 10, 1), new(2025, 9, 30)));
        System.Text.Encoding.UTF8.GetString(await App.Browser.GetByteArrayAsync($"{ValuesCity.Page}&list=csv", TestContext.Current.CancellationToken)).ShouldContain("令和6年10月〜令和7年9月");
    }

    [Fact]
    public async Task A_preliminary_value_and_what_it_was_revised_to_stand_on_the_indicators_page_with_when_and_by_whom()
    {
        var page = $"{Web.Tests.App.Office}/indicators/{city.Own[0].Key}";
        (await App.Get(page)).QuerySelector("#revisions").ShouldBeNull("nothing was revised");
        await city.Enter((city.Cell(0, "value"), "132"), (city.Cell(0, "status"), "Final"));
        var rows = (await App.Get(page)).QuerySelectorAll("#revisions + .table-wrap tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent))).ToList();
        rows.Count.ShouldBe(2);
        rows[0].ShouldStartWith("令和7年度|120人|速報|");
        rows[1].ShouldStartWith("令和7年度|132人|実績|");
        rows[1].ShouldEndWith("|Entrantの職員");
    }

    private async Task Take(string csv)
    {
        var preview = await App.SendForm(ValuesCity.Table, new { Upload = new ChosenFile("実績.csv", System.Text.Encoding.UTF8.GetBytes(csv)) }, "#upload");
        preview.QuerySelector("#take").ShouldNotBeNull(preview.QuerySelector("main")!.TextContent);
        var form = FilledForm.On(preview, "#take", Answers.Of());
        await App.Follow(await App.Browser.PostAsync(new Uri(new Uri(preview.Url), form.Action), form.Content(), TestContext.Current.CancellationToken));
    }

    private async Task<MeasuredPeriod?> Saved(int at)
    {
        await using var db = App.OpenDb();
        return (await db.Indicators.Include(i => i.Actuals).SingleAsync(i => i.Id == city.Own[at].Id, TestContext.Current.CancellationToken)).Actuals.FirstOrDefault(a => a.FiscalYear == ValuesCity.Year)?.Measured;
    }

    private static string Errors(IDocument page) => page.QuerySelector("[data-error-summary]")?.TextContent ?? "";
}
