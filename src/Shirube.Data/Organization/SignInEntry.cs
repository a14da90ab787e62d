using System.Security.Cryptography;
using System.Text;

namespace Shirube.Data;

/// <summary>One line of the sign-in log. It lies apart from the change log, because it is personal and is deleted after a time.</summary>
public sealed class SignInEntry
{
    private SignInEntry(Guid id, DateTime atUtc, SignInOutcome result)
    {
        Id = id;
        AtUtc = atUtc;
        Result = result;
    }

    public Guid Id { get; private set; }
    public DateTime AtUtc { get; private set; }
    public Guid? AccountId { get; private set; }
    /// <summary>What was typed where it is no account's name, without telling it: people type passwords into the wrong field.</summary>
    public string? TypedName { get; private set; }
    public SignInOutcome Result { get; private set; }
    /// <summary>Until when a lock lasts.</summary>
    public DateTime? UntilUtc { get; private set; }
    public string? Address { get; private set; }
    public string? Browser { get; private set; }

    public static SignInEntry Of(SignInOutcome result, DateTime atUtc, Guid? account, string? typedName, DateTime? untilUtc, string? address, string? browser) =>
        new(Guid.CreateVersion7(new DateTimeOffset(atUtc)), atUtc, result) { AccountId = account, TypedName = typedName is null ? null : Veiled(typedName), UntilUtc = untilUtc, Address = address, Browser = browser };

    /// <summary>The same word is seen to be the same word again: how long it is, and the start of its hash.</summary>
    public static string Veiled(string text) => $"{text.Length}文字・{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Normalize().ToUpperInvariant())))[..6]}";
}

/// <summary>What came of a try to sign in, and how a session ended.</summary>
public enum SignInOutcome
{
    SignedIn,
    PasswordRight,
    RecoveryCodeUsed,
    WrongPassword,
    UnknownName,
    WrongCode,
    RepeatedCode,
    Locked,
    Closed,
    TooMany,
    SignedOut,
    SignedOutEverywhere,
    SessionEnded,
}
