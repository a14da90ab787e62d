using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Web.Tests.Office;

namespace Web.Tests.Indicators;

/// <summary>The small city with three indicators of the own department and one of another, of the year 2025.</summary>
public sealed class ValuesCity : IAsyncDisposable
{
    public static readonly FiscalYear Year = new(2025);

    private ValuesCity(OfficeCity office, IReadOnlyList<Indicator> own, Indicator other) => (Office, Own, Other) = (office, own, other);

    public App App { get; private init; } = null!;
    public OfficeCity Office { get; }
    public IReadOnlyList<Indicator> Own { get; }
    public Indicator Other { get; }
    public static string Page => $"{Web.Tests.App.Office}/indicators/values?year=2025";
    public static string Table => $"{Web.Tests.App.Office}/indicators/values/table?year=2025";

    public static async Task<ValuesCity> Make()
    {
        var app = new App();
        var office = await OfficeCity.Of(app);
        var people = Indicator.Define("ア 参加した人数", "人", IndicatorKind.Activity);
        people.Measure(new(2024), 100, ActualStatus.Final);
        people.Measure(Year, 120, ActualStatus.Preliminary);
        people.Remark(Year, "見込みです", null);
        people.Aim(Year, 150, new(2025, 4, 1), null);
        var times = Indicator.Define("イ 開いた回数", "回", IndicatorKind.Activity);
        var share = Indicator.Define("ウ 満足した割合", "%", IndicatorKind.Outcome);
        foreach (var indicator in new[] { people, times, share })
            indicator.UseFor(office.OwnProject.Id, 1);
        var other = Indicator.Define("エ 直した道の長さ", "m", IndicatorKind.Activity);
        other.UseFor(office.OtherProject.Id, 1);
        await app.Given(people, times, share, other);
        return new(office, [people, times, share], other) { App = app };
    }

    public string Cell(int at, string part) => CellOf(Own[at], part);

    public static string CellOf(Indicator indicator, string part) => $"Form.Cells[{indicator.Key}-{part}]";

    public Task<IHtmlDocument> Enter(params (string Name, object? Value)[] answers) => App.SendForm(Page, Answers.Of(answers), "main form[method=post]");

    /// <summary>A grid opened now and sent later.</summary>
    public async Task<Func<Task<HttpResponseMessage>>> Opened(params (string Name, object? Value)[] answers)
    {
        var form = FilledForm.On(await App.Get(Page), "main form[method=post]", Answers.Of(answers));
        return () => App.Browser.PostAsync(Page, form.Content());
    }

    /// <summary>Somebody else saves a value meanwhile.</summary>
    public async Task Meanwhile(Indicator indicator, decimal value)
    {
        await using var db = App.OpenDb();
        (await db.Indicators.Include(i => i.Actuals).SingleAsync(i => i.Id == indicator.Id)).Measure(Year, value, ActualStatus.Final);
        await db.SaveChangesAsync();
    }

    /// <summary>The year's value, status and note as they are saved.</summary>
    public async Task<string> Saved(Indicator indicator)
    {
        await using var db = App.OpenDb();
        var there = (await db.Indicators.Include(i => i.Actuals).SingleAsync(i => i.Id == indicator.Id)).Actuals.FirstOrDefault(a => a.FiscalYear == Year);
        return there is null ? "" : $"{there.Value:0.##} {there.Status} {there.Note}".Trim();
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
