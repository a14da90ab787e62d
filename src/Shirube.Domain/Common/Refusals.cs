namespace Shirube.Domain.Common;

/// <summary>The catalogue of refusals. Codes are permanent: docs/errors.md is generated from it.</summary>
public static partial class Refusals
{
    public static Refusal MunicipalityCodeMalformed(string text) =>
        new("municipality-code-malformed", $"団体コード「{text}」は6桁の数字ではありません。", "総務省の全国地方公共団体コード(6桁)を入力してください。");

    public static Refusal MunicipalityCodeCheckDigit(string text) =>
        new("municipality-code-check-digit", $"団体コード「{text}」は検査数字(6桁目)が合いません。", "6桁を確かめて入力し直してください。");

    public static readonly Refusal Overtaken = new("overtaken", "ほかの人が先に保存したため、保存していません。", "いまの内容を確かめて、もう一度保存してください。");

    public static readonly Refusal RemovalOvertaken = new("removal-overtaken", "ほかの人が先に保存したため、削除していません。", "いまの内容を確かめて、それでも要らないときは、もう一度削除してください。");

    public static readonly Refusal UnsavedTooLong = new("unsaved-too-long", "書きかけが長すぎるため、残せません。", "「保存する」で保存してください。長い本文は、項目を分けて書いてください。");

    public static Refusal YearUnreadable(string text) => new("year-unreadable", $"「{text}」を年度として読めません。", "「2026」「令和8」「R8」のように入力してください。");

    public static Refusal NumberUnreadable(string text) => new("number-unreadable", $"「{text}」を数として読めません。", "数字で入力してください。");

    public static Refusal AmountUnreadable(string text) => new("amount-unreadable", $"「{text}」を金額として読めません。", "数字で入力してください。「-」(なし)と「未定」も使えます。");

    public static Refusal AmountHasFraction(string text) => new("amount-has-fraction", $"「{text}」は1円に満たない端数になります。", "単位を確かめて入力し直してください。");
}
