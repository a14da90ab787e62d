using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;

namespace Shirube.Exchange.Publishing;

[Holds("reviews", "外部評価", "締め切られた評価について外部の会議が行い、公表すると決めた外部評価。", "round")]
public sealed record ReleasedReview(
    [Means("評価の回のキー(evaluation_rounds.key)")] PublicKey Round,
    [Means("会議の名前")] string Body,
    [Means("会議の日")] DateOnly? HeldOn,
    [Means("見本として作った架空の内容か")] bool IsSample);

[Holds("review_opinions", "外部評価の意見と市の対応", "外部の会議がシートについて出した意見と、市の対応。意見は会議としてのもので、委員の名前はありません。", "sheet,number")]
public sealed record ReleasedReviewOpinion(
    [Means("シートのキー(sheets.key)")] PublicKey Sheet,
    [Means("シートの中での意見の番号。1から")] int Number,
    [Means("意見")] string Text,
    [Means("市の対応")] ResponseKind Kind,
    [Means("市の考え方")] string Response,
    [Means("対応の期限")] DateOnly? DoneBy,
    [Means("対応の状況。反映しない意見では空")] ResponseProgress? Progress);
