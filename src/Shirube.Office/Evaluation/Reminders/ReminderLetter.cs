using System.Text;
using Shirube.Domain.Common;
using Shirube.Office.Common;
using Shirube.Office.Mail;
using Shirube.Ui.Text;

namespace Shirube.Office.Evaluation;

/// <summary>The reminder as the mail that leaves.</summary>
internal static class ReminderLetter
{
    public static MailLetter Of(Digest digest, MunicipalityCode code, string name, Uri officeUrl, DateOnly today)
    {
        var first = digest.Things.Min(t => t.Day!.Value);
        var text = new StringBuilder();
        text.AppendLine($"{digest.Name} 様").AppendLine().AppendLine($"{name} 総合計画システム「標」から、期限のあるものをお知らせします。").AppendLine();
        foreach (var thing in digest.Things)
        {
            text.AppendLine($"■ {OneLine(thing.Title)}");
            text.AppendLine($"  期限: {Format.DayOfWeek(thing.Day!.Value)} {DaysLeft.Of(thing.Day.Value, today).Words}");
            if (thing.What is { } what)
                text.AppendLine($"  {OneLine(what)}");
            text.AppendLine($"  {Address(thing.Address)}").AppendLine();
        }
        text.AppendLine("――").AppendLine("お知らせの内容は、このメールを送ったときのものです。このメールには返信できません。");
        text.AppendLine($"受け取りについて: {Address("~/account#mail")}");
        return new(digest.Address!, $"【標】期限のお知らせ {digest.Things.Count}件({Format.Day(first)}{(first < today ? "を過ぎたものがあります" : "まで")})", text.ToString());

        string Address(string path) => $"{officeUrl.GetLeftPart(UriPartial.Authority)}/office/{code}{path[1..]}";
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
