using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Ui.Controls;
using Shirube.Ui.Text;

namespace Shirube.Office.Organization;

/// <summary>The sign-in log in the city's words.</summary>
public static class OutcomeWords
{
    public static string Of(SignInOutcome outcome) => outcome switch
    {
        SignInOutcome.SignedIn => "サインインした",
        SignInOutcome.PasswordRight => "パスワードが合った",
        SignInOutcome.RecoveryCodeUsed => "予備コードを使った",
        SignInOutcome.WrongPassword => "パスワードが違った",
        SignInOutcome.UnknownName => "ないアカウント名だった",
        SignInOutcome.WrongCode => "確認コードが違った",
        SignInOutcome.RepeatedCode => "使い終えた確認コードだった",
        SignInOutcome.Locked => "続けて間違えて止まっていた",
        SignInOutcome.Closed => "利用を止めてあった",
        SignInOutcome.TooMany => "同じ場所から間違いが多すぎた",
        SignInOutcome.SignedOut => "サインアウトした",
        SignInOutcome.SignedOutEverywhere => "すべてサインアウトさせた",
        _ => "時間がたって切れた",
    };

    public static Tone ToneOf(SignInOutcome outcome) => outcome switch
    {
        SignInOutcome.SignedIn => Tone.Good,
        SignInOutcome.RecoveryCodeUsed or SignInOutcome.WrongPassword or SignInOutcome.UnknownName or SignInOutcome.WrongCode or SignInOutcome.RepeatedCode => Tone.Warn,
        SignInOutcome.Locked or SignInOutcome.Closed or SignInOutcome.TooMany => Tone.Bad,
        _ => Tone.Plain,
    };

    /// <summary>令和8年11月22日 21時34分</summary>
    public static string When(DateTime utc) => $"{Format.Day(Tokyo.DayOf(utc))} {Tokyo.At(utc):H時mm分}";
}

/// <summary>One line of the log as pages show it.</summary>
public sealed record SignInLine(DateTime AtUtc, string? UserName, string? TypedName, SignInOutcome Result, DateTime? UntilUtc, string? Address, string? Browser)
{
    public string Who => UserName ?? (TypedName is null ? "" : $"(登録なし:{TypedName})");
}
