using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Demonstration;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Office.Evaluation;
using Shirube.Office.Printing;

namespace Bench;

/// <summary>A thousand evaluation sheets of the invented great city as one Word file and as one PDF, from its database to the whole file.</summary>
internal static class SheetsBenchmark
{
    public const string Name = "printed-sheets";
    private const int Sheets = 1_000;
    private const string Sentence = "利用者の声と記録から判断した。前の年より申込みが増え、待つ時間は短くなった。";
    private static readonly DateOnly Day = new(2026, 11, 27);
    private static readonly DateTime Now = new(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly PaperPress Press = new(new ChromiumPrinter(), Path.Combine(AppContext.BaseDirectory, "wwwroot"));

    public static async Task<Outcome> Run(int rounds)
    {
        using var folder = new ScratchFolder();
        Console.WriteLine("seeding a great city with a thousand answered sheets …");
        var catalogue = new Catalogue(folder.Path, TimeProvider.System);
        await new LargeSampleMunicipality(catalogue, TimeProvider.System, SampleSize.Huge).MakeAsync(default);
        var round = await Answer(catalogue);
        var (word, pdf) = (0L, 0L);
        var series = await Rounds.Alternate(warmUps: 0, Math.Min(rounds, 3), async () => await Time("docx", b => word = b), async () => Press.WhyNotPrint is null ? await Time("pdf", b => pdf = b) : 0);
        return new(Name, "1,000 evaluation sheets of eight axes, two stages, money and indicators, each on pages of its own, from the database to the file",
        [
            Finding.AtMost("one Word file, seconds", 60, " s", series[0]),
            Press.WhyNotPrint is null ? Finding.AtMost("one PDF, seconds", 60, " s", series[1]) : Finding.Told("PDF: not measured, Chromium is not on this machine;", "", 0),
            Finding.Told("size of the Word file", " kB", word / 1024d),
            Finding.Told("size of the PDF", " kB", pdf / 1024d),
        ]);

        async Task<double> Time(string format, Action<long> size)
        {
            var watch = Stopwatch.StartNew();
            await using var db = catalogue.Open(SampleSize.Huge.Code);
            var printed = await PrintedRound.Read(db, new("サンプル大市", round), Day);
            size((await EvaluationDocument.Sheets.Make(db, printed, format, Press)).Length);
            return watch.Elapsed.TotalSeconds;
        }
    }

    private static async Task<PublicKey> Answer(Catalogue catalogue)
    {
        await using var db = catalogue.Open(SampleSize.Huge.Code);
        db.Change = new(null, "bench", null);
        var form = EvaluationForm.Draft(FormSettings.Templates["eight-axes"]);
        form.IssueFrom(new(2026), [], null, Now);
        var round = EvaluationRound.Open("令和8年度の評価", null, new(2026), FormUse.Yearly, [.. new[] { ("自己評価", StageActor.Department), ("課長等意見", StageActor.DepartmentHead) }.Select(s => new StageSpec(s.Item1, s.Item2, false, null, new(2026, 8, 31)))], null, Now);
        db.AddRange(form, round);
        await db.SaveChangesAsync();
        var projects = await db.Projects.AsNoTracking().OrderBy(p => p.Id).Take(Sheets).Select(p => new { p.Id, p.Name }).ToListAsync();
        db.AddRange(projects.Select(p => SheetOf(EvaluationSheet.About(p.Id, p.Name, p.Name, round, form), round, form)));
        await db.SaveChangesAsync();
        return round.Key;
    }

    private static EvaluationSheet SheetOf(EvaluationSheet sheet, EvaluationRound round, EvaluationForm form)
    {
        foreach (var stage in form.Stages.OrderBy(s => s.Order))
        {
            foreach (var question in form.InOrder.Where(q => q.IsAnswered && q.Stages.Contains(stage.Order)))
                sheet.Answer(form, stage.Order, question.Key, AnswerValue.Of(form.ChoicesOf(question).FirstOrDefault()?.Label, question.AsksReason || !question.HasChoices ? Sentence : null), 0, null, Now);
            sheet.Submit(round, form, stage.Order, null, Now, new(2026, 6, 2));
        }

        return sheet;
    }
}
