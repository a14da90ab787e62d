using Shirube.Data;

namespace Shirube.Office.Common;

/// <summary>One save in a list of the whole log: what it changed in one sentence, with its few newest records.</summary>
/// <param name="Summary">「取り込みで、事務事業407件、指標618件」; null where the lines say it all.</param>
public sealed record SaveLine(long Last, DateTime AtUtc, string Who, string? Post, string Process, string? Why, string? Summary, int Count, IReadOnlyList<HistoryLine> Lines, Guid? Run)
{
    public int Others => Count - Lines.Count;

    internal static SaveLine Of(ChangeSave save, HistoryNames names, HistoryPeople people, bool personal)
    {
        var first = save.Shown.FirstOrDefault();
        var lines = save.Count > save.Shown.Count ? [] : save.Shown.Select(e => HistoryLine.Of(e, names, personal)).ToList();
        return new(save.Last, save.AtUtc, ChangeWords.Who(first?.By), people.PostAt(save.By, save.AtUtc), ChangeWords.Process(first?.Process ?? ""), first?.Why,
            save.Count > save.Shown.Count ? string.Join("、", save.Kinds.OrderByDescending(k => k.Value).Select(k => $"{ChangeWords.Kind(k.Key)}{k.Value:#,0}件")) : null, save.Count, lines, save.Run);
    }
}
