using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Organization;

namespace Shirube.Office.Lists.Bulk;

/// <summary>Sets one field of every record a list shows: choose the field, type the value, see each record before and after, then all or none.</summary>
public abstract class BulkPage<T>(OfficeDb db, OfficeLists lists, SignedIn signedIn) : PageModel, IShowsAgain where T : Aggregate
{
    public const int Most = 3_000;

    /// <summary>The address of the list, after its path.</summary>
    [BindProperty(SupportsGet = true, Name = "list")]
    public string? List { get; set; }

    [BindProperty(SupportsGet = true, Name = "field")]
    public string? Field { get; set; }

    [BindProperty]
    public BulkForm Form { get; set; } = new();

    public BulkView Bulk { get; private set; } = null!;

    /// <summary>What the list says after it was done.</summary>
    [TempData]
    public string? Done { get; set; }

    protected OfficeDb Db { get; } = db;
    protected SignedIn SignedIn { get; } = signedIn;

    protected abstract ListOf<T> Make(ListSetting setting);
    protected abstract Task<IReadOnlyList<BulkField<T>>> Fields(ListSetting setting);
    /// <summary>With the parts that the fields read and write.</summary>
    protected abstract IQueryable<T> Whole(IQueryable<T> rows);
    protected abstract IQueryable<T> These(IReadOnlyCollection<PublicKey> keys);
    protected abstract (PublicKey Key, string Name) NameOf(T record);
    /// <summary>The posts by which the signed-in person may change this one; none where they may not.</summary>
    protected abstract Task<IReadOnlyList<Ground>> GroundsFor(T record);
    /// <summary>Why a record may not be changed by who has no post for it.</summary>
    protected abstract Refusal WhyNot(T record);

    public async Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        return await ShowAgain();
    }

    public async Task<IActionResult> OnPostPreview()
    {
        Form.Left.Clear();
        return await ShowAgain();
    }

    public async Task<IActionResult> OnPost()
    {
        var list = await Open();
        var field = Chosen(await Fields(list.Setting)) ?? throw new RefusalException(Refusals.FieldUnknown(Field ?? ""));
        var versions = Form.Versions().Where(v => !Form.Left.Contains(v.Key.Value)).ToDictionary();
        var records = await Whole(These(versions.Keys)).ToListAsync();
        var overtaken = records.Where(r => r.Version != versions[NameOf(r).Key]).Select(r => NameOf(r).Name).ToList();
        (versions.Count == 0 ? Refusals.BulkNothing(list.Row) : overtaken.Count > 0 || records.Count < versions.Count ? Refusals.BulkOvertaken(overtaken) : null).ThrowIfAny();
        var value = field.Read(AsTyped());
        IReadOnlyList<Ground>? asDeputy = null;
        foreach (var record in records)
        {
            var grounds = await GroundsFor(record);
            (grounds.Count == 0 ? WhyNot(record) : null).ThrowIfAny();
            // why: one save has one mark; it is a deputy's as soon as one record is changed by others' posts alone.
            if (grounds.All(g => g.StandsInFor is not null))
                asDeputy = grounds;
            Db.Expect(record, record.Version);
            field.Write(record, value);
        }
        if (asDeputy is not null)
            SignedIn.ActBy(asDeputy);
        Db.Change = Db.Change with { Why = $"まとめて変更({field.Label}) {Form.Why}".Trim() };
        await Db.SaveChangesAsync();
        Done = $"{records.Count:#,0}件の「{field.Label}」を変更しました。";
        return LocalRedirect($"~/{list.Path}{ListQuery.Of(List).Address()}");
    }

    public async Task<IActionResult> ShowAgain()
    {
        var list = await Open();
        var fields = await Fields(list.Setting);
        var reader = await lists.Open(ListQuery.Of(List), _ => list);
        var result = await reader.Page();
        Form.From ??= $"{list.Setting.Year.Value}";
        var preview = HttpMethods.IsPost(Request.Method) && Chosen(fields) is { } field ? await Preview(list, field, reader, result) : null;
        Bulk = new(list.Path, list.Row, result.Query.Address(), result.Chips, result.Count, fields, Chosen(fields), Form, preview);
        return Page();
    }

    private async Task<BulkPreview?> Preview(ListOf<T> list, BulkField<T> field, ListReader<T> reader, ListResult result)
    {
        var errors = new FormErrors(ModelState);
        var typed = errors.Read("From", AsTyped);
        var value = typed is null ? null : errors.Read("Value", () => field.Read(typed));
        var refusal = result.IsWider ? Refusals.BulkTooWide(list.Row) : result.Count > Most ? Refusals.BulkTooMany(list.Row, result.Count, Most) : null;
        if (refusal is not null)
            ModelState.AddModelError("", refusal.ToString());
        if (refusal is not null || value is null)
            return null;
        var rows = new List<BulkRow>();
        foreach (var record in await Whole(reader.Matching).ToListAsync())
            rows.Add(await RowOf(list, field, record, value));
        var preview = new BulkPreview([.. rows.Where(r => r.Refusal is null && r.Before != r.After)], [.. rows.Where(r => r.Refusal is not null)], rows.Count(r => r.Refusal is null && r.Before == r.After));
        Form.Basis = BulkForm.BasisOf(preview.Changed);
        if (preview.Changed.Count == 0)
            ModelState.AddModelError("Form.Value", Refusals.BulkNothing(list.Row).ToString());
        return preview;
    }

    private async Task<BulkRow> RowOf(ListOf<T> list, BulkField<T> field, T record, BulkValue value)
    {
        var (key, name) = NameOf(record);
        var before = field.Shown(record, value);
        var refusal = (await GroundsFor(record)).Count == 0 ? WhyNot(record) : null;
        try
        {
            if (refusal is null)
                field.Write(record, value);
        }
        catch (RefusalException refused)
        {
            refusal = refused.Refusal;
        }
        return new(key, record.Version, name, list.AddressOf(key), before, field.Shown(record, value), refusal);
    }

    private async Task<ListOf<T>> Open() => Make(await lists.Setting(ListQuery.Of(List)));

    private BulkField<T>? Chosen(IReadOnlyList<BulkField<T>> fields) => fields.FirstOrDefault(f => f.Key == Field);

    private BulkValue AsTyped() => new(Blank.ToNull(Form.Value?.Trim()), Typed.Year(Form.From));
}
