using System.Globalization;
using System.Text;
using Given;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Office.Lists;
using Shirube.Office.Projects;
using Shouldly;
using Xunit;

namespace Web.Tests.Lists;

/// <summary>Every comparison on every kind of field, sums, groups and orders, against the same done in memory.</summary>
public sealed class Project_list_against_memory
{
    private static readonly FiscalYear Shown = new(2026);
    private const string Cost = "money.2024.settled.total";
    private const string General = "money.2024.settled.general";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Every_comparison_finds_what_a_person_would_find(Engine engine)
    {
        using var city = await ListedCity.On(engine);
        var misses = new List<string>();
        var tried = 0;
        foreach (var (field, read) in Texts(city))
            foreach (var word in new[] { "道路", "ICT", "ＩＣＴ", "ict", "100%", "１００％", "a_b", "A_B", "𠮷", "吉野", "=式", "水\\道", "1", "２１", "さぽーと", "ｻﾎﾟｰﾄ", "ない言葉" })
            {
                var (plain, folded) = (word.Normalize(NormalizationForm.FormKC), FoldedText.Fold(word));
                await Try($"{field}.has", word, p => FoldedText.Fold(read(p)).Contains(folded));
                await Try($"{field}.starts", word, p => FoldedText.Fold(read(p)).StartsWith(folded, StringComparison.Ordinal));
                await Try($"{field}.is", word, p => read(p) is { } v && (v == word || v == plain));
                await Try($"{field}.not", word, p => read(p) != word && read(p) != plain);
                await Try($"{field}.in", $"{word}|28", p => read(p) is { } v && new[] { word, plain, "28" }.Contains(v));
            }
        foreach (var (field, read) in Texts(city))
        {
            await Try($"{field}.blank", "", p => read(p) is null);
            await Try($"{field}.filled", "", p => read(p) is not null);
        }
        foreach (var (field, read, bounds) in Numbers())
        {
            foreach (var (bound, value) in bounds)
            {
                await Try($"{field}.min", bound, p => read(p) >= value);
                await Try($"{field}.max", bound, p => read(p) <= value);
                await Try($"{field}.is", bound, p => read(p) == value);
                await Try($"{field}.not", bound, p => read(p) != value);
            }
            await Try($"{field}.blank", "", p => read(p) is null);
            await Try($"{field}.filled", "", p => read(p) is not null);
            await Try($"{field}.between", $"{bounds[0].Text}..{bounds[1].Text}", p => read(p) >= bounds[0].Value && read(p) <= bounds[1].Value);
        }
        foreach (var (field, read, words, below) in Choices(city))
        {
            foreach (var word in words)
            {
                await Try($"{field}.is", word, p => read(p) == word);
                await Try($"{field}.not", word, p => read(p) != word);
                if (below is not null)
                    await Try($"{field}.within", word, p => read(p) is { } v && below(word).Contains(v));
            }
            await Try($"{field}.in", string.Join('|', words.Take(2)), p => words.Take(2).Contains(read(p)));
            await Try($"{field}.blank", "", p => read(p) is null);
            await Try($"{field}.filled", "", p => read(p) is not null);
        }
        foreach (var item in city.Items)
        {
            var keys = Below(city, item.Key.Value);
            await Try("place.within", item.Key.Value, p => p.Placements.Any(l => keys.Contains(l.ItemKey.Value)));
        }
        foreach (var typed in new[] { "ICT 道路", "ｉｃｔ　道路", "さぽーと", "ｻﾎﾟｰﾄ １００％", "道路 -補助" })
            await Try("words", typed, p => SearchWords.Parse(typed) is var words && new[] { p.Name, p.Number, p.Text.Outline, p.Class, p.LegalBasis }.Select(FoldedText.Fold).ToList() is var said
                && words.All.All(w => said.Any(t => t.Contains(w.Forms[0]))) && !words.Not.Any(w => said.Any(t => t.Contains(w))));

        misses.ShouldBeEmpty();
        tried.ShouldBeGreaterThan(250);

        async Task Try(string name, string value, Func<Project, bool> meets)
        {
            tried++;
            var result = await Read(city, $"{name}={Uri.EscapeDataString(value)}&size=500");
            var expected = city.Projects.Where(meets).Select(p => p.Key.Value).Order().ToList();
            var found = result.Lines.OfType<RowLine>().Select(r => r.Address!.Split('/')[^1]).Order().ToList();
            if (result.LeftOut.Count > 0 || result.Count != expected.Count || !found.SequenceEqual(expected))
                misses.Add($"{name}={value}: {expected.Count} expected, {result.Count} counted, {found.Count} shown. {string.Join(' ', result.LeftOut.Select(l => l.What))}");
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Sums_are_of_all_that_match_and_say_how_many_told_nothing(Engine engine)
    {
        using var city = await ListedCity.On(engine);
        foreach (var filter in new[] { "", "class.is=補助金等&", "department.blank=&", "name.has=ない言葉&" })
        {
            var result = await Read(city, $"{filter}columns=name,{Cost},{General},share.2024.settled.general,change.2024.settled.total,staff.2024.settled.hours&size=50");
            var rows = city.Projects.Where(p => filter switch { "class.is=補助金等&" => p.Class == "補助金等", "department.blank=&" => p.OwnerIn(Shown) is null, "name.has=ない言葉&" => false, _ => true }).ToList();
            result.Count.ShouldBe(rows.Count);
            if (rows.Count == 0)
                continue;
            Check(result.Totals[1]!, rows, p => Amount(p, 2024, MoneyKind.Total), p => Dash(p, MoneyKind.Total));
            Check(result.Totals[2]!, rows, p => Amount(p, 2024, MoneyKind.General), p => Dash(p, MoneyKind.General));
            Check(result.Totals[4]!, rows, p => Amount(p, 2024, MoneyKind.Total) - Amount(p, 2023, MoneyKind.Total), _ => false);
            Check(result.Totals[5]!, rows, p => p.Staffing.FirstOrDefault()?.Hours, _ => false);
            var both = rows.Where(p => Amount(p, 2024, MoneyKind.General) is not null && Amount(p, 2024, MoneyKind.Total) is not null and not 0).ToList();
            Math.Abs((decimal)result.Totals[3]!.Cell.Value! - both.Sum(p => (decimal)Amount(p, 2024, MoneyKind.General)!.Value) / both.Sum(p => Amount(p, 2024, MoneyKind.Total)!.Value)).ShouldBeLessThan(0.000001m);
            result.Totals[3]!.Missing.ShouldBe(rows.Count - both.Count);
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Groups_count_each_project_once_under_its_main_place_and_stand_before_their_rows_on_every_page(Engine engine)
    {
        using var city = await ListedCity.On(engine);
        foreach (var (group, of) in new (string, Func<Project, string?>)[]
        {
            ("class", p => p.Class),
            ("department", p => p.OwnerIn(Shown) is { } owner ? city.Departments.Single(d => d.Id == owner).Name : null),
            ("item", p => PlaceOf(city, p) is { } key ? Name(city, key) : null),
            ("first", p => p.Period.First?.Era),
            ("level1", p => PlaceOf(city, p) is { } key ? Name(city, city.Items.Where(i => i.ParentId is null).First(i => Below(city, i.Key.Value).Contains(key)).Key.Value) : null),
        })
        {
            var expected = city.Projects.GroupBy(of).ToDictionary(g => g.Key ?? "", g => g.ToList());
            var sums = await Read(city, $"group={group}&only=groups&columns=name,{Cost}");
            sums.Lines.Count.ShouldBe(expected.Count, group);
            sums.Paged.ShouldBe(0);
            foreach (var line in sums.Lines.Cast<GroupLine>())
            {
                var rows = expected[line.Name.EndsWith("なし)", StringComparison.Ordinal) ? "" : line.Name];
                line.Count.ShouldBe(rows.Count, $"{group} {line.Name}");
                Check(line.Sums[1]!, rows, p => Amount(p, 2024, MoneyKind.Total), p => Dash(p, MoneyKind.Total));
            }

            var seen = new List<string>();
            string? heading = null;
            for (var page = 1; page <= 3; page++)
            {
                var result = await Read(city, $"group={group}&columns=name,{Cost}&p={page}");
                result.Lines[0].ShouldBeOfType<GroupLine>($"page {page} says whose rows begin it");
                foreach (var line in result.Lines)
                    if (line is GroupLine g)
                        heading = g.Name.EndsWith("なし)", StringComparison.Ordinal) ? "" : g.Name;
                    else
                    {
                        var name = ((RowLine)line).Cells[0].Text;
                        (of(city.Projects.Single(p => p.Name == name)) ?? "").ShouldBe(heading);
                        seen.Add(name);
                    }
            }
            seen.Order().ShouldBe(city.Projects.Select(p => p.Name).Order());
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Money_by_year_has_one_line_for_each_year(Engine engine)
    {
        using var city = await ListedCity.On(engine);
        var result = await Read(city, $"group=year&class.is=一般&columns=name,{Cost},{General}");
        var rows = city.Projects.Where(p => p.Class == "一般").ToList();
        result.Lines.Cast<GroupLine>().Select(l => l.Name).ShouldBe(ListedCity.Years.Reverse().Select(y => y.Both));
        foreach (var (line, year) in result.Lines.Cast<GroupLine>().Zip(ListedCity.Years.Reverse()))
        {
            Check(line.Sums[0]!, rows, p => Amount(p, year.Value, MoneyKind.Total), p => Dash(p, MoneyKind.Total, year.Value));
            Check(line.Sums[1]!, rows, p => Amount(p, year.Value, MoneyKind.General), p => Dash(p, MoneyKind.General, year.Value));
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Orders_are_total_and_what_is_blank_comes_last_both_ways(Engine engine)
    {
        using var city = await ListedCity.On(engine);
        foreach (var sort in new[] { Cost, $"-{Cost}", "number", "department,-name", "-level2", "-first,class" })
        {
            var seen = new List<RowLine>();
            for (var page = 1; page <= 3; page++)
                seen.AddRange((await Read(city, $"sort={sort}&columns=name,{Cost}&p={page}")).Lines.Cast<RowLine>());
            seen.Select(r => r.Address).Distinct().Count().ShouldBe(city.Projects.Count, sort);
            if (!sort.EndsWith(Cost, StringComparison.Ordinal))
                continue;
            var money = seen.ConvertAll(r => (long?)r.Cells[1].Value);
            var known = money.TakeWhile(m => m is not null).Select(m => m!.Value).ToList();
            money.Skip(known.Count).ShouldAllBe(m => m == null);
            known.ShouldBe(sort[0] == '-' ? known.OrderDescending() : known.Order());
        }
    }

    internal static async Task<ListResult> Read(ListedCity city, string address)
    {
        await using var db = city.Open();
        using var memory = new ListMemory();
        return await (await ListReader<Project>.Open(db, memory, await memory.Now(db, null), await ListOf(db, city), ListQuery.Of(address))).Page();
    }

    internal static async Task<ProjectFields> ListOf(Shirube.Data.OfficeDb db, ListedCity city)
    {
        var plans = new[] { city.Plan, city.OtherPlan }.Select(p => new PlanFacts(p.Id, p.Key, p.Name, p.First, p.Last, [.. p.Levels.Select(l => (l.Order, l.Name))], 1)).ToList();
        var facts = new OfficeFacts(city.Departments, await PlanPlaces.Read(db), plans, ["一般", "施設管理", "補助金等"], [.. ListedCity.Years.Select(y => (y, MoneyStage.Settled))], []);
        return new ProjectFields { Setting = new(facts, Shown, plans[0], [city.Departments[2].Id]) };
    }

    private static void Check(ListSum sum, List<Project> rows, Func<Project, decimal?> read, Func<Project, bool> dash)
    {
        var known = rows.Select(read).OfType<decimal>().ToList();
        if (known.Count == 0)
            sum.Cell.Value.ShouldBeNull();
        else
            Convert.ToDecimal(sum.Cell.Value, CultureInfo.InvariantCulture).ShouldBe(known.Sum());
        sum.Missing.ShouldBe(rows.Count(p => read(p) is null && !dash(p)));
    }

    internal static long? Amount(Project project, int year, MoneyKind kind)
    {
        var there = project.Money.Where(m => m.FiscalYear.Value == year).ToDictionary(m => m.Kind, m => m.Amount?.Value);
        if (there.GetValueOrDefault(kind) is { } stated || kind != MoneyKind.Total)
            return there.GetValueOrDefault(kind);
        var sources = CostCheck.Sources.Select(s => there.GetValueOrDefault(s)).OfType<long>().ToList();
        return sources.Count == 0 ? null : sources.Sum();
    }

    internal static bool Dash(Project project, MoneyKind kind, int year = 2024) => project.Money.Any(m => m.FiscalYear.Value == year && m.Kind == kind && m.Absence == Absence.Dash);

    private static IEnumerable<(string Field, Func<Project, string?> Read)> Texts(ListedCity city) =>
        city.Projects.Count == 0 ? [] : [("number", p => p.Number), ("name", p => p.Name), ("basis", p => p.LegalBasis), ("outline", p => p.Text.Outline)];

    private static IEnumerable<(string Field, Func<Project, decimal?> Read, (string Text, decimal Value)[] Bounds)> Numbers() =>
    [
        (Cost, p => Amount(p, 2024, MoneyKind.Total), [("0", 0), ("1000万", 10_000_000), ("-500,000円", -500_000)]),
        (General, p => Amount(p, 2024, MoneyKind.General), [("５００００００", 5_000_000), ("1億", 100_000_000)]),
        ("change.2024.settled.total", p => Amount(p, 2024, MoneyKind.Total) - Amount(p, 2023, MoneyKind.Total), [("-100万", -1_000_000), ("250万", 2_500_000)]),
        ("staff.2024.settled.hours", p => p.Staffing.FirstOrDefault()?.Hours, [("9.5", 9.5m), ("1,000", 1000), ("150", 150)]),
        ("staff.2024.settled.heads", p => p.Staffing.FirstOrDefault()?.Heads, [("2.25", 2.25m), ("10", 10)]),
        ("first", p => p.Period.First?.Value, [("令和5", 2023), ("R6", 2024), ("2025", 2025)]),
    ];

    private static IEnumerable<(string Field, Func<Project, string?> Read, string[] Words, Func<string, List<string>>? Below)> Choices(ListedCity city) =>
    [
        ("class", p => p.Class, ["補助金等", "一般"], null),
        ("statutory", p => p.IsStatutory switch { true => "yes", false => "no", _ => null }, ["yes", "no"], null),
        ("period", p => p.Period.Kind?.ToString().ToLowerInvariant(), ["repeated", "limited"], null),
        ("sample", p => p.IsSample ? "yes" : "no", ["yes", "no"], null),
        ("department", p => city.Departments.Find(d => d.Id == p.OwnerIn(Shown))?.Key.Value, [.. city.Departments.Select(d => d.Key.Value)], word => [.. Units(city, word)]),
        ("item", p => PlaceOf(city, p), [.. city.Items.Take(6).Select(i => i.Key.Value)], word => Below(city, word)),
    ];

    private static IEnumerable<string> Units(ListedCity city, string top) =>
        city.Departments.Where(d => city.Departments.Find(u => u.Id == d.ParentId)?.Key.Value == top).SelectMany(d => Units(city, d.Key.Value)).Append(top);

    private static List<string> Below(ListedCity city, string key) =>
        [key, .. city.Items.Where(i => i.ParentId is { } parent && city.Items.Single(p => p.Id == parent).Key.Value == key).SelectMany(i => Below(city, i.Key.Value))];

    private static string? PlaceOf(ListedCity city, Project project) => project.Placements.FirstOrDefault(l => l.IsMain && l.PlanId == city.Plan.Id)?.ItemKey.Value;

    private static string Name(ListedCity city, string key) => city.Items.Where(i => i.Key.Value == key).Select(i => $"{i.Code} {i.Title}").First();
}
