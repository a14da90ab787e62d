using Shirube.Data;

namespace Shirube.Safety;

/// <summary>An older database is brought up to this program's schema when it is opened, and never without a backup of how it was.</summary>
internal static class SafeUpgrade
{
    public static Catalogue Catalogue(string dataFolder, TimeProvider clock, Progress progress) => new(dataFolder, clock)
    {
        BeforeUpgrade = (municipality, state) =>
        {
            var made = new Backups(new(dataFolder, clock), clock, progress).Make(municipality, null, null, CancellationToken.None);
            progress.Say($"  データベースを {state.Applied[^1].Name} から {state.Pending[^1].Name} まで上げます。前の状態は {made.File} にあります。");
        },
    };
}
