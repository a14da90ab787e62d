using Shouldly;
using Given;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Exchange.Publishing;
using Shirube.Office.Publishing;
using Shirube.Safety;

namespace Web.Tests.Safety;

/// <summary>A data folder with one municipality that has content, a release, keys and a kept file.</summary>
internal sealed class KeptCity : IDisposable
{
    public static readonly MunicipalityCode Code = Sample.Code;
    public static readonly MunicipalityCode Other = MunicipalityCode.Parse("032034");

    private readonly TemporaryFolder folder = new();

    public string Data => Path.Combine(folder.Path, "data");
    public Catalogue Catalogue => SafeUpgrade.Catalogue(Data, TimeProvider.System, Quiet);
    public Municipality City => Catalogue.Find(Code)!;
    public static Progress Quiet => new(quiet: true);

    public static async Task<KeptCity> Make(string? connection = null)
    {
        var city = new KeptCity();
        city.Catalogue.Create(Code, "サンプル市", connection);
        await using (var db = city.Catalogue.Open(Code))
        {
            var sample = await Sample.FillAsync(db);
            db.Add(new Account(sample.Person.Id, "hanako"));
            await db.SaveChangesAsync();
            await new Publication(new ReleaseStore(city.Data), new ReleaseWriter(city.Data, TimeProvider.System)).PublishAsync(db, new(Code, "サンプル市"), "はじめて", CancellationToken.None);
        }

        var kept = Directory.CreateDirectory(Path.Combine(city.Data, Code.Value, "imports", new string('a', 64))).FullName;
        File.WriteAllText(Path.Combine(kept, "file"), "見本のファイル");
        return city;
    }

    public string In(params string[] path) => Path.Combine([folder.Path, .. path]);

    public static async Task<string> Refused(Func<Task> act) => (await Should.ThrowAsync<RefusalException>(act)).Refusal.Code;

    public string Backup() => new Backups(Catalogue, TimeProvider.System, Quiet).Make(City, In("backups", $"{Guid.NewGuid():N}.zip"), null, CancellationToken.None).File;

    public void Export(string to, bool withoutAccounts = false)
    {
        using var writer = new FolderCopyWriter(to);
        new Packing(Catalogue, TimeProvider.System, Quiet).Pack(City, writer, new(withoutAccounts, false), CancellationToken.None);
    }

    public static async Task<Restored> Restore(string copy, string data, bool replace = false, MunicipalityCode? named = null, string? connection = null)
    {
        using var reader = CopyReader.At(copy);
        return await new Restoring(SafeUpgrade.Catalogue(data, TimeProvider.System, Quiet), TimeProvider.System, Quiet).RunAsync(reader, new(named, replace, connection), CancellationToken.None);
    }

    /// <summary>Every table of a municipality by name, as one hash each.</summary>
    public static Dictionary<string, TableSum> Tables(string data)
    {
        var catalogue = new Catalogue(data, TimeProvider.System);
        using var snapshot = new OfficeSnapshot(catalogue.AsItIs(catalogue.Find(Code)!));
        return snapshot.Tables.ToDictionary(t => t.Name, t => snapshot.Write(t, Stream.Null, CancellationToken.None));
    }

    /// <summary>The files of a data folder and what is in them, without locks and the database's own log.</summary>
    public static Dictionary<string, string> Files(string data) => !Directory.Exists(data) ? [] :
        Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal) && !Path.GetFileName(f).StartsWith("office.db-", StringComparison.Ordinal))
            .ToDictionary(f => Path.GetRelativePath(data, f), f => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f))));

    public void Dispose() => folder.Dispose();
}
