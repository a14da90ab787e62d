namespace Shirube.Files.Workbooks;

/// <summary>What a file may hold. A list of one city's projects stays far below each.</summary>
public static class FileLimits
{
    public const int FilledRows = 100_000;
    public const int Columns = 1_000;
    public const long UnpackedBytes = 1024L * 1024 * 1024;
    /// <summary>An entry above <see cref="SuspiciousBytes"/> may unpack to at most this many times its packed size.</summary>
    public const int PackingRatio = 300;
    public const long SuspiciousBytes = 64L * 1024 * 1024;
}
