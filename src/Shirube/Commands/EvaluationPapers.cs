using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Evaluation;
using Shirube.Office.Organization;
using Shirube.Office.Printing;

namespace Shirube.Commands;

/// <summary>The documents of an evaluation on the command line.</summary>
internal static class EvaluationPapers
{
    public static readonly Option<string> Round = new("--round") { Description = "evaluation-sheets など: 評価のキー(評価のアドレスにある7文字)。なければ、答えのあるいちばん新しい評価", HelpName = "KEY" };
    public static readonly Option<string> Department = new("--department") { Description = "evaluation-sheets など: 部課のコードか名前。その下の部課も入ります。なければすべて", HelpName = "CODE" };
    public static readonly Option<bool> Public = new("--public") { Description = "evaluation-sheets など: 公開用にします(公表する設問の、提出された答えだけ)" };
    public static readonly Option<FileInfo> Form = new("--form") { Description = "evaluation-list など: 印刷の様式のファイル(JSON)。なければ、もとからある様式", HelpName = "FILE" };

    private static readonly IReadOnlyList<string> Formed = [.. PrintForms.BuiltIn.Select(f => f.Name)];

    public static IEnumerable<DocumentKind> Kinds => EvaluationDocument.All.Select(d => new DocumentKind(d.Name, d.Title, Formed.Contains(d.Name) ? [".docx", ".pdf", ".xlsx"] : [.. d.Formats.Select(f => $".{f}")], (asked, to) => Write(d, asked, to)));

    private static async Task<int> Write(EvaluationDocument document, AskedDocument asked, Stream to)
    {
        if (Formed.Contains(document.Name) && asked.Parsed.GetValue(Form) is { } form)
            document = EvaluationDocument.Of(Read(form));
        var round = await PrintedRound.Read(asked.Db, await OrderOf(asked), asked.Today);
        await to.WriteAsync(await document.Make(asked.Db, round, asked.Format.TrimStart('.'), new PaperPress(DocumentCommand.Printer, DocumentCommand.WebRoot)));
        return round.Sheets.Count;
    }

    private static PrintForm Read(FileInfo file)
    {
        (file.Exists ? null : Refusals.PrintFormUnread($"{file.Name}がありません")).ThrowIfAny();
        using var content = file.OpenRead();
        return PrintForms.Read(content);
    }

    private static async Task<PaperOrder> OrderOf(AskedDocument asked)
    {
        var round = asked.Parsed.GetValue(Round) is { } key ? new PublicKey(key) : (PublicKey?)null;
        var readers = asked.Parsed.GetValue(Public) ? PaperFor.Public : PaperFor.Office;
        if (asked.Parsed.GetValue(Department) is not { } text)
            return new(asked.Municipality, round, readers);
        var year = FiscalYear.Of(asked.Today);
        var found = (await asked.Db.Departments.AsNoTracking().Where(d => d.Name == text || d.Code == text).ToListAsync()).Where(d => d.ExistsIn(year)).ToList();
        var one = found switch
        {
            [var only] => only,
            [] => throw new RefusalException(Refusals.DepartmentUnknown(text)),
            _ => throw new RefusalException(Refusals.DepartmentAmbiguous(text)),
        };
        return new(asked.Municipality, round, readers, (await DepartmentTree.Read(asked.Db, year)).WithBelow([one.Id])) { Part = one.Name };
    }
}
