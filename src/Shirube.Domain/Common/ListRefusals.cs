namespace Shirube.Domain.Common;

public static partial class Refusals
{
    public static Refusal FieldUnknown(string field) => new("field-unknown", $"項目「{field}」はこの一覧にありません。", "項目の名前が変わったか、なくなりました。ある項目から選び直してください。");

    public static Refusal ComparisonUnknown(string label, string word) => new("comparison-unknown", $"「{label}」の条件の種類「{word}」はありません。", "条件を選び直してください。");

    public static Refusal ComparisonUnfit(string label, string comparison) => new("comparison-unfit", $"「{label}」に「{comparison}」という条件は使えません。", "条件を選び直してください。");

    public static Refusal ChoiceUnknown(string label, string value) => new("choice-unknown", $"「{label}」に「{value}」という値はありません。", "なくなったか、名前が変わりました。ある値から選び直してください。");

    public static Refusal ChoiceAmbiguous(string label, string typed, int count, IReadOnlyCollection<string> some) =>
        new("choice-ambiguous", $"「{typed}」に当てはまる{label}が{count:#,0}件あります({string.Join("、", some.Select(s => $"「{s}」"))}{(count > some.Count ? "など" : "")})。", "番号か、名前の全部を入力してください。");

    public static Refusal RangeUnreadable(string label, string value) => new("range-unreadable", $"「{label}」の範囲「{value}」を読めません。", "「100..200」のように、小さい値と大きい値を「..」でつないでください。");

    public static Refusal DayUnreadable(string text) => new("day-unreadable", $"「{text}」を日付として読めません。", "「2026-04-01」のように入力してください。");

    public static Refusal ConditionIncomplete(string label) => new("condition-incomplete", $"「{label}」の条件に値がありません。", "値を入れるか、「が未入力」を選んでください。");
}
