using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;

namespace Shirube.Office.Organization;

/// <summary>A key on its way to an authenticator app: nothing is stored before a code proves that it arrived.</summary>
public sealed record PendingKey(Guid Account, string Key, DateTime AtUtc);

/// <summary>Second factors of accounts: keys, codes and recovery codes. The caller saves.</summary>
public sealed class SecondFactors(OfficeDb db, IDataProtectionProvider protection, TimeProvider clock)
{
    public const int Codes = 10;
    private static readonly TimeSpan SetUpTime = TimeSpan.FromMinutes(20);

    private readonly IDataProtector keys = protection.CreateProtector("Shirube.SecondFactor", "key");
    private readonly IDataProtector pending = protection.CreateProtector("Shirube.SecondFactor", "pending");

    public PendingKey NewKey(Guid account) => new(account, TimeCode.NewKey(), clock.GetUtcNow().UtcDateTime);

    /// <summary>What the QR code says to the app (otpauth, as authenticator apps read it).</summary>
    public static string Address(string key, string municipality, string userName)
    {
        var issuer = Uri.EscapeDataString($"標 {municipality}");
        // why: a long Japanese name would make the code too fine to read; the app needs it only to tell entries apart.
        var name = Uri.EscapeDataString(userName.Length > 20 ? userName[..20] : userName);
        return $"otpauth://totp/{issuer}:{name}?secret={key}&issuer={issuer}";
    }

    public string Seal(PendingKey key) => pending.Protect(JsonSerializer.Serialize(key));

    /// <summary>The pending key of this account, or a refusal where it is another's, too old or damaged.</summary>
    public PendingKey Open(string? text, Guid account)
    {
        try
        {
            if (JsonSerializer.Deserialize<PendingKey>(pending.Unprotect(text ?? "")) is { } key && key.Account == account && clock.GetUtcNow().UtcDateTime - key.AtUtc < SetUpTime)
                return key;
        }
        catch (CryptographicException)
        {
            // why: a text of another installation or a changed one is as good as none.
        }
        throw new RefusalException(Refusals.SecondFactorSetUpOver);
    }

    /// <summary>Starts the second factor with a code that proves the app has the key; the recovery codes, which are shown this once.</summary>
    public IReadOnlyList<string> TurnOn(Account account, PendingKey key, string code)
    {
        (account.TwoFactorEnabled ? Refusals.SecondFactorAlreadyOn : null).ThrowIfAny();
        var now = clock.GetUtcNow();
        if (TimeCode.Match(key.Key, code, now) is not { } step)
            throw new RefusalException(TimeCode.Offset(key.Key, code, now) is { } off ? Refusals.ClockOff((int)Math.Round(Math.Abs(off.TotalMinutes), MidpointRounding.AwayFromZero), off > TimeSpan.Zero) : Refusals.CodeWrong);
        var factor = SecondFactor.For(account.Id, keys.Protect(key.Key), now.UtcDateTime);
        factor.Use(step);
        db.SecondFactors.Add(factor);
        account.TwoFactorEnabled = true;
        return AddCodes(account);
    }

    public async Task TurnOff(Account account)
    {
        db.SecondFactors.RemoveRange(await db.SecondFactors.Where(f => f.AccountId == account.Id).ToListAsync());
        db.RecoveryCodes.RemoveRange(await db.RecoveryCodes.Where(c => c.AccountId == account.Id).ToListAsync());
        account.TwoFactorEnabled = false;
    }

    /// <summary>Ten new recovery codes; the earlier ones are worth nothing from now on.</summary>
    public async Task<IReadOnlyList<string>> NewCodes(Account account)
    {
        (account.TwoFactorEnabled ? null : Refusals.SecondFactorOff).ThrowIfAny();
        db.RecoveryCodes.RemoveRange(await db.RecoveryCodes.Where(c => c.AccountId == account.Id).ToListAsync());
        return AddCodes(account);
    }

    public Task<int> CodesLeft(Guid account) => db.RecoveryCodes.CountAsync(c => c.AccountId == account && c.UsedAtUtc == null);

    /// <summary>Uses up a code of the app or a recovery code; says what it was.</summary>
    public async Task<SignInOutcome> Use(Guid account, string code)
    {
        var plain = TimeCode.Plain(code);
        if (plain.Length != 6)
            return await UseRecoveryCode(account, plain) ? SignInOutcome.RecoveryCodeUsed : SignInOutcome.WrongCode;
        if (await db.SecondFactors.SingleOrDefaultAsync(f => f.AccountId == account) is not { } factor || TimeCode.Match(keys.Unprotect(factor.SealedKey), plain, clock.GetUtcNow()) is not { } step)
            return SignInOutcome.WrongCode;
        return factor.Use(step) ? SignInOutcome.SignedIn : SignInOutcome.RepeatedCode;
    }

    private async Task<bool> UseRecoveryCode(Guid account, string plain)
    {
        var hash = Hash(account, plain);
        if (await db.RecoveryCodes.FirstOrDefaultAsync(c => c.AccountId == account && c.Hash == hash && c.UsedAtUtc == null) is not { } there)
            return false;
        there.Use(clock.GetUtcNow().UtcDateTime);
        return true;
    }

    // why: 80 bits each, so that a plain hash cannot be searched; read aloud in four groups.
    private List<string> AddCodes(Account account)
    {
        var codes = Enumerable.Range(0, Codes).Select(_ => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString("23456789ABCDEFGHJKLMNPQRSTUVWXYZ", 4)))).ToList();
        db.RecoveryCodes.AddRange(codes.Select(c => RecoveryCode.For(account.Id, Hash(account.Id, TimeCode.Plain(c)))));
        return codes;
    }

    private static string Hash(Guid account, string plain) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{account:N}/{plain}")));
}
