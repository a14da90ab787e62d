using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Files.Import;
using Shirube.Files.Workbooks;
using Shirube.Office.Common;
using Shirube.Office.Jobs;
using Shirube.Office.Organization;
using Shirube.Office.Projects.Import;
using Shirube.Ui.Hosting;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Import))]
public sealed class ImportMappingPage(JobQueue jobs, KeptFiles files, SignedIn who) : PageModel, IShowsAgain
{
    public static readonly IReadOnlyList<string> Units = ["", "円", "千円", "万円", "百万円", "億円"];

    private MunicipalityCode Code => HttpContext.Municipality().Code;

    [BindProperty(SupportsGet = true)]
    public string Sha { get; set; } = "";

    public KeptFile Kept { get; private set; } = null!;
    public MappingChoice Mapping { get; private set; } = null!;
    public IReadOnlyList<LayoutSheet> Sheets { get; private set; } = [];
    private RoleList roles = null!;

    public IActionResult OnGet()
    {
        if (files.Find(Code, Sha) is not { } file)
            return NotFound();
        using var stream = files.Open(Code, Kept = file);
        using var workbook = Workbook.Open(stream, file.Name);
        if (files.MappingOf(Code, file) is null)
            files.SetMapping(Code, file, MappingChoice.For(workbook));
        Mapping = files.MappingOf(Code, file)!;
        Sheets = Layout.Of(workbook, Mapping.Mapping);
        roles = new(Mapping.Mapping);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (OnGet() is NotFoundResult missing)
            return missing;
        return await ReadWith(new(MappingForm.Apply(Mapping.Mapping, Sheets, Request.Form), Mapping.Words));
    }

    public Task<IActionResult> OnPostPreset(string preset) => Choose(_ => MappingChoice.Preset(preset));

    public Task<IActionResult> OnPostSuggest() => Choose(MappingChoice.For);

    public async Task<IActionResult> OnPostUpload(IFormFile? json)
    {
        using var reader = new StreamReader(json?.OpenReadStream() ?? Stream.Null);
        var text = await reader.ReadToEndAsync();
        return await Choose(_ => MappingChoice.Given(text, json?.FileName ?? ""));
    }

    public IActionResult OnGetDownload() => OnGet() is NotFoundResult missing ? missing : File(Encoding.UTF8.GetBytes(Mapping.Json), "application/json", "mapping.json");

    public Task<IActionResult> ShowAgain() => Task.FromResult(OnGet());

    public bool IsRepeated(int place) => Sheets.Take(place).Any(s => Sheets[place].Columns.Count > 0 && s.IsRead && Sheets[place].Columns.All(c => s.Columns.Any(o => o.Reference == c.Reference)));

    public string? HeadingRowsOf(LayoutSheet sheet) => Mapping.Mapping.Sheets.FirstOrDefault(r => r.Name == sheet.Name)?.HeadingRows is { } rows ? rows.Count == 1 ? $"{rows[0]}" : $"{rows[0]}-{rows[^1]}" : null;

    public string WordsOf(string role) => roles.WordsOf(role);

    public IHtmlContent OptionsFor(LayoutColumn column) => roles.OptionsFor(column.Role);

    public static string Short(string text) => text.ReplaceLineEndings(" ") is var line && line.Length > 24 ? $"{line[..24]}…" : line;

    private async Task<IActionResult> Choose(Func<Workbook, MappingChoice> choose)
    {
        if (OnGet() is NotFoundResult missing)
            return missing;
        using var stream = files.Open(Code, Kept);
        using var workbook = Workbook.Open(stream, Kept.Name);
        return await ReadWith(choose(workbook));
    }

    private async Task<IActionResult> ReadWith(MappingChoice mapping)
    {
        files.SetMapping(Code, Kept, mapping);
        return LocalRedirect($"{Request.PathBase}/imports/work/{await jobs.QueueAsync(HttpContext.Municipality().Code, ImportJobs.PreviewKind, ImportJobs.PayloadOf(Sha), who.Id)}");
    }
}
