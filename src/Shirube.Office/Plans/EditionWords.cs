using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Ui.Controls;
using Shirube.Ui.Text;

namespace Shirube.Office.Plans;

/// <summary>What an edition's state means to staff.</summary>
public static class EditionWords
{
    public static (Tone Tone, string Word, string Meaning) Of(Edition edition) => edition switch
    {
        { Retirement: { } retirement } => (Tone.Plain, "採られなかった別案", $"{On(retirement.AtUtc)}に別の案が決定されました。読むことだけができます。"),
        { Supersession: { } supersession } => (Tone.Plain, "前の版", $"{On(supersession.AtUtc)}に、あとの版に替わりました。読むことだけができます。"),
        { Enforcement: { } enforcement } => (Tone.Good, "施行中の版", $"{Format.Day(enforcement.From)}から計画です。公表に含まれます。"),
        { Decision: { } decision } => (Tone.Good, "決定した版", $"{decision.Body}で{Format.Day(decision.Day)}に決定しました。{(edition.Opening is null ? "施行を記録すると公表に含まれます。" : "公表に含まれます。")}"),
        { Opening: { } opening } => (Tone.Info, "意見を聞いている版", $"{On(opening.AtUtc)}に公開の手続きに入りました。公表に含まれ、本文と体系は変更できません。"),
        { Takeover: { } takeover } => (Tone.Good, "進行中の計画", $"すでに進んでいる計画として{On(takeover.AtUtc)}に引き継ぎました。公表に含まれ、誤りはここで直せます。"),
        _ => (Tone.Warn, "作業中の版", "庁内だけの下書きです。公表には含まれません。"),
    };

    private static string On(DateTime utc) => Format.Day(Tokyo.DayOf(utc));
}
