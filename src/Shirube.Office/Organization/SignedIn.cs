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

    /// <summary>What was saved last when the request began.</summary>
    internal LastChange? LastChange { get; private set; }

    /// <summary>Whether a role of the person demands a second factor that is not set up yet: until then nothing else can be done.</summary>
    public bool OwesSecondFactor { get; private set; }

    /// <summary>Reads the person of a cookie in one query; false where the account is closed, its password was set anew, or the session is over.</summary>
    internal async Task<bool> Read(CookieWords cookie, HttpContext context)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var oldest = now - AccountRules.LongestSession;
        var row = await CookieHolder.Find(db, cookie, oldest, Today);
        if (row is null)
            return false;
        (person, Session, Account, LastChange) = (row.Person, cookie.Session, cookie.Account, row.LastChange);
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
        return new(there.Name, department, roles.Count == 0 ? null : string.Join("・", roles), [.. Enum.GetValues<Operation>().Where(o => there.MayDo(o, Today).Anywhere)]);
    }

    private async Task<IEnumerable<string>> StandsInFor(Person there)
    {
        var absent = there.Deputyships.Where(d => d.HoldsOn(Today)).Select(d => d.Post.PersonId).Distinct().ToList();
        return absent.Count == 0 ? [] : await db.People.Where(p => absent.Contains(p.Id)).OrderBy(p => p.Name).Select(p => p.Name + "の代理").ToListAsync();
    }
}
