using System.Text.RegularExpressions;
using Shirube.Domain.Common;
using Shirube.Files.Workbooks;

namespace Shirube.Files.Import;

/// <summary>Which sheets a mapping reads, each with its headings. A sheet without the name column is no list; where none has it, the file is refused.</summary>
internal sealed class SheetChoice(Workbook workbook, Mapping mapping, ProblemLog log)
{
    public IReadOnlyList<(Sheet Sheet, HeadingTable Table)> Choose()
    {
        foreach (var rule in mapping.Sheets.Where(r => !r.Name.Contains('*') && workbook.Sheets.Count > 1))
            if (!workbook.Sheets.Any(s => s.Name == rule.Name))
                throw new RefusalException(Refusals.ImportSheetMissing(workbook.FileName, rule.Name));
        var chosen = new List<(Sheet, HeadingTable)>();
        foreach (var sheet in workbook.Sheets)
            if (Read(sheet) is { } table)
                chosen.Add((sheet, table));
        return chosen.Count > 0 ? chosen : throw new RefusalException(
            workbook.Sheets.Any(s => s.Rows().Any()) ? Refusals.ImportNoTable(workbook.FileName, Wanted(mapping.Project.Name)) : Refusals.ImportFileEmpty(workbook.FileName));
    }

    private HeadingTable? Read(Sheet sheet)
    {
        if (RuleFor(workbook, mapping, sheet) is not { } rule)
            return Leave(sheet, "sheet-not-read", sheet.IsHidden ? "非表示のシートです。" : "対応定義にないシートです。");
        if (HeadingSearch.Find(sheet, mapping, rule) is not { } table || table.Find(mapping.Project.Name) is null)
            return Leave(sheet, "sheet-without-table", "事務事業の一覧の見出しがないシートです。");
        if (mapping.Project.Number is { } number && !number.StartsWith('@') && table.Find(number) is null)
            throw new RefusalException(Refusals.ImportColumnMissing(sheet.Name, Wanted(number)));
        foreach (var reference in MappingColumns.All(mapping).Distinct().Where(r => !r.StartsWith('@') && table.Find(r) is null))
            log.Add(ProblemSeverity.Warning, "column-not-found", new(sheet.Name, null, null), reference, $"シート「{sheet.Name}」に列「{Wanted(reference)}」がありません。", "この列の値はないものとして取り込みました。");
        return table;
    }

    private HeadingTable? Leave(Sheet sheet, string code, string message)
    {
        if (sheet.Rows().Any())
            log.Add(ProblemSeverity.Info, code, new(sheet.Name, null, null), sheet.Name, $"シート「{sheet.Name}」: {message}", "読みませんでした。");
        return null;
    }

    // why: a csv file has one sheet named after the file, which changes from year to year.
    public static SheetRule? RuleFor(Workbook workbook, Mapping mapping, Sheet sheet) =>
        mapping.Sheets.FirstOrDefault(r => r.Name == sheet.Name)
        ?? mapping.Sheets.FirstOrDefault(r => !sheet.IsHidden && (workbook.Sheets.Count == 1 || r.Name.Contains('*') && Fits(r.Name, sheet.Name)));

    private static bool Fits(string pattern, string name) =>
        Regex.IsMatch(name, "^" + Regex.Escape(pattern).Replace("\\*", ".*") + "$", RegexOptions.Singleline, TimeSpan.FromSeconds(1));

    private static string Wanted(string reference) => reference.Replace("\n", "").Replace("\r", "");
}
