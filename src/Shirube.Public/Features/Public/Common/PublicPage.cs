using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;
using Shirube.Domain.Common;
using Shirube.Exchange.Publishing;
using Shirube.Public.Features.Public.Plans;
using Shirube.Ui.Controls;
using Shirube.Ui.Hosting;
using Shirube.Ui.Text;

namespace Shirube.Public.Features.Public.Common;

/// <summary>A citizens' page: made from one release, the current one or the one of the day asked for with ?as-of=.</summary>
[AllowAnonymous]
public abstract class PublicPage : PageModel
{
    public Release Release { get; private set; } = null!;
    public DateOnly Today { get; private set; }
    public CurrentMunicipality Municipality => HttpContext.Municipality();

    protected ReleaseStore Releases => HttpContext.RequestServices.GetRequiredService<ReleaseStore>();

    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Today = Tokyo.DayOf(HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        context.Result = Open();
        return context.Result is null ? base.OnPageHandlerExecutionAsync(context, next) : Task.CompletedTask;
    }

    /// <summary>A page that says in its own layout why there is nothing here.</summary>
    protected IActionResult Message(int status, string heading, string text, params Crumb[] ways) => new PartialViewResult
    {
        ViewName = "/Features/Public/Common/_Message.cshtml",
        StatusCode = status,
        ViewData = new ViewDataDictionary<Message>(ViewData, new Message(heading, text, ways)),
    };

    /// <summary>A text of a plan with its words explained and its figures shown.</summary>
    public IHtmlContent Text(string? markdown, int topHeading = 2)
    {
        var asOf = HttpContext.Features.Get<ShownRelease>()?.AsOf is { } day ? $"?as-of={day:yyyy-MM-dd}" : "";
        return PlanText.Render(Release, markdown, topHeading, path => $"{Url.Content("~/")}{path}{asOf}");
    }

    protected IActionResult Missing(string what) =>
        Message(404, "ページが見つかりません", $"{what}は、この公表の内容にありません。", new Crumb("ホームへ", "~/"), new Crumb("さがす", "~/search"));

    private IActionResult? Open()
    {
        var asked = Request.Query["as-of"].ToString();
        if (asked.Length > 0 && !DateOnly.TryParseExact(asked, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return Message(400, "日付を読み取れません", $"「{(asked.Length > 30 ? asked[..30] + "…" : asked)}」は日付として読めません。2026-11-22のように、年-月-日で指定してください。", new Crumb("いまの内容を見る", "~/"));
        try
        {
            return asked.Length == 0 ? OpenCurrent() : OpenAsOf(DateOnly.ParseExact(asked, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
        catch (RefusalException refused)
        {
            return Message(503, "いまは表示できません", refused.Refusal.ToString());
        }
    }

    private IActionResult? OpenCurrent() =>
        Releases.Current(Municipality.Code) is { } current ? Show(current, null)
        : Message(404, "まだ公表されていません", $"{Municipality.Name}の総合計画は、このサイトではまだ公表されていません。公表されると、計画・事業・指標をここで読めるようになります。", new Crumb("公表の記録", "~/releases"));

    private IActionResult? OpenAsOf(DateOnly day)
    {
        if (day > Today)
            return Message(400, "まだ来ていない日付です", $"{Format.Day(day)}はまだ来ていません。きょう({Format.Day(Today)})までの日付を指定してください。", new Crumb("いまの内容を見る", "~/"));
        var found = Releases.AsOf(Municipality.Code, day);
        if (found.Release is { } release)
            return Show(release, day);
        if (found.Withdrawn is { } withdrawn)
            return Message(410, "取り下げられた公表です", $"{Format.Day(day)}の時点で公表されていた内容({Format.Day(withdrawn.Day)}の公表)は、{Format.Day(Tokyo.DayOf(withdrawn.Withdrawal!.WithdrawnAt))}に取り下げられました。理由: {withdrawn.Withdrawal.Why}", new Crumb("公表の記録", "~/releases"), new Crumb("いまの内容を見る", "~/"));
        var first = Releases.List(Municipality.Code) is [.., var oldest] ? $"最初の公表は{Format.Day(oldest.Day)}です。" : "";
        return Message(404, "この日にはまだ公表がありません", $"{Format.Day(day)}の時点では、まだ何も公表されていませんでした。{first}", new Crumb("いまの内容を見る", "~/"));
    }

    private IActionResult? Show(Release release, DateOnly? asOf)
    {
        Release = release;
        HttpContext.Features.Set(new ShownRelease(release.Id.ToString(), release.Entry.Day, asOf, release.Entry.Manifest.Counts.GetValueOrDefault("sheets") + release.Entry.Manifest.Counts.GetValueOrDefault("evaluations") > 0));
        return null;
    }
}

/// <summary>What a page without content says, and the ways on from it.</summary>
public sealed record Message(string Heading, string Text, IReadOnlyList<Crumb> Ways);
