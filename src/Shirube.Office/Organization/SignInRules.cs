using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Shirube.Data;
using Shirube.Office.Common;
using Shirube.Ui.Hosting;

namespace Shirube.Office.Organization;

/// <summary>Sign-in by password and, where it is on, a code: one cookie per municipality, ended by the municipality's idle time or after a long day.</summary>
internal static class SignInRules
{
    public const int Tries = 5;
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);
    public const string MunicipalityClaim = "municipality";
    private static readonly TimeSpan CodeTime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan RenewAfter = TimeSpan.FromMinutes(1);

    public static void Add(IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = Accounts.Hashing.IterationCount);
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddScoped<SecondFactors>().AddScoped<SignInLog>().AddScoped<SignInCheck>().AddScoped<Sessions>().AddSingleton<SignInRate>().AddScoped<SignInGuard>().AddScoped<AccountMeasures>().AddSingleton<KeptForms>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, Cookie).AddCookie(IdentityConstants.TwoFactorUserIdScheme, CodeCookie);
    }

    private static void Cookie(CookieAuthenticationOptions options)
    {
        Shut(options, "shirube.office");
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "return";
        options.Events.OnValidatePrincipal = Validate;
        options.Events.OnRedirectToLogin = AskToSignIn;
    }

    private static void CodeCookie(CookieAuthenticationOptions options)
    {
        Shut(options, "shirube.code");
        options.ExpireTimeSpan = CodeTime;
        options.SlidingExpiration = false;
    }

    private static void Shut(CookieAuthenticationOptions options, string name)
    {
        // why: no path is set here, so it is the PathBase, /office/{code}: a cookie of one municipality is not even sent to another.
        options.Cookie.Name = name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    private static async Task Validate(CookieValidatePrincipalContext context)
    {
        var principal = context.Principal!;
        var http = context.HttpContext;
        if (http.CurrentFace() == Face.Office && IsOf(http, principal) && Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var account) && Guid.TryParse(principal.FindFirstValue(Sessions.SessionClaim), out var session)
            && await ReadOrRemember(http, () => http.RequestServices.GetRequiredService<SignedIn>().Read(new(account, principal.FindFirstValue(Sessions.StampClaim), session), http)))
        {
            context.ShouldRenew = context.Options.TimeProvider!.GetUtcNow() - context.Properties.IssuedUtc > RenewAfter;
            return;
        }
        context.RejectPrincipal();
    }

    // why: a failure thrown here is kept by the handler and thrown again at the page that would say so; it is thrown after signing in instead.
    private static async Task<bool> ReadOrRemember(HttpContext http, Func<Task<bool>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception failure) when (DatabaseTrouble.Under(failure) is not null)
        {
            http.Features.Set(new UnreadableSession(failure));
            return false;
        }
    }

    // why: what was typed into a form is not lost because the session ended meanwhile; a page that was only to be seen comes again by its address.
    private static async Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var http = context.HttpContext;
        if (http.CurrentFace() == Face.Office && TicketOf(context) is { } ticket && IsOf(http, ticket.Principal))
        {
            await http.RequestServices.GetRequiredService<Sessions>().NoteEnd(ticket);
            if (Guid.TryParse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier), out var account) && await http.RequestServices.GetRequiredService<KeptForms>().Keep(http, account))
                return;
        }
        context.Response.Redirect(context.RedirectUri);
    }

    private static AuthenticationTicket? TicketOf(RedirectContext<CookieAuthenticationOptions> context) =>
        context.Options.CookieManager.GetRequestCookie(context.HttpContext, context.Options.Cookie.Name!) is { } cookie ? context.Options.TicketDataFormat.Unprotect(cookie) : null;

    private static bool IsOf(HttpContext http, ClaimsPrincipal principal) =>
        principal.FindFirstValue(MunicipalityClaim) is { } code && code == http.Features.Get<CurrentMunicipality>()?.Code.Value;
}
