using Shirube.Data;
using Shirube.Domain.Organization;
using Shirube.Office.Common;

namespace Shirube.Office.Projects.Calls;

/// <summary>Open calls: what the departments of the person still owe, and to whoever calls, how far everybody is.</summary>
internal sealed class CallsDue(OfficeDb db) : IDueSource
{
    public async Task<IReadOnlyList<DueThing>> Due(WorkScope scope)
    {
        var mine = await scope.Departments();
        var seesAll = scope.May(Operation.CallForEntries);
        if (!seesAll && mine.Count == 0)
            return [];
        var rows = await CallRows.Read(db, db.EntryCalls.Where(c => c.Closed == null), scope.Year, seesAll ? null : mine);
        return [.. Things(rows, mine, seesAll)];
    }

    public static IEnumerable<DueThing> Things(IEnumerable<CallRow> rows, IReadOnlySet<DepartmentId> mine, bool seesAll) => rows.GroupBy(r => r.CallId).SelectMany(call => Things([.. call], mine, seesAll));

    private static IEnumerable<DueThing> Things(List<CallRow> rows, IReadOnlySet<DepartmentId> mine, bool seesAll)
    {
        var call = rows[0];
        var own = CallCount.Of(rows.FindAll(r => r.Owner is { } owner && mine.Contains(owner)));
        if (own.Open > 0)
            yield return new(DueFrom.MyDepartment, call.CallTitle, $"~/calls/{call.CallKey}#mine", call.Due, $"入力の依頼。{own.Words}", own.Open, own.All, call.IsSample);
        var all = CallCount.Of(rows);
        if (seesAll && all.Open > 0)
            yield return new(DueFrom.Me, call.CallTitle, $"~/calls/{call.CallKey}", call.Due, $"入力を集めています。{all.Words}、終わっていない部課 {rows.Where(r => r.IsOpen).Select(r => r.Owner).Distinct().Count()}", all.Open, all.All, call.IsSample);
        else if (seesAll)
            yield return new(DueFrom.Me, call.CallTitle, $"~/calls/{call.CallKey}", null, "すべての部課の入力が終わりました。内容を確かめて締め切ってください。", 0, all.All, call.IsSample);
    }
}
