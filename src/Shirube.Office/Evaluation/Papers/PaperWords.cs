using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Projects;
using Shirube.Files.Papers;
using Shirube.Ui.Text;

namespace Shirube.Office.Evaluation;

/// <summary>The words and small pieces that printed documents of an evaluation share.</summary>
internal static class PaperWords
{
    public const string Silent = "未回答";
    public const string NotChosen = "対象外";
    public const string NotSubmitted = "未提出";
    public const string HowToRead = "「–」は、登録や記載がないことを表し、0ではありません。「未回答」は、その段階が答えていない設問、「対象外」は、その段階で評価しないものです。";

    public static string SampleNote => "「サンプル」の印は、説明のための架空の内容です。";

    /// <summary>What stands in the head of every page.</summary>
    public static string Running(PrintedRound round, string title) => $"{round.Round.Name} {title}{(round.IsInternal ? "【庁内用】" : "")}";

    public static IEnumerable<string> Cover(PrintedRound round) =>
    [
        round.Round.Name, RoundWords.YearsOf(round.Round), .. round.Order.Part is { } part ? new[] { part } : [], round.Order.Municipality, $"{Format.Day(round.Day)}現在", .. round.IsInternal ? new[] { "【庁内用】" } : [],
        .. round.Round.Closed is null ? new[] { "この評価は、まだ締め切られていません。" } : [], .. round.Round.IsSample ? new[] { SampleNote } : [],
    ];

    public static BookRow Head(params IEnumerable<string> titles) => new([.. titles.Select(t => new BookCell(t, CellLook.Head))], IsHead: true);

    /// <summary>A row of pairs: what, and what it says.</summary>
    public static BookRow Pair(string what, string says, int columns = 1) => new([new(what, CellLook.Head), new(says, columns: columns)]) { MayBreak = says.Length > 300 };

    public static BookCell Cell(FigureCell cell, bool isYen) => new(WordsOf(cell, isYen), CellLook.Number);

    public static string WordsOf(FigureCell cell, bool isYen)
    {
        var value = cell.Value is { } known ? isYen ? Yen(known) : Format.Number(known) : cell.Words ?? Format.None;
        return $"{value}{(cell.Value is not null && cell.Words is { } words ? $"\n({words})" : "")}{(cell.Unknown > 0 ? $"\n(未把握{cell.Unknown:#,0}件)" : "")}";
    }

    public static string Yen(decimal? amount) => amount is { } known ? $"{(known < 0 ? "−" : "")}{Math.Abs(known).ToString("#,0", System.Globalization.CultureInfo.InvariantCulture)}" : Format.None;

    public static string Period(ProjectPeriod period) => period.AsWritten ?? (period.Kind, period.First, period.Last) switch
    {
        (null, null, null) => Format.None,
        ({ } kind, null, null) => Names.Of(kind),
        var (kind, first, last) => $"{(kind is { } known ? $"{Names.Of(known)} " : "")}{first?.Era}〜{last?.Era}",
    };

    /// <summary>A choice with what it means, and the reason or text below it.</summary>
    public static IReadOnlyList<BookRun> Said(PrintedSheet sheet, FormQuestion question, AnswerValue value)
    {
        var runs = new List<BookRun>();
        if (value.Choice is { } choice)
        {
            runs.Add(new(choice, BookLook.Strong));
            if (sheet.Form.ChoicesOf(question).FirstOrDefault(c => c.Label == choice)?.Meaning is { } meaning)
                runs.Add(new($" {meaning}"));
        }

        if (value.Number is { } number)
            runs.Add(new(Format.WithUnit(number, question.Unit), BookLook.Strong));
        if (value.Text is { } text)
            runs.Add(new($"{(runs.Count > 0 ? "\n" : "")}{text.Replace('\t', '\u3000')}"));
        return runs;
    }

    public static string WordsOf(PrintedSheet sheet, FormQuestion question, AnswerValue value) => string.Concat(Said(sheet, question, value).Select(r => r.Text));
}
