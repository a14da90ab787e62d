using Shirube.Domain.Common;
using Shirube.Domain.Plans;

namespace Shirube.Demonstration;

/// <summary>One edition of a plan while its tree is being written.</summary>
internal sealed class PlanDraft
{
    private readonly PlanTree tree;
    private readonly List<PlanItem> items = [];

    public PlanDraft(Plan plan, string editionLabel, EditionKind kind, params (string Name, bool CarriesProjects)[] levels)
    {
        Plan = plan;
        Levels = [.. levels.Select(l => plan.AddLevel(l.Name, l.CarriesProjects))];
        Edition = plan.Draft(editionLabel, kind);
        tree = new(Edition, plan, []);
    }

    private PlanDraft(PlanDraft first, Edition edition, IReadOnlyList<PlanItem> copies)
    {
        (Plan, Levels, Edition, items) = (first.Plan, first.Levels, edition, [.. copies]);
        tree = new(Edition, Plan, items);
    }

    public Plan Plan { get; }
    public IReadOnlyList<Level> Levels { get; }
    public Edition Edition { get; }
    public IEnumerable<Aggregate> All => [Plan, Edition, .. items];

    /// <summary>The items of a level, 0 being the top, in the order they were written.</summary>
    public IEnumerable<PlanItem> ItemsOf(int depth) => items.Where(i => i.LevelId == Levels[depth].Id);

    public PlanItem this[string code] => items.Single(i => i.Code == code);

    /// <summary>The same tree as an alternative (案②), to be changed from here on.</summary>
    public PlanDraft Alternative(string label)
    {
        var (copy, copies) = Edition.CopyAs(label, Edition.Kind, items);
        copy.StandBeside(Edition);
        return new(this, copy, copies);
    }

    public void Retitle(string code, string title) => this[code].Write(code, Sample.Mark(title), Sample.Mark(title), this[code].Body);

    /// <summary>Moves an item to a place from 1 under another, where it gets a number of that one.</summary>
    public void Move(string code, string parent, int place, string newCode)
    {
        var item = this[code];
        tree.Move(item, this[parent], place);
        item.Write(newCode, item.Title, item.PlainTitle, item.Body);
    }

    public void Remove(string code)
    {
        var item = this[code];
        tree.Remove(item, projects: 0, indicators: 0);
        items.Remove(item);
    }

    public PlanItem Titled(string title) => items.Single(i => i.Title == title);

    public PlanItem Write(PlanItem? parent, string? code, string title, string? body = null) => Write(parent, code, title, null, body, isSample: false);

    public PlanItem Invent(PlanItem? parent, string code, string title, string plainTitle) =>
        Write(parent, code, Sample.Mark(title), Sample.Mark(plainTitle), "この項目は、使い方を見ていただくための**サンプル**です。実際の計画の内容ではありません。", isSample: true);

    private PlanItem Write(PlanItem? parent, string? code, string title, string? plainTitle, string? body, bool isSample)
    {
        var level = parent is null ? Levels[0] : Levels[Levels.Single(l => l.Id == parent.LevelId).Order];
        var item = tree.Add(level, parent, code, title, isSample);
        item.Write(code, title, plainTitle, body);
        items.Add(item);
        return item;
    }
}
