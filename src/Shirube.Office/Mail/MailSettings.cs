using System.Globalization;
using System.Text.Json;
using Shirube.Domain.Common;

namespace Shirube.Office.Mail;

/// <summary>Which relay takes the mail, in whose name, and under which address people reach the office's pages.</summary>
/// <param name="OfficeUrl">As a browser of the staff writes it, without a path: https://shirube.example.lg.jp.</param>
public sealed record MailSettings(string Host, int Port, bool Tls, string Sender, string? User, string? Password, Uri OfficeUrl);

/// <summary>Where the settings are found: a JSON file, and variables of the environment that go before it. Read anew each time, so that a corrected file holds at once.</summary>
public sealed class MailSettingsSource(string file, Func<string, string?> environment)
{
    private const int UsualPort = 25;

    public string FilePath => file;

    public bool HasFile => File.Exists(file);

    /// <summary>Null where no relay is named at all; throws the refusal of what is named wrongly.</summary>
    public MailSettings? Read()
    {
        var given = FromFile();
        string? Of(string name) => Blank.ToNull(environment($"SHIRUBE_MAIL_{Variable(name)}")) ?? Blank.ToNull(given.GetValueOrDefault(name));
        if (Of("host") is not { } host)
            return given.Count == 0 ? null : throw Missing("host");
        var port = Of("port") is not { } text ? UsualPort : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65536 ? number : throw Missing("port");
        var tls = Of("tls") is null or "no" ? false : Of("tls") == "starttls" ? true : throw Missing("tls");
        var sender = Of("sender") is { } from && MailAddresses.WhyNot(from) is null ? from : throw Missing("sender");
        var office = Uri.TryCreate(Of("officeUrl"), UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url! : throw Missing("officeUrl");
        return new(host, port, tls, sender, Of("user"), Of("password"), office);
    }

    /// <summary>The settings, or why no mail can leave.</summary>
    public (MailSettings? Settings, Refusal? WhyNot) Ask()
    {
        try
        {
            var found = Read();
            return (found, found is null ? Refusals.MailNotConfigured : null);
        }
        catch (RefusalException refused)
        {
            return (null, refused.Refusal);
        }
    }

    private Dictionary<string, string?> FromFile()
    {
        if (!HasFile)
            return [];
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file));
            return document.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ValueKind == JsonValueKind.Null ? null : p.Value.ToString());
        }
        catch (Exception odd) when (odd is JsonException or InvalidOperationException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new RefusalException(Refusals.MailSettingsUnreadable(file, odd.Message));
        }
    }

    private static string Variable(string name) => name == "officeUrl" ? "OFFICE_URL" : name.ToUpperInvariant();

    private static RefusalException Missing(string name) => new(Refusals.MailSettingMissing(name));
}
