using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Shirube.Data;

namespace Shirube.Office.Common;

/// <summary>One field of a form: the name of its input, its label, its text, and the words for a text that is a key.</summary>
public sealed record FormField(string Name, string Label, string? Text, string? Shown = null)
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<(PropertyInfo Property, string Label)>> Labelled = new();

    /// <summary>The labelled texts of a form, in their order.</summary>
    public static IReadOnlyList<FormField> Of<TForm>(TForm form) where TForm : class =>
        [.. Labelled.GetOrAdd(typeof(TForm), Labels).Select(p => new FormField($"Form.{p.Property.Name}", p.Label, p.Property.GetValue(form) as string))];

    private static IReadOnlyList<(PropertyInfo, string)> Labels(Type form) =>
        [.. form.GetProperties().Select(p => (p, p.GetCustomAttribute<DisplayAttribute>()?.Name)).Where(p => p.Name is not null).Select(p => (p.p, p.Name!))];
}

/// <summary>Short marks of texts: enough to see later which ones somebody changed, without sending them all twice.</summary>
public static class FormMarks
{
    public static string Of(IEnumerable<FormField> fields) => string.Join(' ', fields.Select(f => $"{f.Name}={Mark(f.Text)}"));

    public static IReadOnlyDictionary<string, string> Read(string? marks) =>
        (marks ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(m => m.Split('=', 2)).Where(m => m.Length == 2)
            .GroupBy(m => m[0]).ToDictionary(g => g.Key, g => g.First()[1]);

    // why: browsers send line breaks as CR LF, whatever came.
    public static string Mark(string? text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes((text ?? "").ReplaceLineEndings("\n"))))[..8];
}

/// <summary>Two texts of one field. Where only one side changed it, that side stands; where both did, the person chooses.</summary>
public sealed record ConflictChoice(FormField Mine, FormField Theirs, bool MustChoose, bool MineStands, bool TheirsStands);

/// <summary>Somebody else saved first: who (null where somebody worked on the server), when, and what differs.</summary>
public sealed record ConflictView(int Version, string Was, string? SavedBy, DateTime? SavedAtUtc, IReadOnlyList<ConflictChoice> Choices)
{
    public static ConflictView Of(IReadOnlyList<FormField> mine, IReadOnlyList<FormField> theirs, string? was, int version, HistoryEntry? last)
    {
        var began = FormMarks.Read(was);
        var saved = theirs.ToDictionary(f => f.Name);
        return new(version, FormMarks.Of(theirs), last?.By, last?.AtUtc,
            [.. mine.Select(m => Choice(m, saved.GetValueOrDefault(m.Name, m with { Text = null, Shown = null }), began.GetValueOrDefault(m.Name)))]);
    }

    private static ConflictChoice Choice(FormField mine, FormField theirs, string? began)
    {
        var (typed, saved) = (FormMarks.Mark(mine.Text), FormMarks.Mark(theirs.Text));
        if (typed == saved)
            return new(mine, theirs, MustChoose: false, MineStands: false, TheirsStands: false);
        var (mineStands, theirsStands) = (saved == began, typed == began);
        return new(mine, theirs, !mineStands && !theirsStands, mineStands, theirsStands);
    }
}
