using Shirube.Data;
using Shirube.Domain.Common;

namespace Shirube.Safety;

/// <summary>Checks what the municipalities of an installation share: the folder, the disk, the clock, the list, the keys.</summary>
internal sealed class InstallationCheck(Catalogue catalogue, TimeProvider clock)
{
    private const long Gigabyte = 1024 * 1024 * 1024;

    public IEnumerable<Finding> Run() =>
    [
        Folder(),
        Space(),
        Clock(),
        List(),
        .. Strays(),
        Keys(),
    ];

    private Finding Folder()
    {
        var probe = Path.Combine(catalogue.Folder, $".write-{Guid.NewGuid():N}");
        try
        {
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return new(null, "データのフォルダー", Health.Ok, $"{catalogue.Folder} に書き込めます。", null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(null, "データのフォルダー", Health.Fault, $"{catalogue.Folder} に書き込めません({e.Message})。", "フォルダーがあること、持ち主と権限、ディスクが読み取り専用になっていないことを確かめてください。");
        }
    }

    private Finding Space()
    {
        var free = new DriveInfo(catalogue.Folder).AvailableFreeSpace;
        var used = Directory.Exists(catalogue.Folder) ? new DirectoryInfo(catalogue.Folder).EnumerateFiles("office.db*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }).Sum(f => f.Length) : 0;
        var what = $"ディスクの空きは{free / (double)Gigabyte:#,0.0}GBです(データベースは合わせて{used / (double)Gigabyte:#,0.00}GB)。";
        return free < Math.Max(used, Gigabyte / 16) ? new(null, "ディスクの空き", Health.Fault, what, "保存できなくなる前に、古いバックアップ、put-aside、logs を別のディスクへ移すか消して、空きをつくってください(backup --keep が古いものを消すのは、新しいものを書いたあとです)。")
            : free < Math.Max(3 * used, Gigabyte) ? new(null, "ディスクの空き", Health.Caution, what, "バックアップと復元には、データベースの3倍ほどの空きが要ります。")
            : new(null, "ディスクの空き", Health.Ok, what, null);
    }

    private Finding Clock()
    {
        var now = clock.GetUtcNow();
        return now.Year is < 2026 or > 2100
            ? new(null, "時計", Health.Fault, $"この機械の時計は{now:yyyy年M月d日}です。", "時計を合わせてください(NTP)。変更履歴と公表の日付が狂います。")
            : new(null, "時計", Health.Ok, $"東京の時刻で{Tokyo.At(now.UtcDateTime):yyyy年M月d日H時m分}です。", null);
    }

    private Finding List()
    {
        try
        {
            var all = catalogue.All;
            return all.Count == 0 ? new(null, "団体の一覧", Health.Caution, "登録された団体がありません。", "--data の場所を確かめるか、./shirube new か restore を実行してください。")
                : new(null, "団体の一覧", Health.Ok, $"{all.Count}団体が登録されています。", null);
        }
        catch (RefusalException refused)
        {
            return new(null, "団体の一覧", Health.Fault, refused.Refusal.What, refused.Refusal.ToDo);
        }
    }

    private IEnumerable<Finding> Strays()
    {
        if (!Directory.Exists(catalogue.Folder))
            yield break;
        foreach (var folder in Directory.EnumerateDirectories(catalogue.Folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal))
        {
            if (folder == "restoring")
                yield return new(null, "途中の復元", Health.Caution, $"途中で止まった復元の残りが {Path.Combine(catalogue.Folder, folder)} にあります。", "いま復元していなければ、このフォルダーを消し、脇へ置いた前のデータ(put-aside)を確かめてください。");
            else if (MunicipalityCode.WhyNot(folder) is null && Known(folder) is false)
                yield return new(folder, "登録のない団体", Health.Caution, $"フォルダー {folder} がありますが、団体の一覧にありません。", "一覧(catalogue.json)を失ったときは、書き直してください(docs/runbooks/damaged-database.md)。要らないものなら、別の場所へ移してください。");
        }
    }

    private bool? Known(string code)
    {
        try
        {
            return catalogue.Find(MunicipalityCode.Parse(code)) is not null;
        }
        catch (RefusalException)
        {
            // why: the list itself cannot be read, which is said already.
            return null;
        }
    }

    private static bool IsOpenTo(string path, UnixFileMode others) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & others) != UnixFileMode.None;

    private Finding Keys()
    {
        var keys = Path.Combine(catalogue.Folder, "keys");
        if (OperatingSystem.IsWindows() || !Directory.Exists(keys))
            return new(null, "鍵の権限", Health.Ok, "確かめる鍵はまだありません。", null);
        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        var open = Directory.EnumerateDirectories(keys).Where(d => IsOpenTo(d, Others | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute))
            .SelectMany(d => Directory.EnumerateFiles(d)).Where(f => (Path.GetFileName(f) == "signing.pem" || f.EndsWith(".xml", StringComparison.Ordinal)) && IsOpenTo(f, Others)).ToList();
        return open.Count == 0 ? new(null, "鍵の権限", Health.Ok, "署名の鍵とサインインの鍵は、持ち主だけが読めます。", null)
            : new(null, "鍵の権限", Health.Fault, $"ほかの利用者も読める鍵が{open.Count}個あります({open[0]} など)。", $"chmod -R go-rwx {keys} を実行してください。");
    }
}
