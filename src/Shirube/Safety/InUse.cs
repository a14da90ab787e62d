using Shirube.Domain.Common;

namespace Shirube.Safety;

/// <summary>Who uses a data folder: any number of servers and commands together, or one that replaces what lies in it, alone.</summary>
internal static class InUse
{
    /// <summary>Held by everybody who reads or writes the folder in the usual way.</summary>
    public static IDisposable? Together(string folder)
    {
        if (!Directory.Exists(folder))
            return null;
        try
        {
            return new FileStream(FileOf(folder), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException) && File.Exists(FileOf(folder)))
        {
            throw new RefusalException(Refusals.InstallationBeingRestored(folder));
        }
    }

    /// <summary>Held by whoever puts other data in the place of what is there.</summary>
    public static IDisposable Alone(string folder)
    {
        try
        {
            return new FileStream(FileOf(folder), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new RefusalException(Refusals.InstallationInUse(folder));
        }
    }

    private static string FileOf(string folder) => Path.Combine(folder, "in-use.lock");
}
