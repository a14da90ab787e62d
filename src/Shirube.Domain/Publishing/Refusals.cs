namespace Shirube.Domain.Common;

public static partial class Refusals
{
    public static readonly Refusal ReleaseBusy = new("release-busy", "ほかの公表が終わらないため、公表できませんでした。", "少し待ってから、もう一度公表してください。");

    public static readonly Refusal ReleaseClockBehind = new("release-clock-behind", "時計が前回の公表より前を指しているため、公表できません。", "サーバーの時計を確かめてください。");

    public static Refusal ReleaseUnknown(string release) => new("release-unknown", $"公表「{release}」はありません。", "公表の一覧で番号を確かめてください。");

    public static Refusal ReleaseAlreadyWithdrawn(string release) => new("release-already-withdrawn", $"公表「{release}」はすでに取り下げられています。", "公表の一覧で状態を確かめてください。");

    public static readonly Refusal WithdrawalReasonMissing = new("withdrawal-reason-missing", "取り下げの理由が空です。", "取り下げの理由を入力してください。理由は公開されます。");

    public static Refusal ReleaseSchemaNewer(string release, int schema) => new("release-schema-newer", $"公表「{release}」は、このプログラムより新しい形式(版{schema})で作られているため、読めません。", "プログラムを新しい版に入れ替えてください。");

    public static Refusal ReleaseDamaged(string release) => new("release-damaged", $"公表「{release}」のファイルが、作られたときの内容と一致しません。", "検証(verify)で確かめ、控えのファイルから戻してください。");

    public static Refusal SigningKeyDamaged(string file) => new("signing-key-damaged", $"署名の鍵「{file}」を読めません。", "鍵のファイルを控えから戻してください。");
}
