using System.CommandLine;
using Shirube.Demonstration;

namespace Shirube.Commands;

internal static class SeedCommand
{
    private sealed record Result(string Code, string Name, int Projects, IReadOnlyList<SignIn> SignIns);

    public static Command Make()
    {
        var small = new Command("small", "奥州市(032158)の公開資料と、「サンプル」と記した事務事業などで見本をつくります。");
        small.SetAction(async (parsed, stop) =>
        {
            var made = await new DemonstrationMunicipality(parsed.Catalogue(), Subject.Clock).MakeAsync(stop);
            parsed.Print(new Result(made.Code.Value, made.Name, made.Projects, made.SignIns), r => $"見本の団体 {r.Code}「{r.Name}」をつくりました(事務事業 {r.Projects}件、すべてサンプル)。");
        });
        return new Command("seed", "見本の団体をつくります。") { small };
    }
}
