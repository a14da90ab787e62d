using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Office.Organization;

namespace Shirube.Office.Common;

/// <summary>What the page offers of a person's unsaved text: since when it is there, and whether it is already in the form.</summary>
public sealed record UnsavedOffer(DateTime AtUtc, bool IsContinued, string ContinueAddress, string DiscardAddress);

/// <summary>An edit page that keeps what a person typed and has not saved (書きかけ). It is the person's own: nobody else sees it, and whoever saved meanwhile still ends it in a choice.</summary>
public abstract class UnsavedPage<TForm>(OfficeDb db, SignedIn signedIn, TimeProvider clock) : EditPage<TForm>(db) where TForm : class, new()
{
    private const string Continuing = "unsaved";

    [FromQuery(Name = Continuing)]
    public bool Continues { get; set; }

    public UnsavedOffer? Unsaved { get; private set; }

    /// <summary>Where the browser sends what is typed.</summary>
    public string KeepAddress => AddressWith("handler", "Keep");

    // why: the same form is reached from a list, from the tree and after a preview; only the edition makes it another one.
    private string Address => $"{Request.Path}{Edition}";

    private string Edition => Request.Query[Plans.WorkingTree.Named].ToString() is { Length: > 0 } key ? Microsoft.AspNetCore.Http.QueryString.Create(Plans.WorkingTree.Named, key).Value! : "";

    public override async Task<IActionResult> OnGet()
    {
        var result = await base.OnGet();
        if (await Find() is not { } kept)
            return result;
        Unsaved = new(kept.AtUtc, Continues, AddressWith(Continuing, "true"), AddressWith("handler", "Discard"));
        if (Continues)
            (Form, Version, Was) = (JsonSerializer.Deserialize<TForm>(kept.FieldsJson)!, kept.FormVersion, kept.Was);
        return result;
    }

    public async Task<IActionResult> OnPostKeep()
    {
        if (await Saved() is null)
            return NotFound();
        var fields = JsonSerializer.Serialize(Form);
        (fields.Length > UnsavedForm.LongestFields ? Refusals.UnsavedTooLong : null).ThrowIfAny();
        var now = clock.GetUtcNow().UtcDateTime;
        var kept = await Find();
        if (kept is null)
            Db.Add(kept = UnsavedForm.Of(signedIn.Id, Address));
        kept.Keep(fields, Version, Was, now);
        Db.RemoveRange(await Db.UnsavedForms.AsTracking().Where(f => f.PersonId == signedIn.Id && f.AtUtc < now.AddDays(-UnsavedForm.Days)).ToListAsync());
        await Db.SaveChangesAsync();
        return new JsonResult(new { at = When.Of(now) });
    }

    public async Task<IActionResult> OnPostDiscard()
    {
        await Forget();
        await Db.SaveChangesAsync();
        return LocalRedirect($"~{Address}");
    }

    /// <summary>Takes the unsaved text away with the next save.</summary>
    protected async Task Forget()
    {
        if (await Find() is { } kept)
            Db.Remove(kept);
    }

    private Task<UnsavedForm?> Find() => Db.UnsavedForms.AsTracking().SingleOrDefaultAsync(f => f.PersonId == signedIn.Id && f.Address == Address);

    private string AddressWith(string name, string value) => QueryWithout("handler", Continuing) is { Length: > 0 } query ? $"{query}&{name}={value}" : $"?{name}={value}";

    private string QueryWithout(params string[] names) =>
        Microsoft.AspNetCore.Http.QueryString.Create(Request.Query.Where(q => !names.Contains(q.Key)).SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v))).Value ?? "";
}
