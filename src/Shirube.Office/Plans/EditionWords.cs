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
        { Opening: { } opening } => (Tone.Info, "意見を聞いている版", $"{Format.Day(Tokyo.DayOf(opening.AtUtc))}に公開の手続きに入りました。公表に含まれ、本文と体系は変更できません。"),
        { Takeover: { } takeover } => (Tone.Good, "進行中の計画", $"すでに進んでいる計画として{Format.Day(Tokyo.DayOf(takeover.AtUtc))}に引き継ぎました。公表に含まれ、誤りはここで直せます。"),
        _ => (Tone.Warn, "作業中の版", "庁内だけの下書きです。公表には含まれません。"),
    };
}
