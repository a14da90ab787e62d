using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Organization;
using Shirube.Ui.Hosting;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.ManagePeople))]
public sealed class SignInsPage(OfficeDb db) : PageModel
{
    public const int Size = 50;

    public static readonly IReadOnlyList<SelectListItem> Results = [.. Enum.GetValues<SignInOutcome>().Where(o => o != SignInOutcome.PasswordRight).Select(o => new SelectListItem(OutcomeWords.Of(o), o.ToString()))];

    [FromQuery(Name = "p")]
    public int Shown { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public FilterForm Filter { get; set; } = new();

    public IReadOnlyList<SignInLine> Lines { get; private set; } = [];
    public int Count { get; private set; }
    public int KeepDays { get; private set; }
    public string CsvAddress => $"{Request.PathBase}{Request.Path}{new QueryBuilder(Request.Query.Where(q => q.Key is not ("p" or "handler"))) { { "handler", "Csv" } }}";

    public sealed class FilterForm
    {
        public string? Account { get; set; }
        public string? Result { get; set; }
        public DateOnly? From { get; set; }
        public DateOnly? To { get; set; }
    }

    public async Task OnGet()
    {
        ModelState.Clear();
        Shown = Math.Max(1, Shown);
        KeepDays = (await db.AccountRules.AsNoTracking().SingleOrDefaultAsync() ?? AccountRules.First()).LogDays;
        Count = await Found().CountAsync();
        Lines = await Rows(Found()).Skip((Shown - 1) * Size).Take(Size).ToListAsync();
    }

    public async Task<IActionResult> OnGetCsv()
    {
        var text = new StringBuilder("日時,アカウント名,結果,止まる期限,アドレス,ブラウザー\r\n");
        await foreach (var line in Rows(Found()).AsAsyncEnumerable())
            text.AppendJoin(',', new[] { Moment(line.AtUtc), line.Who, OutcomeWords.Of(line.Result), line.UntilUtc is { } until ? Moment(until) : "", line.Address ?? "", line.Browser ?? "" }.Select(Cell)).Append("\r\n");
        // why: with its mark a workbook reads the file as UTF-8.
        return File([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())], "text/csv", $"sign-ins-{HttpContext.Municipality().Code}.csv");
    }

    private IQueryable<SignInEntry> Found()
    {
        var found = db.SignIns.AsNoTracking();
        if (Blank.ToNull(Filter.Account)?.Trim().Normalize().ToUpperInvariant() is { } name)
            found = found.Where(s => db.Accounts.Any(a => a.Id == s.AccountId && a.NormalizedUserName!.Contains(name)));
        if (Enum.TryParse<SignInOutcome>(Filter.Result, out var result))
            found = found.Where(s => s.Result == result);
        if (Filter.From is { } from && Tokyo.StartOf(from) is var begin)
            found = found.Where(s => s.AtUtc >= begin);
        if (Filter.To is { } to && to < DateOnly.MaxValue && Tokyo.StartOf(to.AddDays(1)) is var end)
            found = found.Where(s => s.AtUtc < end);
        return found;
    }

    private IQueryable<SignInLine> Rows(IQueryable<SignInEntry> found) => found.OrderByDescending(s => s.AtUtc).ThenByDescending(s => s.Id)
        .Select(s => new SignInLine(s.AtUtc, db.Accounts.Where(a => a.Id == s.AccountId).Select(a => a.UserName).FirstOrDefault(), s.TypedName, s.Result, s.UntilUtc, s.Address, s.Browser));

    private static string Moment(DateTime utc) => Tokyo.At(utc).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    // why: a text that begins like a formula would be run by the workbook that opens the file.
    private static string Cell(string text) => $"\"{(text is ['=' or '+' or '-' or '@', ..] ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
