using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;

namespace Shirube.Exchange.Publishing;

[Holds("evaluation_rounds", "評価の回", "締め切られた評価。毎年度の評価、中間年の評価、事前評価があります。", "key", Indexes = ["year"])]
public sealed record ReleasedRound(
    [Means("評価の回のキー。変わりません")] PublicKey Key,
    [Means("名前")] string Name,
    [Means("評価を行う年度")] FiscalYear Year,
    [Means("評価の対象になる年度")] FiscalYear JudgedYear,
    [Means("種類")] FormUse Use,
    [Means("見本として作った架空の内容か")] bool IsSample);

[Holds("evaluation_forms", "評価様式", "公表する評価で使った様式。", "key")]
public sealed record ReleasedForm(
    [Means("様式のキー。変わりません")] PublicKey Key,
    [Means("名前")] string Name,
    [Means("何についての様式か")] FormTarget Target);

[Holds("form_stages", "様式の段階", "様式に答える段階。番号の順に答えます。", "form,stage")]
public sealed record ReleasedFormStage(
    [Means("様式のキー(evaluation_forms.key)")] PublicKey Form,
    [Means("段階の番号。1から")] int Stage,
    [Means("段階の名前")] string Name);

[Holds("form_questions", "様式の設問", "様式の設問のうち、答えを公表するもの。", "form,key")]
public sealed record ReleasedQuestion(
    [Means("様式のキー(evaluation_forms.key)")] PublicKey Form,
    [Means("設問のキー。後の年度の様式でも変わりません")] PublicKey Key,
    [Means("様式の中での順番")] int Place,
    [Means("まとまりの見出し")] string Section,
    [Means("設問")] string Label,
    [Means("答え方")] QuestionKind Kind,
    [Means("まとめるときの役割。ないときは空")] QuestionRole? Role,
    [Means("数の単位")] string? Unit);

[Holds("form_choices", "設問の選択肢", "設問の選択肢。表の設問では、表の列の見出しです。", "form,question,place")]
public sealed record ReleasedChoice(
    [Means("様式のキー(evaluation_forms.key)")] PublicKey Form,
    [Means("設問のキー(form_questions.key)")] PublicKey Question,
    [Means("順番。段階評価では1がいちばんよい")] int Place,
    [Means("選択肢の表記")] string Label,
    [Means("意味")] string? Meaning);
