using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Office.Evaluation;
using Shouldly;
using Web.Tests.Office;
using Xunit;

namespace Web.Tests.Evaluation;

/// <summary>A city in a round of evaluation: a sheet of each department, of which the one of こども家庭課 repeats a choice of last year.</summary>
internal sealed class WorkbookCity : IAsyncDisposable
{
    public const string Risky = "=HYPERLINK(\"http://a.jp\")\n+1 @2 _x0041_";
    public static readonly FiscalYear Year = FiscalYear.Of(DateOnly.FromDateTime(DateTime.UtcNow.AddHours(9)));

    public App App { get; } = new();
    public OfficeCity City { get; private set; } = null!;
    public EvaluationRound Round { get; private set; } = null!;
    public EvaluationForm Form { get; private set; } = null!;
    public EvaluationSheet Sheet { get; private set; } = null!;
    public EvaluationSheet Other { get; private set; } = null!;

    public string Page => $"{App.Office}/evaluations/{Round.Key}/workbook";
    public FormQuestion Question(string label) => Form.Questions.Single(q => q.Label == label);

    public static async Task<WorkbookCity> Make(string? unit = "件")
    {
        var city = new WorkbookCity();
        city.City = await OfficeCity.Of(city.App);
        city.Form = EvaluationForm.Draft(new("様式", FormTarget.Project, FormUse.Yearly, false, ["自己評価", "課長意見"],
        [
            new("実績", QuestionKind.Money, "事業費", [1]), new("実績", QuestionKind.Indicators, "指標", [1]),
            new("評価", QuestionKind.Rating, "成果", [1]) { IsRequired = true, AsksReason = true, LongestText = 50, Choices = [new("A,とてもよい", "目標を超えた"), new("B"), new("C")] },
            new("評価", QuestionKind.Text, "総括", [1]) { LongestText = 40 }, new("評価", QuestionKind.Number, "件数", [1]) { Unit = unit },
            new("評価", QuestionKind.Table, "取組", [1]) { Choices = [new("時期"), new("内容")] }, new("意見", QuestionKind.Text, "課長の意見", [2]),
        ]));
        city.Form.IssueFrom(Year, [], null, DateTime.UtcNow);
        city.Round = city.NewRound("本年度の評価");
        city.Sheet = EvaluationSheet.About(city.City.OwnProject.Id, city.City.OwnProject.Name, "1", city.Round, city.Form);
        city.Sheet.Carry([(city.Question("成果").Key, 1, AnswerValue.Of("B", "昨年の理由"))], Year.Previous, null, DateTime.UtcNow);
        city.Sheet.Answer(city.Form, 1, city.Question("総括").Key, AnswerValue.Of(null, Risky), 0, null, DateTime.UtcNow);
        city.Other = EvaluationSheet.About(city.City.OtherProject.Id, city.City.OtherProject.Name, "2", city.Round, city.Form);
        await city.App.Given(city.Form, city.Round, city.Sheet, city.Other);
        await city.App.SignInAs(Role.Entrant, OfficeCity.Own);
        return city;
    }

    public EvaluationRound NewRound(string name) => EvaluationRound.Open(name, null, Year, FormUse.Yearly, [new("自己評価", StageActor.Department, false, null, Today.AddDays(20)), new("課長意見", StageActor.DepartmentHead, false, null, Today.AddDays(40))], null, DateTime.UtcNow);

    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow.AddHours(9));

    /// <summary>The workbook of a department as the page's own form gives it.</summary>
    public async Task<byte[]> TakeOut(string stage = "自己評価", string? page = null)
    {
        var (response, shown) = await App.SendFormRaw(page ?? Page, Answers.Of(("stage", stage)), "#file");
        response.StatusCode.ShouldBe(HttpStatusCode.OK, shown.Body?.TextContent ?? "");
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", shown.Body?.TextContent ?? "");
        return await response.Content.ReadAsByteArrayAsync();
    }

    public Task<IHtmlDocument> Read(byte[] content, string name = "評価シート.xlsx") => App.SendForm(Page, new { Upload = new ChosenFile(name, content) }, "#upload");

    public async Task<IHtmlDocument> Take(IHtmlDocument page, string[]? chosen = null)
    {
        foreach (var box in page.QuerySelectorAll<IHtmlInputElement>("#take [name=Chosen]"))
            box.IsChecked = chosen is null ? box.IsChecked : chosen.Any(c => box.Value.EndsWith(Question(c).Key.Value, StringComparison.Ordinal));
        var form = FilledForm.On(page, "#take", Answers.Of());
        return await App.Parse(await App.Follow(await App.Browser.PostAsync(new Uri(new Uri(page.Url), form.Action), form.Content(), TestContext.Current.CancellationToken)));
    }

    /// <summary>What somebody else does with the sheet meanwhile.</summary>
    public async Task Meanwhile(Action<EvaluationSheet, EvaluationForm> change)
    {
        await using var db = App.OpenDb();
        var sheet = await db.EvaluationSheets.AsTracking().Include(s => s.Answers).Include(s => s.Stages).SingleAsync(s => s.Key == Sheet.Key);
        change(sheet, Form);
        await db.SaveChangesAsync();
    }

    public async Task<AnswerValue> Saved(string label) => (await Answer(label))?.Value ?? AnswerValue.Empty;

    public async Task<SheetAnswer?> Answer(string label)
    {
        await using var db = App.OpenDb();
        return (await db.EvaluationSheets.Include(s => s.Answers).SingleAsync(s => s.Key == Sheet.Key)).Find(Question(label).Key, 1);
    }

    public static string Counts(IHtmlDocument page) => page.QuerySelector("#counts").ShouldNotBeNull(page.QuerySelector("main")?.TextContent).TextContent.Replace("。まだ何も保存していません。", "", StringComparison.Ordinal);

    public static List<string> Rows(IHtmlDocument page) => [.. page.QuerySelectorAll("#take tbody tr").Select(r => string.Join('|', r.QuerySelectorAll("td").Skip(1).Select(c => string.Join(' ', c.TextContent.Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries)).TrimStart('→', '+', '!', '×', '✓').TrimStart())))];

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
