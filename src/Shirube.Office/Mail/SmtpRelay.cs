using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Sockets;
using System.Text;

namespace Shirube.Office.Mail;

/// <summary>Hands mail to a relay by SMTP (RFC 5321), with STARTTLS where the settings say so.</summary>
public sealed class SmtpRelay : IMailRelay
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public async Task<MailAnswer> Send(MailLetter letter, MailSettings by, CancellationToken cancel)
    {
        using var message = Message(letter, by);
        using var client = new SmtpClient(by.Host, by.Port) { EnableSsl = by.Tls, DeliveryMethod = SmtpDeliveryMethod.Network };
        if (by.User is not null)
            client.Credentials = new NetworkCredential(by.User, by.Password);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            await client.SendMailAsync(message, limit.Token);
            return new(MailEnd.Taken);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new(MailEnd.Unreachable, $"{by.Host} が{Patience.TotalSeconds}秒のあいだ答えませんでした");
        }
        catch (SmtpException refused)
        {
            return Answer(refused, by);
        }
    }

    private static MailMessage Message(MailLetter letter, MailSettings by)
    {
        var message = new MailMessage(new MailAddress(by.Sender, "標", Encoding.UTF8), new MailAddress(letter.To))
        {
            // why: a line break would begin a header of its own.
            Subject = string.Join(' ', letter.Subject.Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)),
            SubjectEncoding = Encoding.UTF8,
            Body = letter.Text.ReplaceLineEndings("\r\n"), BodyEncoding = Encoding.UTF8,
            // why: Japanese in 8-bit lines need not pass every relay; base64 does.
            BodyTransferEncoding = TransferEncoding.Base64,
        };
        message.Headers.Add("Message-ID", $"<{Guid.NewGuid():N}@{by.Sender[(by.Sender.IndexOf('@', StringComparison.Ordinal) + 1)..]}>");
        // why: RFC 3834; an absence notice shall not answer it.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    // why: 4xx is "try again", 5xx is "never" (RFC 5321 §4.2.1), but only the answer to a recipient or to the text is about this mail; any other keeps every mail from leaving.
    private static MailAnswer Answer(SmtpException refused, MailSettings by)
    {
        var said = $"{(int)refused.StatusCode} {refused.Message} {refused.InnerException?.Message}".Trim();
        return refused switch
        {
            SmtpFailedRecipientException one => new((int)one.StatusCode >= 500 ? MailEnd.Refused : MailEnd.Later, $"受け取りを断られました({(int)one.StatusCode} {one.Message})"),
            _ when refused.InnerException is IOException or SocketException || refused.StatusCode is SmtpStatusCode.GeneralFailure => new(MailEnd.Unreachable, $"{by.Host} の{by.Port}番につながりませんでした({said})"),
            _ when refused.StatusCode is SmtpStatusCode.TransactionFailed or SmtpStatusCode.ExceededStorageAllocation => new(MailEnd.Refused, $"{by.Host} が断りました({said})"),
            _ when refused.StatusCode is SmtpStatusCode.MailboxBusy or SmtpStatusCode.LocalErrorInProcessing or SmtpStatusCode.InsufficientStorage => new(MailEnd.Later, $"{by.Host} がいまは断りました({said})"),
            _ => new(MailEnd.Unreachable, $"{by.Host} が送ることを許しませんでした({said})"),
        };
    }
}
