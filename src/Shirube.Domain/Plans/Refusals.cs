namespace Shirube.Domain.Common;

public static partial class Refusals
{
    public static Refusal LevelNameTaken(string name) => new("level-name-taken", $"階層「{name}」はすでにあります。", "別の名前にしてください。");

    public static Refusal EditionOpened(string label) => new("edition-opened", $"版「{label}」は公開の手続きに入っているため、変更できません。", "変更するには、先に版を作業中に戻してください。");

    public static Refusal TextTooLong(string what, int limit, int length) => new("text-too-long", $"{what}が{length:#,0}字あります。{limit:#,0}字までです。", "短くしてから保存してください。");

    public static Refusal ItemLevelMismatch(string level, string? parent) =>
        new("item-level-mismatch", $"階層「{level}」の項目は{(parent is null ? "いちばん上" : $"「{parent}」の下")}に置けません。", "上位の階層の項目を選んでください。");

    public static Refusal ItemCycle(string title) => new("item-cycle", $"「{title}」を、その下にある項目の下へ移すことはできません。", "別の場所を選んでください。");

    public static Refusal ItemHasChildren(string title, int count) => new("item-has-children", $"「{title}」の下に{count}件の項目があるため、削除できません。", "先に下の項目を移すか削除してください。");

    public static Refusal ItemHasProjects(string title, int count) => new("item-has-projects", $"「{title}」に{count}件の事務事業があるため、削除できません。", "先に事務事業を別の項目へ移してください。");

    public static Refusal ItemHasIndicators(string title, int count) => new("item-has-indicators", $"「{title}」に{count}件の指標があるため、削除できません。", "先に指標を別の項目へ移してください。");

    public static readonly Refusal ItemUnknown = new("item-unknown", "選んだ計画の項目が見つかりません。", "一覧から選び直してください。");

    public static Refusal ItemCarriesNoProjects(string title) => new("item-carries-no-projects", $"「{title}」の階層には事務事業を置けません。", "事務事業を置く階層の項目を選んでください。");
}
