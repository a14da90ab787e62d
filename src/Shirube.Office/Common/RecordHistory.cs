using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Ui.Controls;
using Shirube.Ui.Text;

namespace Shirube.Office.Common;

/// <summary>The record whose history is asked for, with the records that belong to it (a project's indicators and evaluations).</summary>
/// <param name="Address">Its page; its history lies below.</param>
/// <param name="Main">Its own id in the change log.</param>
public sealed record HistorySubject(string Name, string Area, IReadOnlyList<Crumb> Crumbs, string Address, Guid Main, IReadOnlyList<Guid> Others, bool MayPutBack, EditionId? ItemsOf = null)
{
    public ChangeFilter Filter => new() { Records = [Main, .. Others], ItemsOf = ItemsOf };
}

/// <summary>What is asked of a history, as its address says it.</summary>
public sealed record HistoryQuestion(string? Field, Guid? By, DateOnly? From, DateOnly? To, string? Way)
{
    public bool IsAnything => Field is not null || By is not null || From is not null || To is not null || Way is not null;

    internal ChangeFilter On(ChangeFilter filter)
    {
        // why: 「Project Money」; the same field of another kind is another field.
        var (kind, field) = Field?.Split(' ') is [var k, var f] ? (k, f) : (null, null);
        return filter with
        {
            Kinds = kind is null ? filter.Kinds : [kind],
            Field = field,
            By = By is { } by ? PersonId.From(by) : null,
            FromUtc = From is { } from ? Domain.Common.Tokyo.StartOf(from) : null,
            UntilUtc = To is { } to ? Domain.Common.Tokyo.StartOf(to.AddDays(1)) : null,
            Way = ChangeWords.Ways.Where(w => w.Key == Way).Select(w => (ChangeWay?)w.Way).FirstOrDefault(),
        };
    }

    /// <summary>The fields that can be asked for, of these kinds.</summary>
    internal static IReadOnlyList<SelectListItem> Fields(IEnumerable<string> kinds) =>
        [.. from kind in kinds
            let words = ChangeWords.Kinds[kind]
            let heading = new SelectListGroup { Name = words.Name }
            from field in words.Fields.Where(f => f.Value.Name.Length > 0).Select(f => (f.Key, f.Value.Name)).Concat(words.Parts.Select(p => (p.Key, p.Value.Name)))
            select new SelectListItem(field.Name, $"{kind} {field.Key}") { Group = heading }];
}

/// <summary>The people of the office with the posts they held, for the lines of a history.</summary>
public sealed class HistoryPeople
{
    private readonly List<Held> held;

    private HistoryPeople(List<Held> held) => this.held = held;

    private sealed record Held(PersonId Id, string Name, Role? Role, DateOnly? From, DateOnly? To, string? Department);

    internal static async Task<HistoryPeople> Read(OfficeDb db) =>
        new(await (from person in db.People
                   from post in person.Assignments.DefaultIfEmpty()
                   orderby person.Name, person.Id
                   select new Held(person.Id, person.Name, post == null ? null : post.Role, post == null ? null : post.From, post == null ? null : post.To,
                       post == null ? null : db.Departments.Where(d => d.Id == post.DepartmentId).Select(d => d.Name).FirstOrDefault())).AsNoTracking().ToListAsync());

    public IReadOnlyList<SelectListItem> Choices => [.. held.DistinctBy(h => h.Id).Select(h => new SelectListItem(h.Name, $"{h.Id.Value}"))];

    /// <summary>The post a person held on the day of a moment; null where none is known.</summary>
    public string? PostAt(PersonId? person, DateTime utc)
    {
        var day = Domain.Common.Tokyo.DayOf(utc);
        var posts = held.Where(h => h.Id == person && h.Role is not null && h.From <= day && (h.To is not { } to || day <= to))
            .Select(h => h.Department is null ? Names.Of(h.Role!.Value) : $"{h.Department} {Names.Of(h.Role!.Value)}").Distinct().ToList();
        return posts.Count == 0 ? null : string.Join("・", posts);
    }
}
