using DocumentFormat.OpenXml.Packaging;
using Given;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Projects;
using Shouldly;
using Web.Tests.Import;
using Xunit;

namespace Web.Tests.Evaluation;

public sealed class Documents_on_the_command_line
{
    private static readonly DateTime Now = new(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Documents_are_written_of_the_newest_round_with_answers_or_of_the_one_that_is_named()
    {
        using var run = new CommandRun();
        var (older, newer) = await GivenRounds(run);
        (await Written(run, "evaluation-sheets", "新.docx")).ShouldContain("今年の評価");
        (await Written(run, "evaluation-sheets", "旧.docx", "--round", $"{older.Key}")).ShouldContain("昨年の評価");
        var inside = await Written(run, "evaluation-report", "報告.docx", "--round", $"{newer.Key}");
        inside.ShouldContain("評価結果報告書");
        (await Written(run, "results-statement", "説明書.docx", "--public")).ShouldContain("地方自治法第233条第5項");
        foreach (var kind in new[] { "project-statement", "audit-statement", "evaluation-list" })
            (await Written(run, kind, $"{kind}.docx", "--department", "0101")).ShouldContain("産後ケア事業");
        (await Written(run, "evaluation-sheets", "道路.docx", "--department", "道路課")).ShouldNotContain("産後ケア事業");
        (await run.Run("document", "evaluation-list", "--municipality", $"{CommandRun.Code}", "--to", Path.Combine(run.Folder, "一覧.xlsx"), "--json")).Output.ShouldContain("\"rows\": 2");
        var form = run.File("様式.json", """{"name":"own","title":"市の一覧","layout":"List","isLandscape":false,"sections":[{"title":"一覧","fields":[{"field":"Name","title":"事業の呼び名"}]}]}"""u8.ToArray());
        (await Written(run, "evaluation-list", "市.docx", "--form", form)).ShouldContain("事業の呼び名");
    }

    [Fact]
    public async Task What_cannot_be_written_is_said_in_one_sentence_and_no_file_is_made()
    {
        using var run = new CommandRun();
        await Refused(run, "奥州市には、答えのある評価がまだありません。", "evaluation-sheets", "a.docx");
        await GivenRounds(run);
        await Refused(run, "評価「nothing」が見つかりません。", "evaluation-sheets", "a.docx", "--round", "nothing");
        await Refused(run, "部課「ない課」が見つかりません。", "evaluation-sheets", "a.docx", "--department", "ない課");
        await Refused(run, "「a.xlsx」の形の文書はつくれません。", "evaluation-sheets", "a.xlsx");
        await Refused(run, "「.xlsx」の形の文書はつくれません。", "audit-statement", "a.xlsx");
        await Refused(run, "印刷の様式を読み取れません(ない.jsonがありません)。", "evaluation-list", "a.docx", "--form", Path.Combine(run.Folder, "ない.json"));
    }

    private static async Task Refused(CommandRun run, string sentence, string kind, string file, params string[] more)
    {
        var to = Path.Combine(run.Folder, file);
        var done = await run.Run(["document", kind, "--municipality", $"{CommandRun.Code}", "--to", to, .. more]);
        (done.Code, done.Error.Trim().Contains('\n')).ShouldBe((1, false), done.Error);
        done.Error.ShouldStartWith(sentence);
        File.Exists(to).ShouldBeFalse();
    }

    private static async Task<string> Written(CommandRun run, string kind, string file, params string[] more)
    {
        var to = Path.Combine(run.Folder, file);
        var done = await run.Run(["document", kind, "--municipality", $"{CommandRun.Code}", "--to", to, .. more]);
        done.Code.ShouldBe(0, done.Error);
        using var document = WordprocessingDocument.Open(to, isEditable: false);
        return document.MainDocumentPart!.Document!.InnerText;
    }

    private static async Task<(EvaluationRound Older, EvaluationRound Newer)> GivenRounds(CommandRun run)
    {
        var form = EvaluationForm.Draft(new("様式", FormTarget.Project, FormUse.Yearly, false, ["自己評価"], [new("評価", QuestionKind.Text, "成果", [1]) { Role = QuestionRole.Result }]));
        form.IssueFrom(new(2020), [], null, Now);
        var (children, roads) = (Sample.Department("こども課"), Shirube.Domain.Organization.Department.Establish("道路課", new(2020), null, "0202"));
        children.Rename("こども課", "0101");
        var (care, road) = (Project.Start("1", "産後ケア事業"), Project.Start("2", "市道改良事業"));
        care.HandTo(children.Id, new(2020));
        road.HandTo(roads.Id, new(2020));
        var (older, newer, silent) = (Open("昨年の評価", 2025), Open("今年の評価", 2026), Open("来年の評価", 2027));
        await using var db = run.Catalogue.Open(CommandRun.Code);
        db.Change = new(null, "test", null);
        foreach (var round in new[] { older, newer, silent })
            foreach (var project in new[] { care, road })
            {
                var sheet = EvaluationSheet.About(project.Id, project.Name, project.Number!, round, form);
                if (round != silent)
                    sheet.Answer(form, 1, form.Questions[0].Key, AnswerValue.Of(null, "続けた。"), 0, null, Now);
                db.Add(sheet);
            }

        db.AddRange(form, children, roads, care, road, older, newer, silent);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return (older, newer);
    }

    private static EvaluationRound Open(string name, int year) =>
        EvaluationRound.Open(name, null, new(year), FormUse.Yearly, [new("自己評価", StageActor.Department, false, null, new(year, 9, 30))], null, Now);
}
