using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Shirube.Data;
using Shirube.Ui.Hosting;

namespace Shirube.Office.Organization;

/// <summary>Sign-in by password: one cookie per municipality, ended after three idle hours.</summary>
internal static class SignInRules
{
    public const int Tries = 5;
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan Idle = TimeSpan.FromHours(3);
    public const string MunicipalityClaim = "municipality";

    public static void Add(IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = Accounts.Hashing.IterationCount);
        services.AddIdentityCore<Account>(o =>
            {
                o.Lockout = new() { AllowedForNewUsers = true, MaxFailedAccessAttempts = Tries, DefaultLockoutTimeSpan = LockedFor };
                o.User.AllowedUserNameCharacters = "";
            })
            .AddEntityFrameworkStores<OfficeDb>().AddSignInManager();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, Cookie);
    }

    private static void Cookie(CookieAuthenticationOptions options)
    {
        // why: no path is set here, so it is the PathBase, /office/{code}: a cookie of one municipality is not even sent to another.
        options.Cookie.Name = "shirube.office";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "return";
        options.Events.OnValidatePrincipal = Validate;
        options.Events.OnSigningIn = context =>
        {
            (context.Principal!.Identity as ClaimsIdentity)!.AddClaim(new(MunicipalityClaim, context.HttpContext.Municipality().Code.Value));
            return Task.CompletedTask;
        };
    }

    private static async Task Validate(CookieValidatePrincipalContext context)
    {
        var principal = context.Principal!;
        var http = context.HttpContext;
        var isHere = http.CurrentFace() == Face.Office && principal.FindFirstValue(MunicipalityClaim) == http.Features.Get<CurrentMunicipality>()?.Code.Value;
        if (isHere && Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var account)
            && await http.RequestServices.GetRequiredService<SignedIn>().Read(account, principal.FindFirstValue("AspNet.Identity.SecurityStamp"), http))
            return;
        context.RejectPrincipal();
    }
}
