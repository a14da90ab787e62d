using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Shirube.Ui.Hosting;

namespace Shirube.Office.Common;

/// <summary>One field of a form as it was sent.</summary>
public sealed record KeptField(string Name, string Value);

/// <summary>A form that was sent after the session had ended: whose, where to, and what was typed.</summary>
public sealed record KeptForm(Guid Account, string Municipality, string Address, DateTime AtUtc, IReadOnlyList<KeptField> Fields)
{
    /// <summary>The texts a person will recognise; numbers, choices and what the page carries for itself are sent along without being shown.</summary>
    public IEnumerable<string> Texts => Fields.Where(f => f.Name != nameof(EditPage<>.Was)).Select(f => f.Value).Where(v => v.Any(c => !char.IsAscii(c)) || v.Trim().Contains(' ', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal);
}

/// <summary>A kept form as the sign-in page carries it, sealed; a feature of the HttpContext.</summary>
internal sealed record SealedForm(string Text);

/// <summary>Keeps forms over a sign-in: sealed, in the page itself, to be opened only by the account that sent them. Nothing is stored.</summary>
public sealed class KeptForms(IDataProtectionProvider protection, TimeProvider clock)
{
    private const int Longest = 300_000;
    private static readonly TimeSpan Time = TimeSpan.FromDays(1);

    private readonly IDataProtector protector = protection.CreateProtector("Shirube.KeptForm");

    /// <summary>Keeps what the request sends; false where it sends no form that could be sent again: a file, or too much.</summary>
    internal async Task<bool> Keep(HttpContext http, Guid account)
    {
        var request = http.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || request.GetTypedHeaders().Accept.Any(a => a.MediaType == "application/json"))
            return false;
        var form = await request.ReadFormAsync(http.RequestAborted);
        // why: a password is never carried on, not even sealed.
        var fields = form.Where(f => f.Key != "__RequestVerificationToken").SelectMany(f => f.Value, (f, value) => new KeptField(f.Key, value ?? "")).ToList();
        if (form.Files.Count > 0 || fields.Count == 0 || fields.Sum(f => f.Name.Length + f.Value.Length) > Longest || fields.Exists(f => f.Name.Contains("Password", StringComparison.OrdinalIgnoreCase)))
            return false;
        var kept = new KeptForm(account, http.Municipality().Code.Value, $"{request.PathBase}{request.Path}{request.QueryString}", clock.GetUtcNow().UtcDateTime, fields);
        http.Features.Set(new SealedForm(protector.Protect(JsonSerializer.Serialize(kept))));
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return true;
    }

    /// <summary>The form, if it is this account's, of this municipality, and not older than a day.</summary>
    public KeptForm? Open(string? text, Guid account, HttpContext http)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        try
        {
            var kept = JsonSerializer.Deserialize<KeptForm>(protector.Unprotect(text));
            return kept is not null && kept.Account == account && kept.Municipality == http.Municipality().Code.Value && clock.GetUtcNow().UtcDateTime - kept.AtUtc < Time ? kept : null;
        }
        catch (CryptographicException)
        {
            // why: what another installation sealed, or somebody changed, is no form.
            return null;
        }
    }
}

/// <summary>Answers a form that came after the end of its session with the sign-in page, which carries it on.</summary>
internal sealed class SignInAgain(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.Features.Get<SealedForm>() is null || context.Response.HasStarted || context.Response.StatusCode != StatusCodes.Status401Unauthorized)
            return;
        var request = context.Request;
        var (path, query) = (request.Path, request.QueryString);
        context.SetEndpoint(null);
        context.Features.Get<IRouteValuesFeature>()?.RouteValues.Clear();
        // why: the form was read already; the sign-in page must not take its fields for its own.
        context.Features.Set<IFormFeature>(null);
        (request.ContentType, request.ContentLength, request.Body) = (null, null, Stream.Null);
        (request.Path, request.Method, request.QueryString) = ("/sign-in", HttpMethods.Get, QueryString.Create("return", $"{request.PathBase}{path}{query}"));
        context.Response.StatusCode = StatusCodes.Status200OK;
        await next(context);
        (request.Path, request.QueryString) = (path, query);
    }
}
