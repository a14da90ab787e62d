using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Bench;

/// <summary>What the measured program has beside its own pages: an empty page for each face, and a way to leave a page unrendered after all that it reads.</summary>
internal sealed class Unrendered : IResultFilter
{
    public const string Header = "X-Unrendered";

    public static void Add(IMvcBuilder pages)
    {
        pages.AddApplicationPart(typeof(Unrendered).Assembly);
        pages.AddMvcOptions(o => o.Filters.Add(new Unrendered()));
    }

    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is PageResult && context.HttpContext.Request.Headers.ContainsKey(Header))
            context.Result = new ContentResult { Content = "read" };
    }

    public void OnResultExecuted(ResultExecutedContext context) { }
}
