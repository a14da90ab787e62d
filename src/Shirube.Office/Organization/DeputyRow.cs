using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Office.Organization;

/// <summary>One deputyship as pages show it: who stands in for whose post, and when.</summary>
public sealed record DeputyRow(Guid Id, PublicKey DeputyKey, string Deputy, PublicKey AbsentKey, string Absent, string Post, DateOnly From, DateOnly To)
{
    public bool HoldsOn(DateOnly day) => From <= day && day <= To;

    /// <summary>Those in which a person stands in or is stood in for, newest first.</summary>
    public static async Task<IReadOnlyList<DeputyRow>> Of(OfficeDb db, PersonId person, IReadOnlyDictionary<DepartmentId, string> departments)
    {
        var found = await (from deputy in db.People from d in deputy.Deputyships
                           join absent in db.People on d.Post.PersonId equals absent.Id
                           where deputy.Id == person || absent.Id == person
                           orderby d.From descending, d.Id
                           select new { d.Id, Deputy = deputy.Name, DeputyKey = deputy.Key, Absent = absent.Name, AbsentKey = absent.Key, d.Post, d.From, d.To }).AsNoTracking().ToListAsync();
        return [.. found.Select(f => new DeputyRow(f.Id.Value, f.DeputyKey, f.Deputy, f.AbsentKey, f.Absent, PostWords.Of(f.Post, departments), f.From, f.Post.To < f.To ? f.Post.To.Value : f.To))];
    }
}
