namespace Shirube.Office.Mail;

/// <summary>One mail in plain text.</summary>
public sealed record MailLetter(string To, string Subject, string Text);

/// <summary>What a relay made of a mail.</summary>
public enum MailEnd
{
    Taken,
    /// <summary>This recipient or this mail is refused for good.</summary>
    Refused,
    /// <summary>Not now, but perhaps later.</summary>
    Later,
    /// <summary>The relay itself cannot be used: no other mail would leave either.</summary>
    Unreachable,
}

/// <param name="Words">Why, where it was not taken.</param>
public sealed record MailAnswer(MailEnd End, string? Words = null);

/// <summary>The way out for mail: a relay that the municipality runs.</summary>
public interface IMailRelay
{
    Task<MailAnswer> Send(MailLetter letter, MailSettings by, CancellationToken cancel);
}
