using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Files.Tables;
using Shirube.Office.Lists;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

/// <summary>A list as a file: exactly what its address shows, all pages of it.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class ListFilePage(OfficeLists lists, SignedIn signedIn, TimeProvider clock) : PageModel
{
    public ListContent Data { get; private set; } = null!;
    public string Back { get; private set; } = "";
    public IReadOnlyList<(string Letter, int Count)> Lost { get; private set; } = [];

    public string Address(string format) => Url.Content($"~/exports/{RouteData.Values["list"]}/{format}{Data.Head.Sound.Address(withPage: false)}");

    public async Task<IActionResult> OnGet(string list, string format)
    {
        var query = ListQuery.Of(Request.QueryString.Value);
        if (await lists.Content(list, query) is not { } content)
            return NotFound();
        (Data, Back) = (content, $"~/{list}{query.Address()}");
        if (content.Head.IsWider)
        {
            Response.StatusCode = 409;
            return Page();
        }
        if (format == "sjis" && await ReadLost())
            return Page();
        return format switch { "xlsx" => await Workbook(), "csv" => await Text(new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)), "sjis" or "sjis-anyway" => await Text(CsvText.CodePage932), _ => NotFound() };
    }

    private async Task<bool> ReadLost()
    {
        var lost = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var letter in Data.Columns.SelectMany(c => CsvText.LostIn932(c.Title)))
            lost[letter] = lost.GetValueOrDefault(letter) + 1;
        await foreach (var (_, values) in Data.Rows())
            foreach (var letter in values.OfType<string>().SelectMany(CsvText.LostIn932))
                lost[letter] = lost.GetValueOrDefault(letter) + 1;
        Lost = [.. lost.OrderByDescending(l => l.Value).Select(l => (l.Key, l.Value))];
        return Lost.Count > 0;
    }

    private async Task<IActionResult> Text(Encoding encoding)
    {
        Head($"text/csv; charset={encoding.WebName}", "csv");
        await using var writer = new StreamWriter(Response.Body, encoding, leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(CsvText.Line(Data.Columns.Select(c => c.Title)));
        await foreach (var (_, values) in Data.Rows())
            await writer.WriteLineAsync(CsvText.Line(values));
        return new EmptyResult();
    }

    private async Task<IActionResult> Workbook()
    {
        // why: a zip file is finished by going back in it; so it lies on the disk until it is sent.
        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        using (var table = new XlsxTable(file, Data.Title, Data.Columns))
        {
            await foreach (var (kind, values) in Data.Rows())
                table.Write(kind, values);
            table.Finish("条件", Data.Notes(signedIn.Person.Name, $"{Tokyo.At(clock.GetUtcNow().UtcDateTime):yyyy-MM-dd HH:mm}", $"{Request.Scheme}://{Request.Host}{Url.Content(Back)}"));
        }
        file.Position = 0;
        Head("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");
        Response.ContentLength = file.Length;
        await using (file)
            await file.CopyToAsync(Response.Body, HttpContext.RequestAborted);
        return new EmptyResult();
    }

    private void Head(string type, string extension)
    {
        Response.ContentType = type;
        var name = new ContentDispositionHeaderValue("attachment");
        name.SetHttpFileName($"{Data.Title}-{signedIn.Today:yyyyMMdd}.{extension}");
        Response.Headers.ContentDisposition = name.ToString();
    }
}
