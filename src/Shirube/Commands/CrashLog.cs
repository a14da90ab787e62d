namespace Shirube.Commands;

/// <summary>Keeps what went wrong unexpectedly in a file of the data folder, and says where in one sentence.</summary>
internal static class CrashLog
{
    public static string Keep(Exception bug, DirectoryInfo data)
    {
        try
        {
            var now = TimeProvider.System.GetUtcNow();
            var file = Path.Combine(data.FullName, "logs", $"{now:yyyyMMdd-HHmmss}.log");
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.AppendAllText(file, $"{now:O}\n{bug}\n");
            return $"思わぬ誤りで終わりました。くわしい記録は {file} にあります。";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"思わぬ誤りで終わりました({bug.GetType().Name}: {bug.Message.ReplaceLineEndings(" ")})。記録を {data.FullName} に残せませんでした。";
        }
    }
}
