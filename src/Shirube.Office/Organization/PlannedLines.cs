using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Office.Organization;

/// <summary>New departments as lines pasted from a table: name, code, the one above; parted by tabs or commas.</summary>
internal static class PlannedLines
{
    private static readonly string[] Headings = ["名前", "部課", "部課名", "課名"];

    public static IEnumerable<(string Name, string? Code, DepartmentId? Parent)> Of(string? text, ReorganizationDesk desk)
    {
        var lines = (text ?? "").Split('\n').Select((line, i) => (Cells: line.Trim('\r').Split('\t', ',').Select(c => c.Trim()).ToArray(), Number: i + 1)).Where(l => l.Cells.Any(c => c.Length > 0)).ToList();
        if (lines.Count == 0)
            throw new RefusalException(Refusals.NameMissing("部課の行"));
        foreach (var (cells, number) in lines.Where(l => !Headings.Contains(l.Cells[0])))
            yield return (cells[0], cells.ElementAtOrDefault(1), ParentOf(cells.ElementAtOrDefault(2), number, desk));
    }

    private static DepartmentId? ParentOf(string? name, int number, ReorganizationDesk desk)
    {
        if (string.IsNullOrEmpty(name))
            return null;
        var planned = desk.There.Planned.Where(p => p.Name == name || p.Code == name).Select(p => p.DepartmentId);
        var found = planned.Concat(desk.Departments.Where(d => (d.Name == name || d.Code == name) && desk.There.ExistsIn(d.Id, desk.Departments)).Select(d => d.Id)).Distinct().ToList();
        return found switch
        {
            [var one] => one,
            [] => throw new RefusalException(Refusals.TransferUnknownDepartment(number, name)),
            _ => throw new RefusalException(Refusals.TransferAmbiguousDepartment(number, name)),
        };
    }
}
