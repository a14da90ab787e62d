using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shirube.Data;
using Shirube.Domain.Organization;
using Shirube.Office.Jobs;
using Shirube.Office.Organization;
using Shirube.Office.Printing;
using Shirube.Office.Projects.Calls;
using Shirube.Office.Projects.Import;
using Shirube.Office.Search;
using Shirube.Ui.Hosting;

namespace Shirube.Office.Common;

/// <summary>What the program calls once for the office face. It gives the <see cref="Catalogue"/> itself.</summary>
public static class OfficeHosting
{
    /// <param name="mailFile">Where the settings of the mail relay are found.</param>
    public static IServiceCollection AddOffice(this IServiceCollection services, string mailFile)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton(new Mail.MailSettingsSource(mailFile, Environment.GetEnvironmentVariable));
        services.AddScoped(DatabaseOfTheRequest);
        services.AddScoped<SignedIn>();
        services.AddScoped<Reach>();
        services.AddScoped<WorkScope>().AddScoped<OfficeState>().AddScoped<RecentRecords>().AddScoped<DueList>();
        services.AddScoped<IDueSource, CallsDue>().AddScoped<IDueSource, UnfinishedDue>().AddScoped<IDueSource, PlanDaysDue>().AddScoped<IDueSource, Evaluation.SheetsDue>().AddScoped<IDueSource, Evaluation.ReviewsDue>();
        services.AddScoped<Accounts>();
        services.AddScoped<Invitations>();
        services.AddScoped<Lists.OfficeLists>();
        services.AddScoped<Lists.Views>();
        services.AddScoped<Lists.ListDesk>();
        services.AddScoped<Indicators.ValuesDesk>();
        services.AddScoped<Evaluation.SheetDesk>().AddScoped<Evaluation.WorkbookMaking>().AddScoped<Evaluation.WorkbookReading>().AddScoped<Evaluation.WorkbookTaking>();
        services.AddSingleton<Evaluation.FormMemory>();
        services.AddSingleton<Lists.ListMemory>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, MissingRole>();
        services.AddSingleton<KeptFiles>();
        services.AddSingleton<ImportJobs>();
        foreach (var kind in new[] { ImportJobs.PreviewKind, ImportJobs.TakeInKind, ImportJobs.UndoKind })
            services.AddSingleton(provider => provider.GetRequiredService<ImportJobs>().Kinds.Single(k => k.Name == kind));
        services.AddSingleton<Evaluation.SheetBundles>();
        services.AddSingleton(provider => provider.GetRequiredService<Evaluation.SheetBundles>().Kind);
        services.AddSingleton<JobQueue>();
        services.AddSingleton<Evaluation.ReminderJobs>();
        foreach (var kind in new[] { Evaluation.ReminderJobs.DayKind, Evaluation.ReminderJobs.SendKind })
            services.AddSingleton(provider => provider.GetRequiredService<Evaluation.ReminderJobs>().Kinds.Single(k => k.Name == kind));
        services.AddSingleton<Mail.IMailRelay>(new Mail.SmtpRelay());
        services.AddHostedService<JobWorker>();
        services.AddSingleton<IPagePrinter>(new ChromiumPrinter());
        services.AddSingleton(provider => new PaperPress(provider.GetRequiredService<IPagePrinter>(), provider.GetRequiredService<IWebHostEnvironment>().WebRootPath));
        services.AddSingleton<VisitLog>();
        services.AddHostedService(provider => provider.GetRequiredService<VisitLog>());
        SignInRules.Add(services);
        OperationPolicies.Add(services);
        services.Configure<MvcOptions>(JapaneseMessages.Set);
        // why: AddRazorPages, called after this, begins a new list of conventions.
        services.PostConfigure<RazorPagesOptions>(o => o.Conventions.ConfigureFilter(new RefusalFilter()).ConfigureFilter(new VisitFilter()).ConfigureFilter(new SavedNote()).ConfigureFilter(new Lists.ListWalk()).ConfigureFilter(new CallLead()));
        return services;
    }

    /// <summary>Call after UseMunicipalityPath and before UseRouting.</summary>
    public static IApplicationBuilder UseOffice(this IApplicationBuilder app) => app.UseMiddleware<OfficeAnswers>().UseMiddleware<SignInAgain>();

    /// <summary>Addresses of the office that are no pages.</summary>
    public static void MapOffice(this IEndpointRouteBuilder routes) =>
        // why: asking it is use, which puts off the end of the session; the page's warning asks it when the person goes on.
        routes.MapGet("/account/session", (HttpContext http) => Results.Json(new { left = (long)(http.Features.Get<SessionTime>()?.Left.TotalSeconds ?? 0) }))
            .WithMetadata(new FaceMetadata(Face.Office)).RequireAuthorization(nameof(Operation.Read));

    private static OfficeDb DatabaseOfTheRequest(IServiceProvider services)
    {
        var http = services.GetRequiredService<IHttpContextAccessor>().HttpContext;
        if (http?.CurrentFace() != Face.Office)
            throw new InvalidOperationException("Only requests of the office face have an office database.");
        var db = services.GetRequiredService<Catalogue>().Open(http.Municipality().Code);
        db.Change = new(null, "office", null);
        return db;
    }
}
