using Shirube.Domain.Plans;
using Shirube.Office.Common;

namespace Shirube.Office.Plans;

/// <summary>How the change log speaks of figures.</summary>
internal static class FigureWords
{
    public static readonly RecordWords PlanFigure = new("図", new()
    {
        ["Key"] = FieldWord.Unsaid,
        ["Title"] = "図の題名",
        ["Alt"] = "図の説明",
        ["Source"] = "出典",
        ["Kind"] = FieldWord.Of<PictureKind>("画像の形式", k => k == PictureKind.Png ? "PNG" : "JPEG"),
        ["Width"] = "横(ピクセル)",
        ["Height"] = "縦(ピクセル)",
        ["Sha256"] = FieldWord.Unsaid,
        ["IsSample"] = FieldWord.YesNo("サンプル"),
    });
}
