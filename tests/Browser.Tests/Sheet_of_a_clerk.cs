using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Projects;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>A clerk answers a sheet without a mouse; it saves by itself, and is submitted only by the clerk.</summary>
public sealed class Sheet_of_a_clerk(City city)
{
    [Fact]
    public async Task A_sheet_is_answered_saved_by_itself_and_submitted_without_a_mouse()
    {
        var key = await city.Ask(Open);
        await city.Visit(async clerk =>
        {
            await clerk.Open($"{City.Office}/sheets/{key}");
            await clerk.ShouldBeOpenToAll(1280, 360, 1280);
            await clerk.TabTo("[data-question] input[type=radio]");
            await clerk.Press("Space", "ArrowRight");
            await Expect(clerk.Page.Locator("[data-answers-status]")).ToContainTextAsync("保存しました");
            (await city.Ask(db => Answer(db, key))).ShouldBe(("縮小", null));
            await clerk.TabTo("#sheet .button-main");
            await clerk.Press("Enter");
            await Expect(clerk.Page.GetByRole(Microsoft.Playwright.AriaRole.Alert)).ToContainTextAsync("「今後の方向性」の理由がありません。");
            await clerk.TabTo("[data-question] textarea");
            await clerk.Page.Keyboard.TypeAsync("利用が減ったため");
            await Expect(clerk.Page.Locator("[data-answers-status]")).ToContainTextAsync("提出できます");
            (await city.Ask(db => Answer(db, key))).ShouldBe(("縮小", "利用が減ったため"));
            (await city.Ask(db => db.Set<SheetStage>().AnyAsync(s => s.Submission != null && db.EvaluationSheets.Any(e => e.Id == s.SheetId && e.Key == key)))).ShouldBeFalse("what saves by itself does not submit");
            await clerk.TabTo("#sheet .button-main");
            await clerk.Press("Enter");
            await Expect(clerk.Main).ToContainTextAsync("提出しました");
            await Expect(clerk.Page.Locator("#sheet[data-answers=on]")).ToHaveCountAsync(0);
        }, who: city.Clerk);
    }

    private static async Task<(string?, string?)> Answer(OfficeDb db, PublicKey sheet) =>
        await db.EvaluationSheets.AsNoTracking().Where(s => s.Key == sheet).SelectMany(s => s.Answers).Select(a => new { a.Choice, a.Text }).SingleAsync() is { } answer ? (answer.Choice, answer.Text) : default;

    private static async Task<PublicKey> Open(OfficeDb db)
    {
        var (now, year) = (DateTime.UtcNow, FiscalYear.Of(Tokyo.DayOf(DateTime.UtcNow)));
        var project = Project.Start("K9", "鍵盤で評価する事業(サンプル)", isSample: true);
        project.HandTo(await db.Departments.Where(d => d.Name.StartsWith("こども家庭課")).Select(d => d.Id).SingleAsync(), new(2024));
        var form = EvaluationForm.Draft(new("鍵盤の様式(サンプル)", FormTarget.Project, FormUse.ExAnte, false, ["自己評価"],
            [new("今後", QuestionKind.Choice, "今後の方向性", [1]) { IsRequired = true, AsksReason = true, Role = QuestionRole.Direction, Choices = [new("継続"), new("縮小")] }]), isSample: true);
        form.IssueFrom(year, [], null, now);
        var round = EvaluationRound.Open("鍵盤の評価(サンプル)", null, year, FormUse.ExAnte, [new("自己評価", StageActor.Department, false, null, Tokyo.DayOf(now).AddDays(9))], null, now, isSample: true);
        var sheet = EvaluationSheet.About(project.Id, project.Name, "1", round, form);
        db.AddRange(project, form, round, sheet);
        await db.SaveChangesAsync();
        return sheet.Key;
    }
}
