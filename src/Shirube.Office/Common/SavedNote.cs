using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Office.Features.Office;

namespace Shirube.Office.Common;

/// <summary>Whoever saved a record is told so on the page that follows, once. The layout shows it.</summary>
internal sealed class SavedNote : IPageFilter
{
    internal const string Key = "Saved";

    public void OnPageHandlerSelected(PageHandlerSelectedContext context) { }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context) { }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        if (HttpMethods.IsPost(context.HttpContext.Request.Method) && context.Result is LocalRedirectResult && context.HandlerInstance is PageModel page && Saves(page.GetType()) && !page.TempData.ContainsKey("Done") && !page.TempData.ContainsKey(Key))
            page.TempData[Key] = "保存しました。";
    }

    private static bool Saves(Type page) =>
        page == typeof(MoveItemPage) || page.IsSubclassOf(typeof(PutBackPage)) || page.BaseType is { IsGenericType: true } form && form.GetGenericTypeDefinition() == typeof(EditPage<>);
}
