using Shirube.Domain.Common;

namespace Shirube.Commands;

/// <summary>Files named on the command line.</summary>
internal static class InputFiles
{
    public static FileStream OpenForReading(this FileInfo file)
    {
        if (Directory.Exists(file.FullName))
            throw new RefusalException(Refusals.InputFileIsFolder(file.FullName));
        try
        {
            return file.OpenRead();
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RefusalException(Refusals.InputFileMissing(file.FullName));
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw new RefusalException(Refusals.InputFileClosed(file.FullName));
        }
    }
}
