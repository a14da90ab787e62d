using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Ui.Hosting;
using Shirube.Ui.Text;

namespace Shirube.Office.Organization;

/// <summary>What a sign-in cookie says: the account, the stamp its password had, the session.</summary>
internal sealed record CookieWords(Guid Account, string? Stamp, Guid Session);

/// <summary>Who speaks in this request: the person with the assignments, read once. Saves of the request go into the change log under this name.</summary>
public sealed class SignedIn(OfficeDb db, TimeProvider clock)
{
    public const string OwnProcess = "office";
    public const string DeputyProcess = "office-deputy";
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    private Person? person;

    public Person Person => person ?? throw new InvalidOperationException("Nobody is signed in.");

    public PersonId Id => Person.Id;

    public DateOnly Today { get; } = clock.Today();

    public Permit MayDo(Operation operation) => person?.MayDo(operation, Today) ?? Permit.None;

    public bool May(Operation operation) => MayDo(operation).Anywhere;

    /// <summary>Whether the person may; if only as somebody's deputy, what is saved next says so.</summary>
    internal bool Acts(Operation operation)
    {
        ActBy(MayDo(operation).Grounds);
        return May(operation);
    }

    /// <summary>What is saved next is done by these posts: it says 「代理として」 when all of them are others'.</summary>
    internal void ActBy(IReadOnlyList<Ground> grounds)
    {
        if (db.Change.Process is OwnProcess or DeputyProcess)
            db.Change = db.Change with { Process = grounds.Count > 0 && grounds.All(g => g.StandsInFor is not null) ? DeputyProcess : OwnProcess };
    }

    /// <summary>The session of this request, and its account.</summary>
    public Guid Session { get; private set; }
    public Guid Account { get; private set; }

    /// <summary>Whether a role of the person demands a second factor that is not set up yet: until then nothing else can be done.</summary>
    public bool OwesSecondFactor { get; private set; }

    /// <summary>Reads the person of a cookie in one query; false where the account is closed, its password was set anew, or the session is over.</summary>
    internal async Task<bool> Read(CookieWords cookie, HttpContext context)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var oldest = now - AccountRules.LongestSession;
        var row = await db.People.Include(p => p.Assignments).Include(p => p.Deputyships).AsSingleQuery().AsNoTracking()
            .SelectMany(p => db.Accounts.Where(a => a.PersonId == p.Id && a.Id == cookie.Account && a.SecurityStamp == cookie.Stamp && a.ClosedAtUtc == null), (p, a) => new { Person = p, Account = a })
            .SelectMany(r => db.Sessions.Where(s => s.Id == cookie.Session && s.AccountId == r.Account.Id && s.EndedAtUtc == null && s.BeganAtUtc > oldest),
                (r, s) => new { r.Person, r.Account, Session = s })
            // why: joined, or EF Core asks for the rules in a query of its own with every request.
            .SelectMany(_ => db.AccountRules.DefaultIfEmpty(), (r, rules) => new
            {
                r.Person, HasSecondFactor = r.Account.TwoFactorEnabled, r.Session.BeganAtUtc, r.Session.SeenAtUtc, Rules = rules,
                // why: one name, looked up in the order of MainOn; a list of posts and departments here would be joined over the whole staff first.
                Department = db.Set<Assignment>().Where(a => a.PersonId == r.Person.Id && a.From <= Today && (a.To == null || a.To >= Today))
                    .OrderByDescending(a => a.IsMain).ThenBy(a => a.DepartmentId == null).ThenBy(a => a.From)
                    .Select(a => db.Departments.Where(d => d.Id == a.DepartmentId).Select(d => d.Name).FirstOrDefault()).FirstOrDefault(),
            })
            .SingleOrDefaultAsync();
        if (row is null)
            return false;
        (person, Session, Account) = (row.Person, cookie.Session, cookie.Account);
        var rules = row.Rules ?? AccountRules.First();
        OwesSecondFactor = !row.HasSecondFactor && rules.DemandsSecondFactor(person, Today);
        db.Change = new(person.Id, OwnProcess, null);
        var left = row.BeganAtUtc + AccountRules.LongestSession - now;
        context.Features.Set(new SessionTime(left < rules.Idle ? left : rules.Idle));
        context.Features.Set(await Shown(person, row.Department));
        if (now - row.SeenAtUtc > SeenEvery)
            await new SessionTable(db).SeenAsync(Session, now);
        return true;
    }

    private async Task<SignedInPerson> Shown(Person there, string? department)
    {
        var posts = there.Assignments.Where(a => a.HoldsOn(Today)).OrderBy(a => !a.IsMain).ThenBy(a => a.From).ToList();
        var roles = posts.Select(a => Names.Of(a.Role)).Distinct().Concat(await StandsInFor(there)).ToList();
        return new(there.Name, department, roles.Count == 0 ? null : string.Join("・", roles));
    }

    private async Task<IEnumerable<string>> StandsInFor(Person there)
    {
        var absent = there.Deputyships.Where(d => d.HoldsOn(Today)).Select(d => d.Post.PersonId).Distinct().ToList();
        return absent.Count == 0 ? [] : await db.People.Where(p => absent.Contains(p.Id)).OrderBy(p => p.Name).Select(p => p.Name + "の代理").ToListAsync();
    }
}
