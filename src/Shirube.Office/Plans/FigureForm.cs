using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Files.Pictures;

namespace Shirube.Office.Plans;

/// <summary>What a person types about a figure, all as text.</summary>
public sealed class FigureForm
{
    [Display(Name = "図の題名"), StringLength(PlanFigure.LongestTitle, ErrorMessage = "図の題名は100字までです。")] public string? Title { get; set; }
    [Display(Name = "図の説明"), StringLength(PlanFigure.LongestAlt, ErrorMessage = "図の説明は1,000字までです。")] public string? Alt { get; set; }
    [Display(Name = "出典"), StringLength(500, ErrorMessage = "出典は500字までです。")] public string? Source { get; set; }

    public static FigureForm Of(PlanFigure figure) => new() { Title = figure.Title, Alt = figure.Alt, Source = figure.Source };

    public void Write(PlanFigure figure) => figure.Write(Title ?? "", Alt ?? "", Source);

    /// <summary>The figure with its picture, which is kept once however many figures show it.</summary>
    public async Task<PlanFigure> Keep(OfficeDb db, IFormFile file)
    {
        // why: nothing too large is brought into memory to be told so.
        (PlanFigure.WhyNotWrite(Title, Alt) ?? (file.Length > PictureFile.MostBytes ? Refusals.PictureTooHeavy(file.FileName, file.Length, PictureFile.MostBytes) : null)).ThrowIfAny();
        using var content = new MemoryStream();
        await file.CopyToAsync(content);
        var picture = PictureFile.Read(file.FileName, content.ToArray());
        var figure = PlanFigure.Keep(Title!, Alt!, Source, picture.Kind, picture.Width, picture.Height, picture.Sha256);
        if (!await db.Pictures.AnyAsync(p => p.Sha256 == figure.Sha256))
            db.Add(new Picture(figure.Sha256, picture.Content));
        db.Add(figure);
        return figure;
    }
}
