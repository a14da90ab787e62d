using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Files.Papers;
using Shirube.Office.Printing;

namespace Shirube.Office.Evaluation;

/// <summary>A printed document that is made of the sheets of a round.</summary>
/// <param name="Name">How commands and addresses call it.</param>
/// <param name="Says">What it is for, in one sentence.</param>
/// <param name="Formats">Endings of the files it comes as, without the point.</param>
public sealed record EvaluationDocument(string Name, string Title, string Says, IReadOnlyList<string> Formats)
{
    private static readonly string[] Papers = ["docx", "pdf"];

    /// <summary>Whether it speaks of the round as a whole, and not sheet by sheet.</summary>
    public bool IsOfRound { get; private init; }

    private Func<OfficeDb, PrintedRound, Task<BookPaper>> Paper { get; init; } = (_, round) => Task.FromResult(SheetsPaper.Of(round));

    private Action<Stream, PrintedRound>? Workbook { get; init; }

    /// <summary>評価シート: the sheets themselves.</summary>
    public static EvaluationDocument Sheets { get; } = new("evaluation-sheets", SheetsPaper.Title, "1枚ずつページを改めた評価シート", Papers);

    public static IReadOnlyList<EvaluationDocument> All { get; } =
    [
        Sheets,
        new("evaluation-report", ReportPaper.Title, "何をどう評価し、どうなったかのまとめ", Papers) { IsOfRound = true, Paper = ReportPaper.Of },
        new("results-statement", StatementPaper.Title, "地方自治法第233条第5項により、決算とともに議会に出すもの", Papers) { IsOfRound = true, Paper = (_, round) => Task.FromResult(StatementPaper.Of(round)) },
        .. PrintForms.BuiltIn.Select(Of),
    ];

    /// <summary>The document of a printed form.</summary>
    public static EvaluationDocument Of(PrintForm form) => new(form.Name, form.Title, form.Layout == PrintLayout.List ? "事業を並べた一覧" : "事業ごとの調書", form.Layout == PrintLayout.List ? [.. Papers, "xlsx"] : Papers)
    {
        Paper = (_, round) => Task.FromResult(FormPaper.Of(form, round)), Workbook = form.Layout == PrintLayout.List ? (file, round) => FormPaper.WriteWorkbook(file, form, round) : null,
    };

    public Refusal? WhyNotFormat(string format) => Formats.Contains(format) ? null : Refusals.DocumentFormatUnknown($".{format}", [.. Formats.Select(f => $".{f}")]);

    public async Task<byte[]> Make(OfficeDb db, PrintedRound round, string format, PaperPress press, CancellationToken stop = default)
    {
        WhyNotFormat(format).ThrowIfAny();
        if (format != "xlsx")
            return await press.Make(await Paper(db, round), format, stop);
        using var file = new MemoryStream();
        Workbook!(file, round);
        return file.ToArray();
    }
}
