using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;

namespace Shirube.Office.Lists;

/// <summary>計画の項目の一覧: the newest edition of the shown plan, in the order of its tree.</summary>
public sealed class ItemFields : ListOf<PlanItem>
{
    private IReadOnlyList<ListField<PlanItem>>? fields;
    private MoneyBelow<PlanItem, PlanItemId>? money;

    public required OfficeDb Db { get; init; }

    public override string Path => "items";
    public override string Title => "計画の項目";
    public override IReadOnlyList<string> FirstColumns => ["code", "name", "level", "projects", "indicators", .. Setting.Slice is { } s ? [MoneyFields.Key("money", s.Year, s.Stage, MoneyKind.Total)] : Array.Empty<string>()];
    public override IReadOnlyList<SortTerm> FirstSort => [new("item", false)];
    public override IReadOnlyList<string> MadeOf { get; } = [nameof(PlanItem), nameof(Edition), nameof(Plan), nameof(Project), nameof(Indicator)];
    public override IReadOnlyList<LambdaExpression> Head { get; } = [(Expression<Func<PlanItem, PlanItemId>>)(i => i.Id), (Expression<Func<PlanItem, PublicKey>>)(i => i.Key), (Expression<Func<PlanItem, bool>>)(i => i.IsSample)];
    public override IReadOnlyList<BuiltInView> BuiltIn => [new("事務事業も指標もない項目", "?projects.is=0&indicators.is=0"), new("やさしい題名がない項目", "?plain.blank=")];
    public override IReadOnlyList<string> Quick => ["item", "level"];

    public override IReadOnlyList<ListField<PlanItem>> Fields => fields ??= [.. Basic(), .. Placed(), .. Counted(), .. Money.Fields()];

    private MoneyBelow<PlanItem, PlanItemId> Money => money ??= new(Setting, "item", i => i.Id)
    {
        Rows = () => Setting.Tree.Select(p => (p.Id, (object)p.Key)),
        Below = id => Setting.Facts.Places.SelfAndBelow(id),
    };

    public override IQueryable<PlanItem> Rows(OfficeDb db)
    {
        EditionId? newest = Setting.Plan is null ? null : Setting.Facts.Places.ByPlan.Where(p => p.Key == Setting.Plan.Id).SelectMany(p => p).Select(p => (EditionId?)p.EditionId).FirstOrDefault();
        return db.PlanItems.AsNoTracking().Where(i => i.EditionId == newest);
    }

    public override IQueryable<PlanItem> Holding(OfficeDb db, IQueryable<PlanItem> rows, SearchWords words)
    {
        var found = SearchTexts.Found(db, SearchKind.PlanItem, words);
        return rows.Where(i => found.Contains((Guid)(object)i.Id));
    }

    public override string AddressOf(object? key) => $"~/plans/{Setting.Plan?.Key}/{key}";

    public override IQueryable<PlanItem> These(IQueryable<PlanItem> rows, IReadOnlyList<object?> ids)
    {
        var wanted = ids.Cast<PlanItemId>().ToList();
        return rows.Where(i => wanted.Contains(i.Id));
    }

    protected override ListField<PlanItem>? Make(string key) => Money.Find(key);

    internal override Task Load(OfficeDb db, IReadOnlyList<string> fields, Kept kept) => Money.Load(db, fields, kept);

    private IEnumerable<ListField<PlanItem>> Basic()
    {
        var db = Db;
        var levels = Setting.Plan?.Levels ?? [];
        yield return new TextField<PlanItem>("code", "番号", i => i.Code, FieldKind.Code);
        yield return new TextField<PlanItem>("name", "題名", i => i.Title);
        yield return new TextField<PlanItem>("plain", "やさしい題名", i => i.PlainTitle);
        yield return new TextField<PlanItem>("body", "本文", i => i.Body);
        yield return new ChoiceField<PlanItem, int?>("level", "階層", FieldKind.Choice, new([.. levels.Select(l => new Choice<int?>(l.Order, $"{l.Order}", l.Name))]), i => db.Set<Level>().Where(l => l.Id == i.LevelId).Select(l => (int?)l.Order).FirstOrDefault());
        yield return new ChoiceField<PlanItem, bool?>("sample", "サンプル", FieldKind.YesNo, EnumWords.YesNo, i => i.IsSample);
    }

    private IEnumerable<ListField<PlanItem>> Placed()
    {
        const string section = "体系の中の位置";
        Expression<Func<PlanItem, PublicKey?>> self = i => (PublicKey?)i.Key;
        yield return new ChoiceField<PlanItem, PublicKey?>("item", "項目", FieldKind.Item, Setting.Items(), self) { Section = section };
        foreach (var (order, name) in Setting.Plan?.Levels ?? [])
            yield return new ChoiceField<PlanItem, PublicKey?>($"level{order}", name, FieldKind.Item, Setting.ItemsOfLevel(order), self) { Section = section };
    }

    private IEnumerable<ListField<PlanItem>> Counted()
    {
        const string section = "数";
        var (db, plan) = (Db, Setting.Plan?.Id ?? default);
        Expression<Func<PlanItem, int?>> projects = i => db.Set<Placement>().Count(l => l.PlanId == plan && l.ItemKey == i.Key && l.IsMain);
        Expression<Func<PlanItem, int?>> others = i => db.Set<Placement>().Count(l => l.PlanId == plan && l.ItemKey == i.Key && !l.IsMain);
        Expression<Func<PlanItem, int?>> indicators = i => db.Set<IndicatorUse>().Count(u => u.PlanId == plan && u.ItemKey == i.Key);
        yield return new OrderedField<PlanItem, int>("projects", "事務事業(ここが主)", Scales.Count, projects) { Sums = [projects], Section = section };
        yield return new OrderedField<PlanItem, int>("again", "事務事業(再掲)", Scales.Count, others) { Sums = [others], Section = section };
        yield return new OrderedField<PlanItem, int>("indicators", "指標", Scales.Count, indicators) { Sums = [indicators], Section = section };
    }
}
