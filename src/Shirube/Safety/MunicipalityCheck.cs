using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Exchange.Publishing;

namespace Shirube.Safety;

/// <summary>Checks one municipality: its database, change log, releases, kept files, jobs and last backup. Changes nothing, not even the schema.</summary>
internal sealed class MunicipalityCheck(Catalogue catalogue, Municipality municipality, TimeProvider clock)
{
    private const string SeeVerify = "docs/runbooks/when-verify-fails.md の手順で対応してください。";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancel) =>
    [
        .. await Guard("データベース", () => DatabaseAsync(cancel)),
        .. await Guard("公表", () => Task.FromResult(Releases())),
        .. await Guard("取り込んだファイル", () => Task.FromResult(KeptFiles(cancel))),
        .. await Guard("バックアップ", () => Task.FromResult(Backup())),
    ];

    private async Task<IReadOnlyList<Finding>> Guard(string check, Func<Task<IReadOnlyList<Finding>>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return [DatabaseTrouble.In(failure) is { } trouble ? Fault(check, trouble.What, trouble.ToDo) : Fault(check, $"確かめられませんでした({failure.Message.ReplaceLineEndings(" ")})。", "docs/runbooks/damaged-database.md の手順で対応してください。")];
        }
    }

    private async Task<IReadOnlyList<Finding>> DatabaseAsync(CancellationToken cancel)
    {
        var database = catalogue.AsItIs(municipality);
        await using var db = database.Open();
        var findings = new List<Finding>();
        if (database.IsSqlite && await Scalars(db, "SELECT quick_check AS \"Value\" FROM pragma_quick_check LIMIT 3") is var faults && faults is not ["ok"])
            return [Fault("データベース", $"データベースのファイルが壊れています({FirstOf(faults)})。", "画面(serve)を止め、docs/runbooks/damaged-database.md の手順で、バックアップから戻してください。")];
        findings.Add(database.IsSqlite ? Ok("データベース", $"{catalogue.SqliteFile(municipality.Code)}({new FileInfo(catalogue.SqliteFile(municipality.Code)).Length / 1024.0 / 1024:0.0}MB)は壊れていません。") : await ServerAsync(db));
        var state = database.Schema() ?? throw new RefusalException(Refusals.DatabaseWithoutTables);
        findings.Add(state.Pending.Count == 0 ? Ok("データベースの版", $"{state.Applied[^1].Name} まで適用済みで、最新です。") : Caution("データベースの版", $"まだ適用していないものが{state.Pending.Count}件あります({string.Join("、", state.Pending.Select(p => p.Name))})。", "./shirube migrate を実行してください(先にバックアップをつくります)。"));
        findings.Add(await db.ChangeLog.VerifyAsync(cancel) is { } broken ? Fault("変更履歴", $"変更履歴の{broken.Sequence}番: {broken.What}", SeeVerify) : Ok("変更履歴", "始めから終わりまでつながっています。"));
        if (state.Pending.Count == 0)
            findings.AddRange(await OfficeChecks.RunAsync(db, cancel) is { Count: > 0 } odd ? odd.Select(o => Fault("データの参照", o, SeeVerify)) : [Ok("データの参照", "指す先のない行はありません。")]);
        findings.AddRange(await TimesAsync(db, cancel));
        return findings;
    }

    private async Task<Finding> ServerAsync(OfficeDb db)
    {
        var version = int.Parse((await Scalars(db, "SELECT current_setting('server_version_num') AS \"Value\""))[0], System.Globalization.CultureInfo.InvariantCulture);
        var encoding = (await Scalars(db, "SELECT current_setting('server_encoding') AS \"Value\""))[0];
        var locale = (await Scalars(db, "SELECT datcollate::text AS \"Value\" FROM pg_database WHERE datname = current_database()"))[0];
        var what = $"PostgreSQL {version / 10000}、文字コード {encoding}、ロケール {locale} に接続できます。";
        return encoding != "UTF8" ? Fault("データベース", what, "文字コードがUTF8のデータベースをつくり、./shirube migrate --to で移してください。")
            : version < 150000 ? Caution("データベース", what, "PostgreSQL 15以上を使ってください。")
            : locale is "C" or "POSIX" ? Caution("データベース", what, "日本語の検索のため、--locale=C.utf8 でつくったクラスターを使ってください。") : Ok("データベース", what);
    }

    private async Task<IReadOnlyList<Finding>> TimesAsync(OfficeDb db, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var newest = await db.ChangeEntries.OrderByDescending(e => e.Sequence).Select(e => (DateTime?)e.AtUtc).FirstOrDefaultAsync(cancel);
        var open = await db.Jobs.Where(j => j.EndedAtUtc == null).Select(j => new { j.QueuedAtUtc, j.AliveAtUtc, j.TakenBy }).ToListAsync(cancel);
        var stale = open.Count(j => j.TakenBy is null ? now - j.QueuedAtUtc > TimeSpan.FromHours(1) : j.AliveAtUtc is not { } alive || now - alive > JobTable.Patience);
        return
        [
            newest is { } last && last > now.AddMinutes(5) ? Fault("時計", $"この機械の時計は、最後の変更({Tokyo.At(last):yyyy年M月d日H時m分})より遅れています。", "時計を合わせてください(NTP)。") : Ok("時計", "最後の変更より進んでいます。"),
            stale > 0 ? Caution("時間のかかる処理", $"待ったまま、または止まったままの処理が{stale}件あります。", "画面(serve)が動いているか確かめてください。動いていれば、起動し直すと続きます。") : Ok("時間のかかる処理", "止まっているものはありません。"),
        ];
    }

    private IReadOnlyList<Finding> Releases()
    {
        var found = new ReleaseVerification(catalogue.Folder).Verify(municipality.Code);
        return found.IsSound ? [Ok("公表", $"{found.Releases}件(うち取り下げ {found.Withdrawn}件)のつながりと署名は正しいです。")] : [.. found.Findings.Select(f => Fault("公表", f, SeeVerify))];
    }

    private IReadOnlyList<Finding> KeptFiles(CancellationToken cancel)
    {
        var folder = Path.Combine(catalogue.Folder, municipality.Code.Value, "imports");
        if (!Directory.Exists(folder))
            return [];
        var findings = new List<Finding>();
        var count = 0;
        foreach (var kept in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            cancel.ThrowIfCancellationRequested();
            count++;
            var file = Path.Combine(kept, "file");
            if (!File.Exists(file) || HashOf(file) != Path.GetFileName(kept))
                findings.Add(Fault("取り込んだファイル", $"{file} がないか、受け取ったときから変わっています。", "バックアップの files/imports から戻してください。取り込んだあとの内容は失われていません。"));
        }

        return findings.Count > 0 ? findings : [Ok("取り込んだファイル", $"{count}件とも受け取ったままです。")];
    }

    private IReadOnlyList<Finding> Backup()
    {
        if (BackupMark.Of(catalogue.Folder, municipality.Code) is not { } last)
            return [Caution("バックアップ", "バックアップの記録がありません(まだつくっていないか、戻したばかりです)。", $"./shirube backup --municipality {municipality.Code} を実行し、毎晩行うようにしてください(docs/runbooks/keep-the-data-safe.md)。")];
        var days = (int)(clock.GetUtcNow().UtcDateTime - last.AtUtc).TotalDays;
        var what = $"最後のバックアップは{Tokyo.At(last.AtUtc):yyyy年M月d日H時m分}の {last.File} です。";
        return [days > 7 ? Caution("バックアップ", what, $"{days}日たっています。毎晩のバックアップが動いているか確かめてください。")
            : !File.Exists(last.File) ? Caution("バックアップ", what, "その場所に、いまはありません。別の場所へ移したのでなければ、つくり直してください。") : Ok("バックアップ", what)];
    }

    // why: SQLite writes a heading and all findings into one row.
    private static string FirstOf(List<string> faults) => faults.SelectMany(f => f.Split('\n')).FirstOrDefault(l => !l.StartsWith("***", StringComparison.Ordinal)) ?? faults[0];

    private static string HashOf(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static Task<List<string>> Scalars(OfficeDb db, string sql) => db.Database.SqlQueryRaw<string>(sql).ToListAsync();

    private Finding Ok(string check, string what) => new(municipality.Code.Value, check, Health.Ok, what, null);

    private Finding Caution(string check, string what, string toDo) => new(municipality.Code.Value, check, Health.Caution, what, toDo);

    private Finding Fault(string check, string what, string toDo) => new(municipality.Code.Value, check, Health.Fault, what, toDo);
}
