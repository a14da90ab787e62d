using Shirube.Domain.Common;

namespace Shirube.Domain.Plans;

/// <summary>計画項目: one node of an edition's tree. <see cref="Key"/> stays the same across editions; <see cref="Code"/> is the number as the city writes it.</summary>
public sealed class PlanItem : Aggregate
{
    private PlanItem(PlanItemId id, EditionId editionId, PublicKey key, LevelId levelId, string title)
    {
        Id = id;
        EditionId = editionId;
        Key = key;
        LevelId = levelId;
        Title = title;
    }

    public const int LongestTitle = 300;
    public const int LongestBody = 100_000;

    public PlanItemId Id { get; private set; }
    public EditionId EditionId { get; private set; }
    public PublicKey Key { get; private set; }
    public LevelId LevelId { get; private set; }
    public PlanItemId? ParentId { get; private set; }
    /// <summary>Place among the siblings, from 1.</summary>
    public int Order { get; private set; }
    /// <summary>The number as written (1, 1-2, 6-2-02); null where items carry none.</summary>
    public string? Code { get; private set; }
    public string Title { get; private set; }
    /// <summary>The title in plain words for citizens.</summary>
    public string? PlainTitle { get; private set; }
    /// <summary>Markdown without raw HTML.</summary>
    public string? Body { get; private set; }
    /// <summary>Invented content of the demonstration, shown with the mark 「サンプル」.</summary>
    public bool IsSample { get; private set; }

    public static PlanItem Insert(EditionId edition, Level level, PlanItem? parent, int order, string? code, string title, bool isSample = false)
    {
        var item = new PlanItem(PlanItemId.New(), edition, PublicKey.New(), level.Id, title) { ParentId = parent?.Id, Order = order, IsSample = isSample };
        item.Write(code, title, null, null);
        return item;
    }

    public static Refusal? WhyNotWrite(string? title, string? body) =>
        string.IsNullOrWhiteSpace(title) ? Refusals.NameMissing("計画項目の題名")
        : title.Length > LongestTitle ? Refusals.TextTooLong("計画項目の題名", LongestTitle, title.Length)
        : body?.Length > LongestBody ? Refusals.TextTooLong("本文", LongestBody, body.Length) : null;

    public void Write(string? code, string title, string? plainTitle, string? body)
    {
        WhyNotWrite(title, body).ThrowIfAny();
        Code = Blank.ToNull(code?.Trim());
        Title = title.Trim();
        PlainTitle = Blank.ToNull(plainTitle);
        Body = Blank.ToNull(body);
    }

    /// <summary>The items of one edition anew for another: the same keys, places and texts.</summary>
    internal static IReadOnlyList<PlanItem> Copies(IReadOnlyCollection<PlanItem> items, EditionId edition)
    {
        var ids = items.ToDictionary(i => i.Id, _ => PlanItemId.New());
        return [.. items.Select(i => new PlanItem(ids[i.Id], edition, i.Key, i.LevelId, i.Title)
        {
            ParentId = i.ParentId is { } parent ? ids[parent] : null, Order = i.Order, Code = i.Code, PlainTitle = i.PlainTitle, Body = i.Body, IsSample = i.IsSample,
        })];
    }

    /// <summary>Moves within its level's rules; <see cref="PlanTree"/> says why not.</summary>
    internal void Place(PlanItemId? parent, int order)
    {
        ParentId = parent;
        Order = order;
    }
}
