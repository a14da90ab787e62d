using System.Diagnostics;
using Shirube.Data;
using Shirube.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Web.Tests.Import;

/// <summary>The program as a command, on a data folder of its own with one municipality.</summary>
internal sealed class CommandRun : IDisposable
{
    public static readonly MunicipalityCode Code = MunicipalityCode.Parse("032158");

    public CommandRun() => Catalogue.Create(Code, "奥州市");

    public string Folder { get; } = Directory.CreateTempSubdirectory("shirube-cli-").FullName;

    public Catalogue Catalogue => new(Folder, TimeProvider.System);

    public string File(string name, byte[] content)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, "files")).FullName, name);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    public Task<(int Code, string Output, string Error)> Run(params string[] arguments) => RunIn(Folder, arguments);

    public static async Task<(int Code, string Output, string Error)> RunIn(string folder, params string[] arguments)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(here.Parent!.Parent!.FullName, "Shirube", here.Name, "Shirube.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments, "--data", folder]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    /// <summary>How many rows the office database has in all.</summary>
    public async Task<long> RowsAsync()
    {
        await using var db = Catalogue.Open(Code);
        return await db.Projects.LongCountAsync() + await db.Departments.LongCountAsync() + await db.Plans.LongCountAsync() + await db.Indicators.LongCountAsync()
            + await db.ImportRuns.LongCountAsync() + await db.ChangeEntries.LongCountAsync();
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
