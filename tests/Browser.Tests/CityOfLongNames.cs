using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Browser.Tests;

/// <summary>The demonstration municipality with names as long as names get, published: of a department 60 characters, of a project 120, and some that nowhere break.</summary>
public sealed class CityOfLongNames : IAsyncLifetime
{
    private const string Department = "子ども若者未来部妊娠出産子育て切れ目のない支援推進室総合相談窓口及び地域子育て支援拠点連携調整担当課(第一係から第四係まで)";
    private const string Project = "国の補助金と県の交付金と基金の繰入れを合わせて行う、中山間地域の小さな集落に残る道路・水路・集会所などを住民と一緒に直しながら使い続けるための、調査・設計・工事・見守りを一体で進める令和の地域共同管理モデル形成推進及び横展開支援等総合事業";
    private const string Unbroken = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    public City City { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await City.InitializeAsync();
        await City.Ask(async db =>
        {
            await db.Departments.ExecuteUpdateAsync(d => d.SetProperty(x => x.Name, x => x.Name + Department));
            await db.Projects.ExecuteUpdateAsync(p => p.SetProperty(x => x.Name, x => x.Name + Project));
            await db.Projects.Where(p => EF.Functions.Like(p.Number!, "%1")).ExecuteUpdateAsync(p => p.SetProperty(x => x.Name, x => x.Name + Unbroken));
            await db.Indicators.ExecuteUpdateAsync(i => i.SetProperty(x => x.Name, x => x.Name + Project));
            await db.Plans.ExecuteUpdateAsync(p => p.SetProperty(x => x.Name, x => x.Name + Department));
            await db.PlanItems.ExecuteUpdateAsync(i => i.SetProperty(x => x.Title, x => x.Title + Project).SetProperty(x => x.PlainTitle, x => x.PlainTitle + Project));
            await db.People.ExecuteUpdateAsync(p => p.SetProperty(x => x.Name, x => x.Name + Unbroken));
            // why: wide spaces at the end of a line hang over it and widened the page.
            return await db.Projects.ExecuteUpdateAsync(p => p.SetProperty(x => x.Text.Outline, x => "補助金を使う。" + new string('\u3000', 60) + "\n" + Unbroken));
        });
        await City.Publish("長い名前の公表");
    }

    public async ValueTask DisposeAsync() => await City.DisposeAsync();
}
