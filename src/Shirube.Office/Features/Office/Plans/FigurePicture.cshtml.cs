using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Files.Pictures;

namespace Shirube.Office.Features.Office;

/// <summary>The picture of a figure.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class FigurePicturePage(OfficeDb db) : PageModel
{
    public async Task<IActionResult> OnGet(string key)
    {
        if (await (from figure in db.Figures join picture in db.Pictures on figure.Sha256 equals picture.Sha256 where figure.Key == new PublicKey(key) select new { figure.Kind, picture.Sha256, picture.Content }).SingleOrDefaultAsync() is not { } found)
            return NotFound();
        Response.Headers.CacheControl = "private, max-age=3600";
        return new FileContentResult(found.Content, PictureFile.MediaTypeOf(found.Kind)) { EntityTag = new($"\"{found.Sha256}\"") };
    }
}
