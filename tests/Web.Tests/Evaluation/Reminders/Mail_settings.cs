using Shirube.Domain.Common;
using Shirube.Office.Mail;
using Shouldly;
using Xunit;

namespace Web.Tests.Evaluation;

public sealed class Mail_settings : IDisposable
{
    private readonly string file = Path.GetTempFileName();
    private readonly Dictionary<string, string?> environment = [];

    public void Dispose() => File.Delete(file);

    [Fact]
    public void The_environment_goes_before_the_file()
    {
        File.WriteAllText(file, """{"host":"from.file","port":2525,"tls":"starttls","sender":"a@example.lg.jp","user":"u","password":"p","officeUrl":"https://office.example"}""");
        Read().ShouldBe(new MailSettings("from.file", 2525, true, "a@example.lg.jp", "u", "p", new("https://office.example")));
        (environment["SHIRUBE_MAIL_HOST"], environment["SHIRUBE_MAIL_TLS"], environment["SHIRUBE_MAIL_OFFICE_URL"]) = ("from.environment", "no", "http://10.0.0.1:5080");
        Read().ShouldBe(new MailSettings("from.environment", 2525, false, "a@example.lg.jp", "u", "p", new("http://10.0.0.1:5080")));
    }

    [Fact]
    public void Without_a_host_anywhere_there_is_no_relay()
    {
        File.Delete(file);
        Read().ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"sender":"a@example.jp","officeUrl":"https://x"}""", "mail-setting-missing")]
    [InlineData("""{"host":"h","sender":"a@example.jp","officeUrl":"ftp://x"}""", "mail-setting-missing")]
    [InlineData("""{"host":"h","sender":"a@example.jp\r\nBcc: b@example.jp","officeUrl":"https://x"}""", "mail-setting-missing")]
    [InlineData("""{"host":"h","port":"70000","sender":"a@example.jp","officeUrl":"https://x"}""", "mail-setting-missing")]
    [InlineData("""{"host":"h","tls":"maybe","sender":"a@example.jp","officeUrl":"https://x"}""", "mail-setting-missing")]
    [InlineData("[1]", "mail-settings-unreadable")]
    [InlineData("{", "mail-settings-unreadable")]
    public void Settings_that_are_wrong_are_said_to_be(string text, string code)
    {
        File.WriteAllText(file, text);
        Should.Throw<RefusalException>(Read).Refusal.Code.ShouldBe(code);
    }

    [Fact]
    public async Task A_line_break_in_a_subject_or_an_address_begins_no_header_of_its_own()
    {
        await using var relay = new SmtpListener();
        var settings = new MailSettings("127.0.0.1", relay.Port, false, "a@example.lg.jp", null, null, new("https://x.example"));
        (await new SmtpRelay().Send(new("b@example.lg.jp", "お知らせ\r\nBcc: c@example.lg.jp", "本文\n.\n終わり"), settings, TestContext.Current.CancellationToken)).End.ShouldBe(MailEnd.Taken);
        var mail = relay.Mails.Single();
        mail.All("Bcc").ShouldBeEmpty();
        mail.Decoded("Subject").ShouldBe("お知らせ Bcc: c@example.lg.jp");
        mail.Text.ShouldBe("本文\r\n.\r\n終わり");
    }

    [Theory]
    [InlineData("553 sender not allowed", MailEnd.Unreachable)]
    [InlineData("530 authentication required", MailEnd.Unreachable)]
    [InlineData("451 local error", MailEnd.Later)]
    public async Task A_relay_that_refuses_the_sender_keeps_every_mail_and_not_this_one_alone(string answer, MailEnd end)
    {
        await using var relay = new SmtpListener { AnswerToSender = answer };
        var settings = new MailSettings("127.0.0.1", relay.Port, false, "a@example.lg.jp", null, null, new("https://x.example"));
        (await new SmtpRelay().Send(new("b@example.lg.jp", "件名", "本文"), settings, TestContext.Current.CancellationToken)).End.ShouldBe(end);
    }

    [Fact]
    public async Task A_subject_of_many_characters_is_folded_between_characters()
    {
        await using var relay = new SmtpListener();
        var settings = new MailSettings("127.0.0.1", relay.Port, false, "a@example.lg.jp", null, null, new("https://x.example"));
        var subject = string.Concat(Enumerable.Repeat("令和八年度の𠮷野町", 12));
        await new SmtpRelay().Send(new("b@example.lg.jp", subject, "本文"), settings, TestContext.Current.CancellationToken);
        relay.Mails.Single().Decoded("Subject").ShouldBe(subject);
        relay.Mails.Single().HeaderLines.Split("\r\n").ShouldAllBe(l => l.Length <= 78);
    }

    private MailSettings? Read() => new MailSettingsSource(file, name => environment.GetValueOrDefault(name)).Read();
}
