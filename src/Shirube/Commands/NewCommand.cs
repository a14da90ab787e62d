using System.CommandLine;
using Shirube.Data;
using Shirube.Domain.Common;

namespace Shirube.Commands;

internal static class NewCommand
{
    private static readonly Argument<string> Code = new("CODE") { Description = "団体コード(6桁)" };
    private static readonly Option<string> Name = new("--name") { Description = "団体の名前", HelpName = "NAME", Required = true };
    private static readonly Option<string?> Connection = new("--connection") { Description = "PostgreSQLへの接続文字列(なければSQLiteのファイル)", HelpName = "CONNECTION" };

    private sealed record Result(string Code, string Name, string Database);

    public static Command Make()
    {
        var command = new Command("new", "空の団体を登録します。") { Code, Name, Connection };
        command.SetAction(parsed =>
        {
            var code = MunicipalityCode.Parse(parsed.GetRequiredValue(Code));
            var made = parsed.Catalogue().Create(code, parsed.GetRequiredValue(Name), parsed.GetValue(Connection));
            parsed.Print(new Result(made.Code.Value, made.Name, made.Connection is null ? "sqlite" : "postgresql"),
                r => $"団体 {r.Code}「{r.Name}」を登録しました。最初の人を招待するには ./shirube invite 名前 --role 政策企画 --municipality {r.Code} を実行してください。");
        });
        return command;
    }
}
