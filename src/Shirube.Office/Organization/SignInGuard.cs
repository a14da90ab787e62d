using Microsoft.AspNetCore.Http;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Office.Common;

namespace Shirube.Office.Organization;

/// <summary>Stands before both steps of a sign-in: how often an address may be wrong, and the form that waits behind the sign-in.</summary>
public sealed class SignInGuard(SignInRate rate, KeptForms kept, SignInLog log, IHttpContextAccessor http)
{
    public async Task<Refusal?> WhyNot(OfficeDb db)
    {
        if (!rate.IsOver(log.Address))
            return null;
        log.Add(SignInOutcome.TooMany, null);
        await db.SaveChangesAsync();
        return Refusals.SignInTooMany;
    }

    public void NoteWrong() => rate.NoteWrong(log.Address);

    public KeptForm? Open(string? text, Guid account) => kept.Open(text, account, http.HttpContext!);
}

/// <summary>Where a sign-in leads: an address of the same municipality's office, never another site.</summary>
internal static class ReturnPath
{
    public static string Of(HttpContext http, string? path)
    {
        var start = $"{http.Request.PathBase}/";
        return path is { Length: > 0 } && path.StartsWith(start, StringComparison.Ordinal) && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\', StringComparison.Ordinal) && !path.Any(char.IsControl)
            && !path.StartsWith($"{start}sign-", StringComparison.Ordinal) ? path : start;
    }
}
