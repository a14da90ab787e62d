using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirube.Data;
using Shirube.Domain.Common;

namespace Shirube.Office.Common;

/// <summary>A page with forms: shows itself again with what was typed, after a refusal.</summary>
public interface IShowsAgain
{
    /// <summary>Reads what the view shows; the forms keep what was posted.</summary>
    Task<IActionResult> ShowAgain();

    /// <summary>The same where nothing of the page has run yet, because a field could not be read: first sees whether the person may have the form at all.</summary>
    Task<IActionResult> ShowUnread() => ShowAgain();

    /// <summary>Puts the saved text beside the typed one when somebody else saved first; null where the page cannot, and shows the refusal instead.</summary>
    Task<IActionResult?> ShowConflict() => Task.FromResult<IActionResult?>(null);
}

/// <summary>Turns a refusal into the page's error summary, keeping what was typed (or into 409 ProblemDetails where JSON was asked for), and an overtaken save into the conflict page. Nothing was saved.</summary>
internal sealed class RefusalFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var page = context.HandlerInstance as PageModel;
        if (page is IShowsAgain shows && !context.ModelState.IsValid && !HttpMethods.IsGet(context.HttpContext.Request.Method))
        {
            context.Result = await Unread(page!, shows);
            return;
        }
        var done = await next();
        if (done is { Exception: { } failure, ExceptionHandled: false } && page is not null && await Answer(page, failure) is { } answer)
            (done.ExceptionHandled, done.Result) = (true, answer);
        else if (page is not null && done.Result is PageResult && !context.ModelState.IsValid && WantsJson(page))
            done.Result = new ObjectResult(new ValidationProblemDetails(context.ModelState) { Status = 409 }) { StatusCode = 409 };
    }

    private static async Task<IActionResult> Unread(PageModel page, IShowsAgain shows)
    {
        try
        {
            return await shows.ShowUnread();
        }
        catch (RefusalException refusal)
        {
            return (await Answer(page, refusal))!;
        }
    }

    private static bool WantsJson(PageModel page) => page.Request.GetTypedHeaders().Accept.Any(a => a.MediaType == "application/json");

    private static async Task<IActionResult?> Answer(PageModel page, Exception failure)
    {
        if (failure is not (RefusalException or DbUpdateConcurrencyException))
            return null;
        page.HttpContext.RequestServices.GetRequiredService<OfficeDb>().ChangeTracker.Clear();
        var refusal = (failure as RefusalException)?.Refusal ?? Refusals.Overtaken;
        if (refusal.Code == Refusals.OtherDepartment("").Code || refusal.Code == Refusals.IndicatorOfOthers("").Code || refusal.Code == Refusals.SheetOfOthers.Code)
        {
            page.HttpContext.Features.Set(new Denied(null, refusal));
            return new StatusCodeResult(StatusCodes.Status403Forbidden);
        }
        if (page is not IShowsAgain shows || WantsJson(page))
            return new ObjectResult(new ProblemDetails { Status = 409, Title = refusal.What, Detail = refusal.ToDo, Type = $"urn:shirube:{refusal.Code}" }) { StatusCode = 409 };
        if (failure is DbUpdateConcurrencyException && await shows.ShowConflict() is { } conflict)
            return conflict;
        page.ModelState.AddModelError("", refusal.ToString());
        return await shows.ShowAgain();
    }
}
