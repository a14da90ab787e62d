namespace Shirube.Domain.Common;

public static partial class Refusals
{
    public static Refusal PictureNotRead(string file) => new("picture-not-read", $"「{file}」を画像として読み取れません。", "PNG(.png)かJPEG(.jpg)で保存し直して、もう一度選んでください。図表は、ExcelやPowerPointの「図として保存」でPNGにできます。");

    public static Refusal PictureTooHeavy(string file, long bytes, long most) => new("picture-too-heavy", $"「{file}」は{bytes / 1_000_000m:0.0}MBあります。図は{most / 1_000_000m:0.#}MBまでです。", "画像を小さくする(横1,600ピクセルほどで足ります)か、JPEGで保存し直してください。");

    public static Refusal PictureTooWide(string file, int width, int height, int most) => new("picture-too-wide", $"「{file}」は{width:#,0}×{height:#,0}ピクセルあります。図の縦と横は、それぞれ{most:#,0}ピクセルまでです。", "画像を小さくしてから、もう一度選んでください。");

    public static Refusal PictureTurned(string file) => new("picture-turned", $"「{file}」は、横倒しに撮った写真です。このままでは、計画書で横を向きます。", "画像を開いて正しい向きに回転し、保存し直してから選んでください。");

    public static Refusal FigureInUse(string title, string where) => new("figure-in-use", $"図「{title}」は、{where}の本文で使われているため、削除できません。", "本文から図を外してから削除してください。決定した版の本文にある図は、残します。");
}
