namespace Shirube.Domain.Common;

public static partial class Refusals
{
    public static Refusal StagesOutside(int most) => new("stages-outside", $"評価の段階は、1から{most}までで、違う名前にします。", "「自己評価」「一次評価」のように、進む順に1行に1つずつ書いてください。");

    public static Refusal StageAsked(string question) => new("stage-asked", $"設問「{question}」が答える段階を、なくそうとしています。", "その設問が答える段階を先に変えてください。");

    public static Refusal QuestionsTooMany(int most) => new("questions-too-many", $"設問は{most}までです。", "使わない設問を消すか、様式を分けてください。");

    public static Refusal QuestionStageMissing(string question) => new("question-stage-missing", $"設問「{question}」に、どの段階が答えるかがありません。", "答える段階を1つ以上選んでください。");

    public static readonly Refusal TextLimitOutside = new("text-limit-outside", "字数の上限は、1から100,000までです。", "字数を直してください。決めなければ空にしてください。");

    public static Refusal ChoicesOutside(string question, int least, int most) => new("choices-outside", $"設問「{question}」の選択肢(表では列)は、{least}から{most}までです。", "1行に1つずつ書いてください。");

    public static Refusal ChoiceTwice(string question) => new("choice-twice", $"設問「{question}」に、同じ選択肢か空の選択肢があります。", "選択肢を、それぞれ違う言葉にしてください。");

    public static Refusal FormInUse(string form, string year) => new("form-in-use", $"様式「{form}」は{year}から使っているため、変えられません。", "写しをつくって直し、使い始める年度を決めてください。");

    public static Refusal FormEmpty(string form) => new("form-empty", $"様式「{form}」に、答える設問がありません。", "設問を加えてから、使い始める年度を決めてください。");

    public static Refusal FormYearTaken(string year, string other) => new("form-year-taken", $"{year}から使う同じ種類の様式に、もう「{other}」があります。", "別の年度を選ぶか、種類を変えてください。");

    public static readonly Refusal QuestionTwice = new("question-twice", "様式の設定に、同じキーの設問が2つあります。", "取り出したままの設定を使うか、片方の設問のキーを消してください。");

    public static readonly Refusal QuestionGone = new("question-gone", "この設問は、もうありません。", "様式の画面を開き直してください。");

    public static Refusal FormFileUnread(string why) => new("form-file-unread", $"様式の設定を読み取れません({why})。", "「設定を取り出す」で取り出したファイルか、同じ書き方のファイルを選んでください。");

    public static Refusal PrintFormUnread(string why) => new("print-form-unread", $"印刷の様式を読み取れません({why})。", "書き方を確かめて、もう一度選んでください。もとからある様式と同じ書き方のファイルが要ります。");
}
