using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Projects.Calls;

namespace Shirube.Office.Evaluation;

/// <summary>What is due from each person of the office on a day, read for all at once: sheets to answer and to approve and calls for entries, of the own departments and of those the person stands in for.</summary>
internal static class Digests
{
    /// <summary>Of everybody from whom something with a last day is due, by department and name; of one person where named.</summary>
    public static async Task<IReadOnlyList<Digest>> Read(OfficeDb db, DateOnly today, PersonId? only = null)
    {
        var year = FiscalYear.Of(today);
        var people = await db.People.AsNoTracking().Where(p => only == null || p.Id == only).Include(p => p.Assignments).Include(p => p.Deputyships).AsSplitQuery().ToListAsync();
        var accounts = await db.Accounts.AsNoTracking().Where(a => only == null || a.PersonId == only).ToDictionaryAsync(a => a.PersonId);
        var departments = await db.Departments.AsNoTracking().Select(d => new { d.Id, d.Name }).ToDictionaryAsync(d => d.Id, d => d.Name);
        var mayStop = await db.ReminderRules.Select(r => (bool?)r.MayStop).SingleOrDefaultAsync() ?? ReminderRules.First().MayStop;
        var below = await WorkScope.Below(db, year);
        // why: one clerk's sheets are few; who runs the evaluation is told of all.
        var reached = only is null || people.Exists(p => Runs(p, today)) ? null : people.SelectMany(p => WorkScope.WithBelow(WorkScope.PostsOf(p, today), below)).ToHashSet();
        var sheets = await OpenSheets.Read(db, year, reached);
        var calls = await CallRows.Read(db, db.EntryCalls.Where(c => c.Closed == null), year, reached);
        return [.. people.Select(p => Of(p, accounts.GetValueOrDefault(p.Id))).Where(d => d.Things.Count > 0).OrderBy(d => d.Department is null).ThenBy(d => d.Department, StringComparer.Ordinal).ThenBy(d => d.Name, StringComparer.Ordinal).ThenBy(d => d.Person.Value)];

        Digest Of(Person person, Account? account)
        {
            var mine = WorkScope.WithBelow(WorkScope.PostsOf(person, today), below);
            var asker = new DueAsker(today, mine, o => person.MayDo(o, today).Anywhere);
            var things = sheets.Things(asker).Concat(CallsDue.Things(calls, mine, asker.May(Operation.CallForEntries))).Where(t => t.Day is not null).OrderBy(t => t.Day).ThenBy(t => t.Title, StringComparer.Ordinal).ToList();
            var department = person.MainOn(today)?.DepartmentId is { } id ? departments.GetValueOrDefault(id) : null;
            return new(person.Id, person.Name, department, account?.Email, WhyNot(account, mayStop), things);
        }
    }

    private static bool Runs(Person person, DateOnly today) => person.MayDo(Operation.RunEvaluation, today).Anywhere || person.MayDo(Operation.CallForEntries, today).Anywhere;

    private static NoMail? WhyNot(Account? account, bool mayStop) =>
        account is null ? NoMail.NoAccount
        : account.ClosedAtUtc is not null ? NoMail.AccountClosed
        : account.Email is null ? NoMail.NoAddress
        : mayStop && account.MailStoppedAtUtc is not null ? NoMail.Stopped : null;
}
