using System.CommandLine;
using Shirube.Domain.Common;
using Shirube.Office.Organization;

namespace Shirube.Commands;

/// <summary>Invites a person, the first one of a municipality too: prints the link with which the person sets up the account.</summary>
internal static class InviteCommand
{
    private static readonly Argument<string> Name = new("NAME") { Description = "招待する職員の名前" };
    private static readonly Option<string> Role = new("--role") { Description = "役割: 政策企画(planning-office)、財政(finance)、入力担当(entrant)、課長・部長(department-head)、閲覧(reader)、管理者(administrator)", HelpName = "ROLE", Required = true };
    private static readonly Option<string> Department = new("--department") { Description = "所属する部課の名前かコード(入力担当と課長・部長では必要です)", HelpName = "NAME|CODE" };

    public static Command Make()
    {
        var command = new Command("invite", "職員を招待し、アカウントをつくるための一度だけ使えるアドレスを出します。") { Name, Role, Subject.Municipality, Department };
        command.SetAction(Invite);
        return command;
    }

    private static async Task Invite(ParseResult parsed, CancellationToken stop)
    {
        var catalogue = parsed.Catalogue();
        var code = parsed.MunicipalityIn(catalogue).Code;
        await using var db = catalogue.Open(code);
        db.Change = new(null, "invite", null);
        var invited = await new Invitations(db, Subject.Clock).Invite(parsed.GetValue(Name)!, parsed.GetValue(Role)!, parsed.GetValue(Department));
        await db.SaveChangesAsync(stop);
        var until = Tokyo.At(invited.Invitation.UntilUtc);
        parsed.Print(new { path = invited.Path(code), until }, p => $"{p.path}\n{p.until:yyyy年M月d日}まで、一度だけ使えます。この設置のアドレスのうしろに続けて開いてください。");
    }
}
