using Shirube.Domain.Common;

namespace Shirube.Data;

/// <summary>検索用の写し: what of one record is searched, folded, and what its hit shows. Copied from the record in the transaction that saves it; it holds nothing of its own.</summary>
public sealed class SearchText
{
    private SearchText(Guid recordId, SearchKind kind, string key, string title, string foldedTitle, string foldedText, string text)
    {
        RecordId = recordId;
        Kind = kind;
        Key = key;
        Title = title;
        FoldedTitle = foldedTitle;
        FoldedText = foldedText;
        Text = text;
    }

    public Guid RecordId { get; private set; }
    public SearchKind Kind { get; private set; }
    /// <summary>What the record's address is made of: its key, or its id.</summary>
    public string Key { get; private set; }
    /// <summary>The key of the record it is shown under: a plan item's plan, an evaluation's project.</summary>
    public string? ParentKey { get; private set; }
    public Guid? ParentId { get; private set; }
    public string? Number { get; private set; }
    public string? FoldedNumber { get; private set; }
    public string Title { get; private set; }
    public string FoldedTitle { get; private set; }
    /// <summary>When what is searched last changed.</summary>
    public DateTime ChangedAtUtc { get; internal set; }
    /// <summary>Number, title and text, each folded by itself.</summary>
    public string FoldedText { get; private set; }
    /// <summary>The text beside number and title as it was typed, from which a hit is quoted.</summary>
    public string Text { get; private set; }

    internal static SearchText Of(SearchKind kind, Guid id, string key, string? number, string title, IEnumerable<string?> texts, (Guid Id, string Key)? parent = null)
    {
        var said = texts.Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => Storable(t!)).ToList();
        var folded = new[] { number, title }.Concat(said).Select(Domain.Common.FoldedText.Fold).Where(t => t.Length > 0);
        return new(id, kind, key, title, Domain.Common.FoldedText.Fold(title), string.Join('\n', folded), string.Join('\n', said))
        {
            Number = number, FoldedNumber = number is null ? null : Domain.Common.FoldedText.Fold(number), ParentKey = parent?.Key, ParentId = parent?.Id,
        };
    }

    /// <summary>Whether it says the same of the same record; when it changed aside.</summary>
    internal bool IsSame(SearchText other) =>
        (RecordId, Kind, Key, ParentKey, ParentId, Number, FoldedNumber) == (other.RecordId, other.Kind, other.Key, other.ParentKey, other.ParentId, other.Number, other.FoldedNumber)
        && (Title, FoldedTitle, FoldedText, Text) == (other.Title, other.FoldedTitle, other.FoldedText, other.Text);

    // why: PostgreSQL holds no U+0000 in text.
    private static string Storable(string text) => text.Replace("\0", "", StringComparison.Ordinal);
}

/// <summary>By which rules of folding, and after how many schema files, the search texts were made; its one row says 0 until they are made at all.</summary>
public sealed class SearchState
{
    public int Id { get; private set; }
    public int Rules { get; private set; }
    public int SchemaFiles { get; private set; }
}
