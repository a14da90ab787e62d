using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Organization;
using Shirube.Ui.Text;

namespace Shirube.Office.Features.Office;

[AllowAnonymous]
public sealed class AnswerPage(IServiceProvider services) : PageModel
{
    public string Title { get; private set; } = "";
    public string What { get; private set; } = "";
    public string ToDo { get; private set; } = "";

    /// <summary>The page that explains this refusal, where one was denied.</summary>
    public string? WhyAddress { get; private set; }

    public void OnGet(int status)
    {
        // why: strangers too are answered here, and have no office database to be looked up in.
        if (status == 403 && User.Identity?.IsAuthenticated == true && services.GetRequiredService<SignedIn>().May(Operation.Read) && HttpContext.Features.Get<Denied>() is { Operation: { } missing })
            WhyAddress = WhyPage.AddressOf(missing, HttpContext.Features.Get<AskedPath>()?.Path);
        Response.StatusCode = status == 403 ? 403 : 404;
        (Title, What, ToDo) = status == 403 ? Denial(HttpContext.Features.Get<Denied>())
            : ("ページが見つかりません", "このアドレスのページはないか、削除されました。", User.Identity?.IsAuthenticated == true ? "アドレスを確かめるか、業務の一覧や上のさがす欄から探してください。" : "アドレスを確かめてください。職員の方は、サインインすると、業務の一覧から探せます。");
    }

    private static (string, string, string) Denial(Denied? denied) => denied switch
    {
        { Refusal: { } refusal } => ("ほかの部課の内容です", refusal.What, refusal.ToDo),
        { Operation: { } operation } => ("この画面を使う役割がありません", $"「{Names.Of(operation)}」には、{RolesFor(operation)}の役割が必要です。", "必要なときは、政策企画か管理者の役割の人に頼んでください。"),
        _ => ("この画面は使えません", "この操作をする役割がありません。", "政策企画か管理者の役割の人に頼んでください。"),
    };

    private static string RolesFor(Operation operation)
    {
        var roles = Enum.GetValues<Role>().Where(r => Permissions.ScopeOf(r, operation) != Scope.None).Select(Names.Of).ToList();
        return roles.Count == 1 ? roles[0] : $"{string.Join("、", roles)}のどれか";
    }
}
