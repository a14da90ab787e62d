using Shirube.Domain.Common;

namespace Shirube.Domain.Organization;

/// <summary>機構改革: on 1 April of a year departments give way to others, one to many and many to one. A draft until it is carried out; then it is the record of who follows whom.</summary>
public sealed class Reorganization : Aggregate
{
    private readonly List<PlannedDepartment> planned = [];
    private readonly List<Predecessor> predecessors = [];
    private readonly List<Succession> successions = [];
    private readonly List<ReorganizationChoice> choices = [];
    private readonly List<ReorganizationEffect> effects = [];

    private Reorganization(ReorganizationId id, PublicKey key, FiscalYear year, string reason)
    {
        Id = id;
        Key = key;
        Year = year;
        Reason = reason;
    }

    public ReorganizationId Id { get; private set; }
    public PublicKey Key { get; private set; }
    /// <summary>The first fiscal year of the new order.</summary>
    public FiscalYear Year { get; private set; }
    /// <summary>Why, as it stands in the change log of everything it moves.</summary>
    public string Reason { get; private set; }
    public IReadOnlyList<PlannedDepartment> Planned => planned;
    public IReadOnlyList<Predecessor> Predecessors => predecessors;
    public IReadOnlyList<Succession> Successions => successions;
    /// <summary>Where a project or a post goes when its department has not exactly one successor, or somebody wants it elsewhere.</summary>
    public IReadOnlyList<ReorganizationChoice> Choices => choices;
    public IReadOnlyList<ReorganizationEffect> Effects => effects;
    public Deed? Carrying { get; private set; }
    public Deed? Reversal { get; private set; }

    /// <summary>Whether past and present are read through it: carried out and not taken back.</summary>
    public bool Holds => Carrying is not null && Reversal is null;

    public static Reorganization Draft(FiscalYear year, string reason)
    {
        WhyNotReason(reason).ThrowIfAny();
        return new(ReorganizationId.New(), PublicKey.New(), year, reason.Trim());
    }

    public static Refusal? WhyNotReason(string? reason) => string.IsNullOrWhiteSpace(reason) ? Refusals.NameMissing("機構改革の名前") : null;

    public Refusal? WhyNotChange() => Carrying is not null ? Refusals.ReorganizationCarriedOut(Reason) : null;

    public void Describe(string reason)
    {
        (WhyNotChange() ?? WhyNotReason(reason)).ThrowIfAny();
        Reason = reason.Trim();
    }

    /// <summary>Plans a department that begins with the year.</summary>
    public PlannedDepartment Plan(string name, string? code, DepartmentId? parent, IReadOnlyCollection<Department> departments)
    {
        (WhyNotChange() ?? Department.WhyNotName(name) ?? WhyNotPlan(name.Trim(), parent, departments)).ThrowIfAny();
        var unit = new PlannedDepartment(Id, DepartmentId.New(), planned.Count == 0 ? 1 : planned.Max(p => p.Order) + 1, name.Trim(), Blank.ToNull(code?.Trim()), parent);
        planned.Add(unit);
        return unit;
    }

    /// <summary>Two units of one name under one parent could not be told apart, unless the one there now gives way.</summary>
    private Refusal? WhyNotPlan(string name, DepartmentId? parent, IReadOnlyCollection<Department> departments) =>
        planned.Exists(p => p.Name == name && p.ParentId == parent) ? Refusals.DepartmentNameTaken(name, Year.Era)
        : parent is { } above && !ExistsIn(above, departments) ? Refusals.ReorganizationParentGone(Year.Era) : null;

    /// <summary>Gives up a planned department with all that leads to it.</summary>
    public void Drop(DepartmentId unit)
    {
        WhyNotChange().ThrowIfAny();
        planned.RemoveAll(p => p.DepartmentId == unit);
        planned.ForEach(p => p.LeaveParent(unit));
        successions.RemoveAll(s => s.SuccessorId == unit);
        choices.RemoveAll(c => c.DepartmentId == unit);
    }

    /// <summary>Why a department may not give way in this reorganization.</summary>
    public Refusal? WhyNotPrecede(DepartmentId predecessor, IReadOnlyCollection<Department> departments, IEnumerable<Reorganization> others) =>
        WhyNotChange() is { } change ? change
        : departments.FirstOrDefault(d => d.Id == predecessor) is not { } there ? Refusals.ReorganizationPredecessorMissing
        : there.To is not null || there.From >= Year ? Refusals.ReorganizationPredecessorEnded(there.Name, Year.Era)
        : others.Any(o => o.Id != Id && o.Year == Year && o.Reversal is null && o.predecessors.Exists(p => p.DepartmentId == predecessor)) ? Refusals.ReorganizationPredecessorTaken(there.Name, Year.Era)
        : successions.Exists(s => s.SuccessorId == predecessor) && !Continues(predecessor) ? Refusals.ReorganizationCycle(there.Name) : null;

