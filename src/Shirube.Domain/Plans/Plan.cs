using Shirube.Domain.Common;

namespace Shirube.Domain.Plans;

/// <summary>計画: a named plan with a period and its own levels. An open end (10年から30年) is a null <see cref="Last"/> with the words in <see cref="PeriodNote"/>.</summary>
public sealed partial class Plan : Aggregate
{
    private readonly List<Level> levels = [];

    private Plan(PlanId id, PublicKey key, PlanKind kind, string name, FiscalYear first)
    {
        Id = id;
        Key = key;
        Kind = kind;
        Name = name;
        First = first;
    }

    public PlanId Id { get; private set; }
    public PublicKey Key { get; private set; }
    public PlanKind Kind { get; private set; }
    public string Name { get; private set; }
    public FiscalYear First { get; private set; }
    public FiscalYear? Last { get; private set; }
    /// <summary>The period in the municipality's own words, where years alone do not say it.</summary>
    public string? PeriodNote { get; private set; }
    /// <summary>Ordinance and article, as cited.</summary>
    public string? LegalBasis { get; private set; }
    /// <summary>What the plan is for, in Markdown; public.</summary>
    public string? Summary { get; private set; }
    /// <summary>Where public facts about the plan were taken from; public.</summary>
    public string? Source { get; private set; }
    public PlanId? PredecessorId { get; private set; }
    /// <summary>庁内で使う版: the edition that lists, searches and projects mean when they name an item. Null while the plan has no edition.</summary>
    public EditionId? ShownId { get; private set; }
    public IReadOnlyList<Level> Levels => levels;

    public static Plan Found(PlanKind kind, string name, FiscalYear first, FiscalYear? last)
    {
        var plan = new Plan(PlanId.New(), PublicKey.New(), kind, name, first);
        plan.Describe(name, first, last, null, null, null, null);
        return plan;
    }

    public static Refusal? WhyNotDescribe(string? name, FiscalYear first, FiscalYear? last) =>
        string.IsNullOrWhiteSpace(name) ? Refusals.NameMissing("計画の名前") : last < first ? Refusals.EndBeforeBegin($"計画「{name}」の期間") : null;

    private Refusal? WhyNotSpan(FiscalYear first, FiscalYear? last) =>
        terms.Find(t => t.First < first || t.Last > last) is { } term ? Refusals.PeriodCutsTerm(term.Name)
        : reviews.Find(r => r.Year < first || r.Year > last) is { } review ? Refusals.PeriodCutsReview(review.Year) : null;

    public void Describe(string name, FiscalYear first, FiscalYear? last, string? periodNote, string? legalBasis, string? summary, string? source)
    {
        (WhyNotDescribe(name, first, last) ?? WhyNotSpan(first, last)).ThrowIfAny();
        Name = name.Trim();
        First = first;
        Last = last;
        PeriodNote = Blank.ToNull(periodNote);
        LegalBasis = Blank.ToNull(legalBasis);
        Summary = Blank.ToNull(summary);
        Source = Blank.ToNull(source);
    }

    /// <summary>Begins an edition from nothing; the first one is shown.</summary>
    public Edition Draft(string label, EditionKind kind = EditionKind.Draft)
    {
        var edition = Edition.Begin(Id, label, kind);
        ShownId ??= edition.Id;
        return edition;
    }

    public Refusal? WhyNotShow(Edition edition) =>
        edition.PlanId != Id ? Refusals.EditionOfAnotherPlan(edition.Label, Name) : edition.Retirement is not null ? Refusals.EditionRetired(edition.Label) : null;

    /// <summary>Makes an edition the one that the office's lists, searches and projects mean.</summary>
    public void Show(Edition edition)
    {
        WhyNotShow(edition).ThrowIfAny();
        ShownId = edition.Id;
    }

    /// <param name="all">All plans, to see that none follows itself over others.</param>
    public Refusal? WhyNotSucceed(Plan predecessor, IReadOnlyCollection<Plan> all)
    {
        if (predecessor.Id == Id)
            return Refusals.SucceedsItself(Name);
        var seen = new HashSet<PlanId>();
        for (var at = predecessor; at is not null && seen.Add(at.Id); at = all.FirstOrDefault(p => p.Id == at.PredecessorId))
            if (at.PredecessorId == Id)
                return Refusals.SucceedsSuccessor(Name, predecessor.Name);
        return null;
    }

    /// <summary>Follows another plan (前の計画); null takes it back.</summary>
    public void Succeed(Plan? predecessor, IReadOnlyCollection<Plan> all)
    {
        (predecessor is null ? null : WhyNotSucceed(predecessor, all)).ThrowIfAny();
        PredecessorId = predecessor?.Id;
    }

    /// <summary>Adds a level below the ones there are.</summary>
    public Level AddLevel(string name, bool carriesProjects)
    {
        (string.IsNullOrWhiteSpace(name) ? Refusals.NameMissing("階層の名前")
            : levels.Any(l => l.Name == name.Trim()) ? Refusals.LevelNameTaken(name.Trim()) : null).ThrowIfAny();
        var level = new Level(LevelId.New(), Id, levels.Count + 1, name.Trim(), carriesProjects);
        levels.Add(level);
        return level;
    }

    public void RenameLevel(LevelId id, string name)
    {
        (string.IsNullOrWhiteSpace(name) ? Refusals.NameMissing("階層の名前")
            : levels.Any(l => l.Id != id && l.Name == name.Trim()) ? Refusals.LevelNameTaken(name.Trim()) : null).ThrowIfAny();
        levels.Single(l => l.Id == id).Name = name.Trim();
    }

    /// <summary>How the items of a level are numbered; null keeps numbers as somebody wrote them.</summary>
    public void NumberLevel(LevelId id, Numbering? numbering) => levels.Single(l => l.Id == id).Numbering = numbering;

    public Refusal? WhyNotCarry(LevelId id, LevelContents contents, LevelUses uses)
    {
        var level = levels.Single(l => l.Id == id);
        return level.CarriesBody && !contents.Body && uses.Bodies > 0 ? Refusals.LevelCarries(level.Name, "本文", uses.Bodies)
            : level.CarriesIndicators && !contents.Indicators && uses.Indicators > 0 ? Refusals.LevelCarries(level.Name, "指標", uses.Indicators)
            : level.CarriesProjects && !contents.Projects && uses.Projects > 0 ? Refusals.LevelCarries(level.Name, "事務事業", uses.Projects) : null;
    }

    /// <summary>Says what the items of a level carry; what is there already is not taken away.</summary>
    public void Carry(LevelId id, LevelContents contents, LevelUses uses)
    {
        WhyNotCarry(id, contents, uses).ThrowIfAny();
        levels.Single(l => l.Id == id).Carry(contents);
    }

    /// <param name="items">How many items of any edition stand on it.</param>
    public Refusal? WhyNotRemoveLevel(LevelId id, int items) =>
        items > 0 ? Refusals.LevelHasItems(levels.Single(l => l.Id == id).Name, items) : levels.Count == 1 ? Refusals.LastLevel : null;

    /// <summary>Takes away a level that no item stands on; those below move up.</summary>
    public void RemoveLevel(LevelId id, int items)
    {
        WhyNotRemoveLevel(id, items).ThrowIfAny();
        levels.RemoveAll(l => l.Id == id);
        foreach (var (level, i) in levels.OrderBy(l => l.Order).Select((l, i) => (l, i)))
            level.Order = i + 1;
    }

    public bool IsCurrentIn(FiscalYear year) => First <= year && (Last is not { } last || year <= last);
}
