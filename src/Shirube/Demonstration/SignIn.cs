using System.Security.Cryptography;

namespace Shirube.Demonstration;

/// <summary>How somebody signs in to a municipality of the demonstration; nowhere else is a password given out.</summary>
public sealed record SignIn(string Who, string UserName, string Password)
{
    public static SignIn New(string who, string userName) => new(who, userName, NewPassword());

    /// <summary>The file that marks an installation as a demonstration and tells how to sign in.</summary>
    public static string FileIn(string folder) => Path.Combine(folder, "demonstration.txt");

    internal static async Task TellAsync(string folder, string municipality, IEnumerable<SignIn> signIns, TimeProvider clock, CancellationToken stop)
    {
        var lines = signIns.Select(s => $"  {s.Who}: ユーザー名 {s.UserName}  パスワード {s.Password}");
        await File.AppendAllTextAsync(FileIn(folder), $"見本「{municipality}」のサインイン (demonstration sign-ins, made {clock.GetUtcNow():yyyy-MM-dd}):\n{string.Join('\n', lines)}\n", stop);
    }

    private static string NewPassword() =>
        string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 5)));
}
