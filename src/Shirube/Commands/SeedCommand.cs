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
        return new Command("seed", "見本の団体をつくります。") { small, Large("city", SampleSize.City), Large("huge", SampleSize.Huge) };
    }

    private static Command Large(string name, SampleSize size)
    {
        var command = new Command(name, $"架空の団体「{size.Name}」({size.Code})を、計画項目{size.Items:#,0}・事務事業{size.Projects:#,0}・指標{size.Indicators:#,0}の大きさでつくります。すべて「サンプル」と記します。");
        command.SetAction(async (parsed, stop) =>
        {
            var made = await new LargeSampleMunicipality(parsed.Catalogue(), Subject.Clock, size).MakeAsync(stop);
            parsed.Print(made, m => $"見本の団体 {m.Code}「{m.Name}」をつくりました(部課 {m.Departments:#,0}、職員 {m.People:#,0}人、計画項目 {m.PlanItems:#,0}、事務事業 {m.Projects:#,0}件、指標 {m.Indicators:#,0}件、すべてサンプル)。サインインのしかたは demonstration.txt にあります。");
        });
        return command;
    }
}
