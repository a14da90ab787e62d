using Microsoft.AspNetCore.Mvc;
using Shirube.Ui.Controls;

namespace Shirube.Public.Features.Public.Common;

/// <summary>Every address of the public face that is no page.</summary>
public sealed class NotFoundModel : PublicPage
{
    public IActionResult OnGet() =>
        Message(404, "ページが見つかりません", "お探しのページはありません。アドレスが正しいか確かめるか、下からお進みください。", new Crumb("ホームへ", "~/"), new Crumb("計画の一覧", "~/plans"), new Crumb("さがす", "~/search"));
}
