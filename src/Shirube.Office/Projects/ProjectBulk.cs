using Microsoft.AspNetCore.Mvc.Rendering;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Office.Common;
using Shirube.Office.Lists;
using Shirube.Office.Lists.Bulk;
using Shirube.Ui.Text;

namespace Shirube.Office.Projects;

/// <summary>The fields of projects that are set for many at once.</summary>
internal static class ProjectBulk
{
    public static IReadOnlyList<BulkField<Project>> Fields(ListSetting setting, ProjectChoices choices) =>
    [
        Department(setting, choices),
        .. setting.Plan is { } plan ? [Place(setting, plan, choices)] : Array.Empty<BulkField<Project>>(),
        new("class", "区分", p => p.Class, (p, v) => p.Classify(v.Text, p.IsStatutory, p.LegalBasis, p.InImplementationPlan, p.InRegionalStrategy)) { Suggestions = choices.Classes, Hint = "市の言葉で。空にすると、区分のない事業になります。" },
        new("statutory", "法定", p => YesNo(p.IsStatutory), (p, v) => p.Classify(p.Class, ProjectForm.YesOrNo(v.Text), p.LegalBasis, p.InImplementationPlan, p.InRegionalStrategy)) { Choices = ProjectChoices.YesNo, Hint = "法律で市が行うと決まっている事業かどうか。" },
        new("implementation", "実施計画に掲載", p => YesNo(p.InImplementationPlan), (p, v) => p.Classify(p.Class, p.IsStatutory, p.LegalBasis, ProjectForm.YesOrNo(v.Text), p.InRegionalStrategy)) { Choices = ProjectChoices.YesNo, Hint = "実施計画の一覧に出る事業かどうか。" },
        new("strategy", "総合戦略に掲載", p => YesNo(p.InRegionalStrategy), (p, v) => p.Classify(p.Class, p.IsStatutory, p.LegalBasis, p.InImplementationPlan, ProjectForm.YesOrNo(v.Text))) { Choices = ProjectChoices.YesNo, Hint = "総合戦略の一覧に出る事業かどうか。" },
        new("period", "期間の区分", p => p.Period.Kind is { } kind ? Names.Of(kind) : null, (p, v) => p.Schedule(p.Period with { Kind = Enum.TryParse<PeriodKind>(v.Text, out var kind) ? kind : null })) { Choices = ProjectChoices.PeriodKinds, Hint = "毎年続くものは「単年度繰返」、終わりの決まったものは「期間限定複数年度」。" },
        new("first", "開始年度", p => p.Period.First?.Both, (p, v) => p.Schedule(p.Period with { First = Typed.Year(v.Text) })) { Hint = "例 2024、令和6、R6。空にすると、開始年度を消します。" },
        new("last", "終了年度", p => p.Period.Last?.Both, (p, v) => p.Schedule(p.Period with { Last = Typed.Year(v.Text) })) { Hint = "例 2028、令和10、R10。空にすると、終了年度を消します。" },
        new("basis", "根拠", p => p.LegalBasis, (p, v) => p.Classify(p.Class, p.IsStatutory, v.Text, p.InImplementationPlan, p.InRegionalStrategy)) { Hint = "法律・条例・要綱など。" },
    ];

    private static BulkField<Project> Department(ListSetting setting, ProjectChoices choices)
    {
        var names = setting.Facts.Departments.ToDictionary(d => d.Id, d => d.Name);
        return new("department", "所管の部課", p => p.OwnerIn(setting.Year) is { } owner ? names.GetValueOrDefault(owner) : null, Hand)
        {
            Choices = choices.Departments,
            IsRequired = true,
            Year = ("いつから", "この年度の4月1日から。例 2027、令和9"),
            Hint = $"{setting.Year.Era}の所管をくらべて表示します。前の年度の所管は残ります。",
        };

        void Hand(Project project, BulkValue value)
        {
            var chosen = choices.Departments.FirstOrDefault(c => c.Value == value.Text) ?? throw new RefusalException(Refusals.DepartmentMissing);
            project.HandTo(DepartmentId.From(Guid.Parse(chosen.Value)), value.From ?? setting.Year);
        }
    }

    private static BulkField<Project> Place(ListSetting setting, PlanFacts plan, ProjectChoices choices)
    {
        var label = PlanPlaces.LabelOf(plan.Name);
        var places = choices.Places.ByPlan.Where(p => p.Key == plan.Id).SelectMany(p => p).ToList();
        var offered = PlanPlaces.ForProjects(places).ToList();
        var isTyped = offered.Count > ListField.MostChoices;
        return new("place", label, p => p.Placements.FirstOrDefault(l => l.IsMain && l.PlanId == plan.Id) is { } main ? choices.Places.Find(main.ItemKey)?.Name ?? "なくなった項目" : null, Put)
        {
            Choices = isTyped ? null : offered,
            Suggest = isTyped ? $"~/choices/projects/item?plan={plan.Key}" : null,
            Worded = typed => setting.Items().WordOf(label, typed),
            Hint = isTyped ? "主な位置付けを変えます。番号か名前を入力します。空にすると、位置付けのない事業になります。" : "主な位置付けを変えます。",
        };

        void Put(Project project, BulkValue value)
        {
            if (value.Text is null)
                project.PlaceNowhere(plan.Id);
            else if (places.Find(p => p.Key.Value == value.Text && p.CarriesProjects) is { } place)
                project.PlaceUnder(plan.Id, place.Key);
            else
                throw new RefusalException(Refusals.ItemUnknown);
        }
    }

    private static string? YesNo(bool? value) => value switch { true => "はい", false => "いいえ", _ => null };
}