    /// <summary>Names a department that gives way, with or without a successor.</summary>
    public void Precede(DepartmentId predecessor, bool continues, IReadOnlyCollection<Department> departments, IEnumerable<Reorganization> others)
    {
        if (predecessors.Find(p => p.DepartmentId == predecessor) is { } there)
        {
            (WhyNotChange() ?? (!continues && successions.Exists(s => s.SuccessorId == predecessor) ? Refusals.ReorganizationCycle(NameOf(predecessor, departments)) : null)).ThrowIfAny();
            there.Continues = continues;
            return;
        }
        (continues ? null : WhyNotPrecede(predecessor, departments, others)).ThrowIfAny();
        predecessors.Add(new(Id, predecessor, continues));
    }

    /// <summary>Why one department may not follow another: itself, one that gives way in the same reorganization, or one that is not there in the year.</summary>
    public Refusal? WhyNotSucceed(DepartmentId predecessor, DepartmentId successor, IReadOnlyCollection<Department> departments, IEnumerable<Reorganization> others) =>
        predecessor == successor ? Refusals.ReorganizationSelf(NameOf(predecessor, departments))
        : (predecessors.Exists(p => p.DepartmentId == predecessor) ? WhyNotChange() : WhyNotPrecede(predecessor, departments, others)) is { } why ? why
        : predecessors.Exists(p => p.DepartmentId == successor && !p.Continues) || LeadsTo(successor, predecessor) ? Refusals.ReorganizationCycle(NameOf(successor, departments))
        : !ExistsIn(successor, departments) ? Refusals.ReorganizationSuccessorNotThen(NameOf(successor, departments), Year.Era) : null;

    /// <summary>One department follows another. Naming the same pair again changes nothing.</summary>
    public void Succeed(DepartmentId predecessor, DepartmentId successor, IReadOnlyCollection<Department> departments, IEnumerable<Reorganization> others)
    {
        WhyNotSucceed(predecessor, successor, departments, others).ThrowIfAny();
        if (!predecessors.Exists(p => p.DepartmentId == predecessor))
            predecessors.Add(new(Id, predecessor, continues: false));
        if (!successions.Exists(s => s.PredecessorId == predecessor && s.SuccessorId == successor))
            successions.Add(new(Id, predecessor, successor));
    }

    /// <summary>Takes a pair away; without a successor the predecessor itself is no longer named.</summary>
    public void Forget(DepartmentId predecessor, DepartmentId? successor)
    {
        WhyNotChange().ThrowIfAny();
        successions.RemoveAll(s => s.PredecessorId == predecessor && (successor is null || s.SuccessorId == successor));
        if (successor is null)
            predecessors.RemoveAll(p => p.DepartmentId == predecessor);
    }

    /// <summary>Sends a project or a post to a department; nothing sends it where its pair leads.</summary>
    public void Choose(Guid subject, DepartmentId? department, IReadOnlyCollection<Department> departments)
    {
        (WhyNotChange() ?? (department is { } to && !ExistsIn(to, departments) ? Refusals.ReorganizationSuccessorNotThen(NameOf(to, departments), Year.Era) : null)).ThrowIfAny();
        choices.RemoveAll(c => c.Subject == subject && c.DepartmentId != department);
        if (department is { } chosen && !choices.Exists(c => c.Subject == subject))
            choices.Add(new(Id, subject, chosen));
    }

    public bool Continues(DepartmentId department) => predecessors.Find(p => p.DepartmentId == department)?.Continues ?? false;

    /// <summary>Whether a department is there in the year, as things are planned.</summary>
    public bool ExistsIn(DepartmentId department, IReadOnlyCollection<Department> departments) =>
        planned.Exists(p => p.DepartmentId == department)
        || (departments.FirstOrDefault(d => d.Id == department) is { } there && there.ExistsIn(Year) && !predecessors.Exists(p => p.DepartmentId == department && !p.Continues));

    /// <summary>Where something of a department goes: the choice, the only successor, or nowhere to be seen (null). What stays, stays.</summary>
    public DepartmentId? DestinationOf(Guid subject, DepartmentId owner)
    {
        if (choices.Find(c => c.Subject == subject) is { } choice)
            return choice.DepartmentId;
        if (predecessors.Find(p => p.DepartmentId == owner) is not { } giving || giving.Continues)
            return owner;
        var heirs = successions.Where(s => s.PredecessorId == owner).Select(s => s.SuccessorId).ToList();
        return heirs is [var only] ? only : null;
    }

