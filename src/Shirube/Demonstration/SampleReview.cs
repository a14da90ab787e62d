using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;

namespace Shirube.Demonstration;

/// <summary>Two invented external reviews: of the summary, whose opinions and responses are public, and of this year's evaluation, in which a question and an opinion wait for the clerk who signs in.</summary>
internal sealed class SampleReview
{
    private const string Body = "行政評価委員会(サンプル)";

    private static readonly (ResponseKind Kind, string Opinion, string Response, ResponseProgress? Progress)[] Said =
    [
        (ResponseKind.Adopted, "施策の成果を、利用した市民の声でも示してほしい。(サンプル)", "次の計画から、市民アンケートの結果を評価に加える。(サンプル)", ResponseProgress.UnderWay),
        (ResponseKind.PartlyAdopted, "似た事業をまとめ、窓口を1つにしてほしい。(サンプル)", "案内を1つにまとめる。申請の窓口は、それぞれの課に残す。(サンプル)", ResponseProgress.Done),
        (ResponseKind.Considered, "目標を、近隣の市と比べられる指標にしてほしい。(サンプル)", "使える統計があるかを調べ、次の見直しのときに検討する。(サンプル)", ResponseProgress.NotStarted),
        (ResponseKind.NotAdopted, "この施策の事業を、すべて民間に任せてほしい。(サンプル)", "法律で市が行うと決まっている事業があるため、反映しない。(サンプル)", null),
    ];

    private readonly PersonId planner;
    private readonly List<Aggregate> all = [];

    public SampleReview(PersonId planner) => this.planner = planner;

    public IEnumerable<Aggregate> All => all;

    public void OfSummary(EvaluationRound round, IEnumerable<EvaluationSheet> sheets, DateTime atUtc)
    {
        var review = ExternalReview.Of(round, new(Body, Tokyo.DayOf(atUtc), null, Tokyo.DayOf(atUtc).AddDays(14), "意見の言葉は、会議のあとに委員長と確かめた。(サンプル)"), isSample: true);
        var reviewed = sheets.Take(2).Select(s => SheetReview.Of(review, s)).ToList();
        foreach (var ((kind, opinion, response, progress), i) in Said.Select((s, i) => (s, i)))
        {
            var sheet = reviewed[i % reviewed.Count];
            var number = sheet.Opine(review, opinion).Number;
            sheet.Respond(review, number, new(kind, response, kind == ResponseKind.Adopted ? new DateOnly(2027, 3, 31) : null), planner, atUtc.AddDays(7));
            sheet.Confirm(review, number, planner, atUtc.AddDays(14));
            if (progress is { } step)
                sheet.Report(number, step);
        }

        reviewed[0].Ask(review, "成果をどの数字で見ていますか。(サンプル)", "委員A(サンプル)");
        reviewed[0].AnswerQuestion(review, 1, "計画の指標と、窓口での聞き取りで見ています。(サンプル)", planner, atUtc);
        review.Publish(reviewed, planner, atUtc.AddDays(15));
        all.AddRange([review, .. reviewed]);
    }

    public void OfYear(EvaluationRound round, IEnumerable<EvaluationSheet> sheets, DateOnly today)
    {
        var review = ExternalReview.Of(round, new(Body, today.AddDays(10), today.AddDays(7), today.AddDays(30)), isSample: true);
        var reviewed = sheets.Select(s => SheetReview.Of(review, s)).ToList();
        foreach (var sheet in reviewed)
        {
            sheet.Ask(review, "利用した人の数は、どう変わっていますか。(サンプル)", "委員B(サンプル)");
            sheet.Opine(review, "続ける理由を、利用した人の声でも示してほしい。(サンプル)");
        }

        all.AddRange([review, .. reviewed]);
    }
}
