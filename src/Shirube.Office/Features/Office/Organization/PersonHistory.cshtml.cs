using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.ManagePeople))]
public sealed class PersonHistoryPage(OfficeDb db, SignedIn signedIn) : HistoryPage(db, signedIn)
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    public override IReadOnlyList<string> Kinds => [nameof(Person), nameof(Account), nameof(Invitation)];

    protected override async Task<HistorySubject?> Find() =>
        await Db.People.AsNoTracking().Where(p => p.Key == new PublicKey(Key)).Select(p => new
        {
            p.Id,
            p.Name,
            Accounts = Db.Accounts.Where(a => a.PersonId == p.Id).Select(a => a.Id).ToList(),
            Invitations = Db.Set<Invitation>().Where(i => i.PersonId == p.Id).Select(i => i.Id).ToList(),
        }).AsSingleQuery().SingleOrDefaultAsync() is not { } found ? null
            : new(found.Name, "people", [new("職員", "~/people")], $"~/people/{Key}", found.Id.Value, [.. found.Accounts, .. found.Invitations.Select(i => i.Value)], MayPutBack: false);
}
