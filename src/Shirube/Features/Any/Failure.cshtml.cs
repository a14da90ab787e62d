using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Ui.Hosting;

namespace Shirube.Features.Any;

/// <summary>What a request gets that ended in an exception or a bare status: a page of its own face, or ProblemDetails where JSON was asked for.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed partial class FailureModel : PageModel
{
    public string Title { get; private set; } = "";
    public string What { get; private set; } = "";
    public string ToDo { get; private set; } = "";

    public string Layout => HttpContext.CurrentFace() switch
    {
        Face.Office => "_OfficeLayout",
        Face.Public => "_PublicLayout",
        _ => "_RootLayout",
    };

    public IActionResult OnGet() => Answer();

    public IActionResult OnPost() => Answer();

    private IActionResult Answer()
    {
        var failure = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        var status = StatusOf(failure);
        (Title, What, ToDo) = DatabaseTrouble.Under(failure) is { } trouble ? TroubleWords(trouble)
            : failure is RefusalException refused ? ("できませんでした", refused.Refusal.What, refused.Refusal.ToDo) : Words(status);
        Response.StatusCode = status;
        return WantsJson ? new ObjectResult(new ProblemDetails { Status = status, Title = What, Detail = ToDo }) { StatusCode = status } : Page();
    }

    private int StatusOf(Exception? failure) => failure switch
    {
        _ when DatabaseTrouble.Under(failure) is not null => StatusCodes.Status503ServiceUnavailable,
        RefusalException => StatusCodes.Status409Conflict,
        BadHttpRequestException bad => bad.StatusCode,
        null when HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null => Response.StatusCode,
        null => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status500InternalServerError,
    };

    private (string, string, string) TroubleWords(Refusal trouble) => HttpContext.CurrentFace() == Face.Office
        ? ("保存も表示もできません", $"{WithoutDetail().Replace(trouble.What, "")}入力したものは保存していません。", $"システムの担当に、次のとおり伝えてください:「{trouble.ToDo}」")
        : ("いまは表示できません", "しくみの側の都合で、いまは表示できません。", "しばらくしてからもう一度開いてください。");

    // why: what the machine says names folders and hosts, and this page is shown to who has not signed in, too; the log has it.
    [GeneratedRegex(@"\(.*\)(?=、|。|ため)|(/[^/\s「」()]+)*/(?=[^/\s「」()]+)", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WithoutDetail();

    private (string, string, string) Words(int status) => status switch
    {
        400 => ("受け付けられません", "送られた内容を受け付けられませんでした。", "前の画面を開き直して、もう一度送ってください。"),
        404 => ("ページが見つかりません", "このアドレスのページはありません。", "アドレスを確かめるか、はじめの画面から進んでください。"),
        405 => ("受け付けられません", "このアドレスでは、その操作はできません。", "はじめの画面から進んでください。"),
        413 => ("ファイルが大きすぎます", "送られたファイルは大きすぎます。", "64MBまでのファイルにしてください。"),
        _ => ("思わぬ誤りが起きました", $"処理の途中で思わぬ誤りが起きました(番号 {HttpContext.TraceIdentifier})。", "しばらくしてからもう一度試し、続くときは番号を添えてシステムの担当に知らせてください。"),
    };

    private bool WantsJson =>
        Request.GetTypedHeaders().Accept is { Count: > 0 } accepted && accepted[0].MediaType.Value?.EndsWith("json", StringComparison.OrdinalIgnoreCase) == true
        || OriginalPath.StartsWithSegments("/api");

    private PathString OriginalPath =>
        HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? Request.Path;
}
