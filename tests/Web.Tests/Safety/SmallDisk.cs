using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Web.Tests.Safety;

/// <summary>A small disk of its own in the place of a folder, which can really be filled up and freed again.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string folder;

    private SmallDisk(string folder) => this.folder = folder;

    private string Ballast => Path.Combine(folder, "ballast");

    /// <summary>Puts a disk in the place of the folder, with what is in it. Skips the test where nobody may mount one.</summary>
    public static SmallDisk Under(string folder, int megabytes)
    {
        SqliteConnection.ClearAllPools();
        var aside = Directory.CreateTempSubdirectory("shirube-aside-").FullName;
        Run("cp", "-a", $"{folder}/.", aside);
        Assert.SkipUnless(OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "shirube-test", folder), "A disk that can be filled is mounted by root on Linux; here it cannot be.");
        Run("cp", "-a", $"{aside}/.", folder);
        Directory.Delete(aside, recursive: true);
        return new(folder);
    }

    /// <summary>Writes until not one byte more finds room.</summary>
    public void Fill()
    {
        using var ballast = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var piece = 1 << 20; piece > 0;)
        {
            try
            {
                ballast.Write(new byte[piece]);
            }
            catch (IOException)
            {
                piece /= 2;
            }
        }
    }

    public void Free() => File.Delete(Ballast);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Run("umount", "-l", folder);
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
