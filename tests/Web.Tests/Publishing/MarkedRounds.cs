using System.Text.Json;
using System.Text.Json.Serialization;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;
using Shirube.Domain.Links;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Office.Evaluation;

namespace Web.Tests.Publishing;

/// <summary>Rounds, forms and sheets of the marked office: of what citizens may read one each, and beside it one of everything that they may not.</summary>
internal sealed class MarkedRounds(Func<string, bool, string> next)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Converters = { new JsonStringEnumConverter() } };
    private static readonly StageSpec Self = new("自己評価", StageActor.Department, false, null, new(2026, 8, 1)), Second = Self with { Name = "二次評価" };

    public List<object> Shown { get; } = [];
    public List<Aggregate> Drafts { get; } = [];
    public List<object> HiddenParts { get; } = [];

    public void Make(ProjectId project, ItemPlace measure, ItemPlace hidden, Department owner)
    {
        var (form, light, unused) = (FormOf("様式", isPublic: true), FormOf("軽い様式", isPublic: false), EvaluationForm.Draft(FormSettings.Templates["ex-ante"]));
        var (closed, open) = (EvaluationRound.Open("締め切った評価", "説明", new(2026), FormUse.Yearly, [Self, Second], null, DateTime.UnixEpoch), EvaluationRound.Open("途中の評価", "説明", new(2027), FormUse.Yearly, [Self, Second], null, DateTime.UnixEpoch));
        var shown = EvaluationSheet.About(project, "事業", "1", closed, form);
        var quiet = EvaluationSheet.About(measure.Plan, measure.Item, "施策", "2", null, closed, light);
        var drafted = EvaluationSheet.About(hidden.Plan, hidden.Item, "素案の施策", "3", null, closed, form);
        var running = EvaluationSheet.About(project, "事業", "1", open, form);
        foreach (var sheet in new[] { shown, quiet, drafted })
            Fill(sheet, closed, sheet == quiet ? light : form, isShown: sheet == shown, owner);
        Fill(running, open, form, isShown: false, owner: null);
        closed.Close(null, DateTime.UnixEpoch);
        Shown.AddRange([form, light, closed, shown, quiet]);
        Drafts.AddRange([unused, open, drafted, running]);
        Review(closed, shown, drafted);
        Review(open, null, running);
    }

    // why: both reviews are public by decision; that of a round under way, and what was said about a draft's item, stay inside all the same.
    private void Review(EvaluationRound round, EvaluationSheet? shown, EvaluationSheet hidden)
    {
        var review = ExternalReview.Of(round, new("会議", new(2026, 8, 1), null, null, "メモ"));
        var (inside, outside) = (Reviewed(review, hidden), shown is null ? null : Reviewed(review, shown));
        review.Publish(outside is null ? [inside] : [inside, outside], null, DateTime.UnixEpoch);
        Drafts.Add(inside);
        if (outside is null)
            Drafts.Add(review);
        else
            Shown.AddRange([review, outside]);
    }

    private static SheetReview Reviewed(ExternalReview review, EvaluationSheet sheet)
    {
        var reviewed = SheetReview.Of(review, sheet);
        reviewed.Ask(review, "質問", "委員");
        reviewed.AnswerQuestion(review, 1, "回答", null, DateTime.UnixEpoch);
        reviewed.Opine(review, "意見");
        reviewed.Respond(review, 1, new(ResponseKind.PartlyAdopted, "考え方", new(2027, 3, 31)), null, DateTime.UnixEpoch);
        reviewed.Confirm(review, 1, null, DateTime.UnixEpoch);
        return reviewed;
    }

    // why: the light form shows citizens the choice alone.
    private EvaluationForm FormOf(string name, bool isPublic)
    {
        QuestionSpec figures(QuestionKind kind) => new("数字", kind, kind.ToString(), [1]) { IsPublic = isPublic };
        var form = EvaluationForm.Draft(new(name, FormTarget.Project, FormUse.Yearly, false, ["自己評価", "二次評価"],
        [
            new("評価", QuestionKind.Choice, "方向性", [1, 2]) { Role = QuestionRole.Direction, AsksReason = true, Help = "説明", Unit = "件", Choices = [new("維持", "続ける"), new("縮小", "減らす")] },
            new("評価", QuestionKind.Text, "引き継いだ設問", [1]),
            new("評価", QuestionKind.Choice, "庁内だけの設問", [1]) { IsPublic = false, Choices = [new("はい", "意味"), new("いいえ", "意味")] },
            figures(QuestionKind.Money), figures(QuestionKind.Indicators), figures(QuestionKind.Projects),
        ]));
        foreach (var question in form.Questions.Where(q => !q.IsPublic))
            HiddenParts.AddRange([question, .. form.ChoicesOf(question)]);
        return form;
    }

    private void Fill(EvaluationSheet sheet, EvaluationRound round, EvaluationForm form, bool isShown, Department? owner)
    {
        var (direction, carried, inside) = form.InOrder.Take(3).Select(q => q.Key).ToList() is [var a, var b, var c] ? (a, b, c) : default;
        sheet.Answer(form, 1, direction, AnswerValue.Of("維持", "理由"), 0, null, DateTime.UnixEpoch);
        sheet.Answer(form, 1, inside, AnswerValue.Of("はい", "内輪の理由"), 0, null, DateTime.UnixEpoch);
        sheet.Submit(round, form, 1, null, DateTime.UnixEpoch, new(2026, 7, 1));
        sheet.Answer(form, 2, direction, AnswerValue.Of("縮小", "書きかけの理由"), 0, null, DateTime.UnixEpoch);
        sheet.Submit(round, form, 2, null, DateTime.UnixEpoch, new(2026, 7, 1));
        sheet.SendBack(round, 2, "差し戻しの理由", null, DateTime.UnixEpoch);
        sheet.Carry([(carried, 1, AnswerValue.Of(null, "昨年の答え"))], new(2025), null, DateTime.UnixEpoch);
        HiddenParts.AddRange(sheet.Answers.Where(x => x.Stage == 2 || x.QuestionKey != direction));
        if (owner is not null)
            sheet.Freeze(sheet.Name, owner.Id, JsonSerializer.Serialize(Figures(isShown), Json));
    }

    private SheetFigures Figures(bool isShown)
    {
        FigureTable money = new([new(2024, MoneyStage.Settled), new(2025, MoneyStage.Requested), new(2026, MoneyStage.Appraised)],
            [new(Said("Money.Name"), MoneyKind.General, [new(1234, Said("Money.Words")), new(987_654_321_012m, next("SheetFigures.Requested", true)), new(987_654_321_012m, next("SheetFigures.Appraised", true))])]);
        FigureIndicator indicator = new(Said("Indicator.Key"), Said("Indicator.Name"), Said("Indicator.Unit"), IndicatorKind.Outcome, [new(2024, new(null, Said("Indicator.Target")), new(null, Said("Indicator.Actual")))]) { Assessed = Said("Indicator.Assessed") };
        FigureMember Member(MoneyStage? stage, string cost) => new(Said("Member.Key"), Said("Member.Name"), new(null, cost)) { CostStage = stage, Sheet = next("SheetFigures.Member.Sheet", true), Direction = next("SheetFigures.Member.Direction", true), Result = next("SheetFigures.Member.Result", true) };
        return new(money, [indicator], [Member(MoneyStage.Settled, Said("Member.Cost")), Member(MoneyStage.Appraised, next("SheetFigures.Member.Appraised", true)), Member(null, next("SheetFigures.Member.Unsaid", true))]);

        string Said(string field) => next($"SheetFigures.{field}", !isShown);
    }
}
