using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Files.Evaluation;
using Shirube.Office.Organization;

namespace Shirube.Office.Evaluation;

/// <summary>Makes the workbook of one department and stage: the sheets in which something can be written now, read in a few queries however many they are.</summary>
public sealed class WorkbookMaking(OfficeDb db, SignedIn signedIn, Reach reach, FormMemory forms)
{
    private static readonly string[] Notes =
    [
        "下の表のシート名を押すと、そのシートに移ります。",
        "黄色のセルだけに入力できます。選択肢のあるセルは、右の▼から選びます。字数の上限などは、セルを選ぶと出ます。",
        "昨年の答えが入っているところは、直すか、「昨年のままでよい」で「はい」を選びます。どちらもなければ、まだ確かめていないものとして残ります。",
        "書き終えたら保存し、取り出した画面で読み取ります。保存する前に、変わるところを1行ずつ確かめられます。シートを並べ替えたり、名前を変えたりしてもかまいません。",
        "数式やマクロは使えません。提出と承認は、読み取ったあとに画面で行います。",
    ];

    public async Task<byte[]> Make(MunicipalityCode code, EvaluationRound round, RoundStage stage, DepartmentId? department, string departmentName)
    {
        signedIn.Demand(await reach.GroundsToAnswer(stage, department));
        var rows = (await SheetRows.Read(db, round, reach.Year)).Where(r => r.Owner == department).ToList();
        var ids = rows.ConvertAll(r => r.Id);
        var sheets = await db.EvaluationSheets.AsNoTracking().Where(s => ids.Contains(s.Id)).Include(s => s.Answers).Include(s => s.Stages).AsSplitQuery().ToDictionaryAsync(s => s.Id);
        var open = rows.Select(r => (Row: r, Sheet: sheets[r.Id], At: sheets[r.Id].Stages.FirstOrDefault(s => s.RoundStage == stage.Order))).Where(s => s.At is not null && s.Sheet.WhyNotWrite(round, s.At.Stage, signedIn.Today) is null).ToList();
        (open.Count == 0 ? Refusals.WorkbookWithoutSheets(stage.Name) : null).ThrowIfAny();
        var figures = await FigureReading.Read(db, round, [.. open.Select(o => o.Sheet)]);
        var last = await LastAnswers.Read(db, round, [.. open.Select(o => TargetOf(o.Sheet))]);
        var pages = new List<BookSheet>();
        foreach (var (row, sheet, at) in open)
        {
            var view = new SheetView(new(sheet, round, await forms.Read(db, sheet.FormId), department), figures.Of(sheet), last.Of(TargetOf(sheet))) { Writing = at!.Stage };
            var layout = new WorkbookRows(view, at.Stage);
            pages.Add(new(row.Name, WorkbookFile.SheetMark(code, round, sheet, at.Stage), WorkbookFile.ListMark(sheet), $"{view.Required.All}のうち{view.Required.Done}が入力済み", layout.Heads, [.. layout.Rows]));
        }
        return AnswerBookFile.Write(new($"{round.Name} {stage.Name} {departmentName}", Notes, WorkbookFile.BookMark(code, round), pages));
    }

    private static RoundTarget TargetOf(EvaluationSheet sheet) => new(sheet.ProjectId, sheet.ItemKey is { } item ? new(sheet.PlanId!.Value, item) : null, sheet.Name, sheet.SortKey, false);
}
