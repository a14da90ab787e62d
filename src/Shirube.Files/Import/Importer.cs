using Shirube.Domain.Common;
using Shirube.Files.Workbooks;

namespace Shirube.Files.Import;

/// <summary>Reads one file through one mapping. Refuses what is no list of projects; lists every cell it did not take as it stands.</summary>
public static class Importer
{
    public static ImportBatch Read(Stream source, string fileName, Mapping mapping, ImportOptions options)
    {
        using var workbook = Workbook.Open(source, fileName);
        return Read(workbook, mapping, options);
    }

    public static ImportBatch Read(Workbook workbook, Mapping mapping, ImportOptions options)
    {
        MappingCheck.WhyNot(mapping).ThrowIfAny();
        var log = new ProblemLog();
        var sheets = new SheetChoice(workbook, mapping, log).Choose();
        var drafts = new List<Draft>();
        var (read, skipped) = (0, 0);
        foreach (var (sheet, table) in sheets)
        {
            var reader = new SheetReader(sheet, table, mapping, options, log);
            drafts.AddRange(reader.Read());
            read += reader.RowsRead;
            skipped += reader.RowsSkipped;
        }

        if (drafts.Count == 0)
            throw new RefusalException(Refusals.ImportNoTable(workbook.FileName, mapping.Project.Name));
        RefuseDuplicates(drafts);
        var (items, projects) = Settle(drafts, mapping, log);
        RefuseUnnumberedDuplicates(projects);
        return new(workbook.FileName, workbook.Sha256, [.. sheets.Select(s => s.Sheet.Name)], read, skipped, [.. mapping.Levels.Select(l => l.Name)], items, projects, log.All);
    }

    private static (IReadOnlyList<ImportedItem>, IReadOnlyList<ImportedProject>) Settle(List<Draft> drafts, Mapping mapping, ProblemLog log)
    {
        var departments = new DepartmentNames(mapping, log).Settle(drafts);
        var tree = new TreeNames(mapping, log).Settle(drafts);
        return (tree.Items, [.. drafts.Select((draft, i) => draft.Facts with
        {
            DepartmentPath = departments[i],
            ItemPath = tree.PathOfDraft[i],
            BudgetLines = draft.BudgetLines,
            Indicators = draft.Indicators,
        })]);
    }

    private static void RefuseDuplicates(List<Draft> drafts)
    {
        var first = new Dictionary<string, Draft>();
        foreach (var draft in drafts)
            if (draft.Number is { } number && !first.TryAdd(number, draft))
                throw new RefusalException(Refusals.ImportNumberDuplicate(number, Where(first[number].Source), Where(draft.Source)));
    }

    private static void RefuseUnnumberedDuplicates(IReadOnlyList<ImportedProject> projects)
    {
        var first = new Dictionary<(string, string), ImportedProject>();
        foreach (var project in projects.Where(p => p.Number is null))
            if (!first.TryAdd((project.Name, string.Join('/', project.DepartmentPath)), project))
                throw new RefusalException(Refusals.ImportProjectDuplicate(project.Name, Where(first[(project.Name, string.Join('/', project.DepartmentPath))].Source), Where(project.Source)));
    }

    private static string Where(SourceRow row) => $"シート「{row.Sheet}」{row.Row}行目";
}
