using System.Net.Sockets;
using Shirube.Domain.Common;
using Shirube.Office.Mail;

namespace Shirube.Safety;

/// <summary>Checks whether reminders can leave: the settings are readable, only their owner reads the password, the relay answers.</summary>
internal sealed class MailCheck(MailSettingsSource source)
{
    private const string Name = "お知らせメール";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<Finding> RunAsync(CancellationToken cancel)
    {
        var (settings, whyNot) = source.Ask();
        if (settings is null)
            return whyNot!.Code == Refusals.MailNotConfigured.Code ? new(null, Name, Health.Ok, "送るサーバーが決まっていないので、メールは出しません(決めるには docs/runbooks/mail.md)。", null)
                : new(null, Name, Health.Fault, whyNot.What, whyNot.ToDo);
        if (source.HasFile && !OperatingSystem.IsWindows() && (File.GetUnixFileMode(source.FilePath) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)) != UnixFileMode.None)
            return new(null, Name, Health.Fault, $"ほかの利用者も、送信の設定 {source.FilePath} を読めます。", $"chmod 600 {source.FilePath} を実行してください。");
        return await Answers(settings, cancel) ? new(null, Name, Health.Ok, $"{settings.Host} の{settings.Port}番が答えました。{settings.Sender} の名前で送ります。", null)
            : new(null, Name, Health.Caution, $"{settings.Host} の{settings.Port}番が答えません。", "サーバーの名前、番号、間にあるファイアウォールを確かめてください。");
    }

    private static async Task<bool> Answers(MailSettings settings, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, limit.Token);
            return true;
        }
        catch (Exception none) when (none is SocketException || (none is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return false;
        }
    }
}
