using Shirube.Domain.Common;
using Shirube.Domain.Plans;

namespace Shirube.Exchange.Publishing;

[Holds("glossary_terms", "用語集", "公表している計画の文章に出てくる用語と、その意味。", "key")]
public sealed record ReleasedTerm(
    [Means("用語のキー")] PublicKey Key,
    [Means("用語")] string Name,
    [Means("よみ(かな)")] string Reading,
    [Means("意味")] string Meaning,
    [Means("意味をどこから取ったか")] string? Source,
    [Means("見本として作った架空の内容か")] bool IsSample);

[Holds("figures", "図", "公表している計画の文章に出てくる図。文章の中では、図/ とキーで示します。", "key")]
public sealed record ReleasedFigure(
    [Means("図のキー")] PublicKey Key,
    [Means("図の題名")] string Title,
    [Means("図が何を伝えるかを表す文")] string Alt,
    [Means("図や数字をどこから取ったか")] string? Source,
    [Means("画像の形式")] PictureKind Kind,
    [Means("横の大きさ(ピクセル)")] int Width,
    [Means("縦の大きさ(ピクセル)")] int Height,
    [Means("画像のSHA-256")] string Sha256,
    [Means("見本として作った架空の内容か")] bool IsSample);

[Holds("figure_pictures", "図の画像", "図の画像そのもの。", "figure")]
public sealed record ReleasedPicture(
    [Means("図のキー(figures.key)")] PublicKey Figure,
    [Means("画像をBase64で書いた文字")] string Content);

[Holds("project_lineages", "事務事業の引き継ぎ", "次の計画で、事務事業がどの事務事業に引き継がれるか、または終わるか。1つの組が1行です。そのまま続く事務事業の行はありません。", "from_project,to_plan,to_project", Indexes = ["to_plan", "to_project"])]
public sealed record ReleasedProjectLineage(
    [Means("前の事務事業のキー(projects.key)")] PublicKey FromProject,
    [Means("次の計画のキー(plans.key)")] PublicKey ToPlan,
    [Means("引き継ぐ事務事業のキー(projects.key)。終わる事務事業では空")] PublicKey? ToProject);
