using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;

namespace Shirube.Office.Plans;

/// <summary>Why records beside the plans are not put back field by field, and where they are mended.</summary>
internal static class PlansPutBack
{
    public static readonly IReadOnlyDictionary<string, string> WhyNot = new Dictionary<string, string>
    {
        [nameof(Edition)] = "公開の手続きは、行った事実の記録です。あとから別のものにはできません。",
        [nameof(Lineage)] = "一つの欄ではなく、現行計画との対応の画面で、引き継ぐ先と理由を確かめて入力し直してください。",
        [nameof(ProjectLineage)] = "一つの欄ではなく、現行計画との対応の画面で、引き継ぐ事務事業と理由を確かめて入力し直してください。",
        [nameof(ChangeReason)] = "新旧対照表の画面で、理由を書き直せます。",
        [nameof(GlossaryTerm)] = "用語集の画面で、言葉を書き直してください。",
        [nameof(PlanFigure)] = "図の画面で、題名や説明を書き直してください。",
        [nameof(MayoralTerm)] = "一つの欄ではなく、首長の任期の画面で、始まりと終わりを確かめて入力し直してください。",
    };
}