    /// <summary>Who follows a department that ends, planned ones first in their order; empty where nobody does, or where it stays.</summary>
    public IReadOnlyList<DepartmentId> HeirsOf(DepartmentId department) =>
        predecessors.Exists(p => p.DepartmentId == department && !p.Continues)
            ? [.. successions.Where(s => s.PredecessorId == department).Select(s => s.SuccessorId).OrderBy(s => planned.Find(p => p.DepartmentId == s)?.Order ?? int.MaxValue)]
            : [];

    public Refusal? WhyNotReverse() => Holds ? null : Refusals.ReorganizationNotCarriedOut;

    /// <summary>Takes it back on departments and posts; returns the departments that go. Refused where something was changed since. The projects' side is the caller's.</summary>
    public IReadOnlyList<Department> Reverse(IReadOnlyCollection<Department> departments, IReadOnlyCollection<Person> people, PersonId by, DateTime atUtc)
    {
        WhyNotReverse().ThrowIfAny();
        foreach (var effect in effects.OrderByDescending(e => e.Order))
            if (!TakeBack(effect, departments, people))
                throw new RefusalException(Refusals.ReorganizationDependedOn(WordsOf(effect, departments, people)));
        Reversal = new(by, atUtc);
        var made = effects.Where(e => e.Kind == EffectKind.DepartmentEstablished).Select(e => e.Subject).ToHashSet();
        return [.. departments.Where(d => made.Contains(d.Id.Value))];
    }

    private bool TakeBack(ReorganizationEffect effect, IReadOnlyCollection<Department> departments, IReadOnlyCollection<Person> people)
    {
        var department = departments.FirstOrDefault(d => d.Id.Value == effect.Subject);
        var person = people.FirstOrDefault(p => p.Assignments.Any(a => a.Id.Value == effect.Subject));
        var post = person?.Assignments.First(a => a.Id.Value == effect.Subject);
        switch (effect.Kind)
        {
            case EffectKind.DepartmentAbolished when department?.To == Year.Previous:
                department.Reestablish();
                return true;
            case EffectKind.DepartmentMoved when department?.ParentId?.Value == effect.Made:
                department!.MoveUnder(effect.Before is { } parent ? DepartmentId.From(parent) : null, departments.ToDictionary(d => d.Id, d => d.ParentId));
                return true;
            case EffectKind.PostRelocated when post?.DepartmentId?.Value == effect.Made:
                person!.Relocate(post!.Id, DepartmentId.From(effect.Before!.Value));
                return true;
            case EffectKind.PostFollowed when post?.To == Year.Previous.LastDay && person!.Assignments.FirstOrDefault(a => a.Id.Value == effect.Made) is { } next && next.From == Year.FirstDay && next.To == effect.BeforeDay:
                person.Withdraw(next.Id);
                person.Reschedule(post.Id, post.From, effect.BeforeDay);
                return true;
            default:
                return effect.Kind is EffectKind.ProjectHanded or EffectKind.ViewFollowed or EffectKind.CallFollowed || (effect.Kind == EffectKind.DepartmentEstablished && department is not null);
        }
    }

    private static string WordsOf(ReorganizationEffect effect, IReadOnlyCollection<Department> departments, IReadOnlyCollection<Person> people) =>
        departments.FirstOrDefault(d => d.Id.Value == effect.Subject) is { } department ? $"部課「{department.Name}」が、あとから変更されています。"
        : $"{people.FirstOrDefault(p => p.Assignments.Any(a => a.Id.Value == effect.Subject || a.Id.Value == effect.Made))?.Name ?? "職員"}さんの役割が、あとから変更されています。";

    internal void Carry(PersonId by, DateTime atUtc) => Carrying = new(by, atUtc);

    internal void Note(EffectKind kind, Guid subject, Guid? made = null, Guid? before = null, DateOnly? beforeDay = null) =>
        effects.Add(new(Id, effects.Count + 1, kind, subject, made, before, beforeDay));

    internal string NameOf(DepartmentId id, IEnumerable<Department> departments) =>
        planned.Find(p => p.DepartmentId == id)?.Name ?? departments.FirstOrDefault(d => d.Id == id)?.Name ?? "?";

    private bool LeadsTo(DepartmentId from, DepartmentId to) =>
        successions.Where(s => s.PredecessorId == from).Any(s => s.SuccessorId == to || LeadsTo(s.SuccessorId, to));
}
