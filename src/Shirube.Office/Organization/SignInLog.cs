using Microsoft.AspNetCore.Http;
using Shirube.Data;

namespace Shirube.Office.Organization;

/// <summary>Writes the sign-in log: when, whose account, what came of it, from where. The caller saves.</summary>
public sealed class SignInLog(OfficeDb db, IHttpContextAccessor http, TimeProvider clock)
{
    /// <summary>The log as the change log speaks of it.</summary>
    public const string Kind = "SignInLog";
    public static readonly Guid Record = new("51690000-0000-7000-8000-000000000001");

    public string? Address => http.HttpContext?.Connection.RemoteIpAddress is { } address ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString() : null;

    public string Browser => BrowserName.Of(http.HttpContext?.Request.Headers.UserAgent.ToString());

    public void Add(SignInOutcome result, Guid? account, string? typed = null, DateTime? untilUtc = null, DateTime? atUtc = null) =>
        db.SignIns.Add(SignInEntry.Of(result, atUtc ?? clock.GetUtcNow().UtcDateTime, account, account is null ? typed : null, untilUtc, Address, Browser));
}
