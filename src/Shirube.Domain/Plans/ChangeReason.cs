using Shirube.Domain.Common;

namespace Shirube.Domain.Plans;

/// <summary>変更の理由: why an item is as it is in an edition, or why that edition no longer has it; printed in the 新旧対照表. It is no text of the plan and may be written at any time.</summary>
public sealed class ChangeReason : Aggregate
{
    public const int LongestText = 2000;

    private ChangeReason(ChangeReasonId id, EditionId editionId, PublicKey itemKey, string text)
    {
        Id = id;
        EditionId = editionId;
        ItemKey = itemKey;
        Text = text;
    }

    public ChangeReasonId Id { get; private set; }
    public EditionId EditionId { get; private set; }
    public PublicKey ItemKey { get; private set; }
    public string Text { get; private set; }

    public static ChangeReason Of(EditionId edition, PublicKey item, string text)
    {
        var reason = new ChangeReason(ChangeReasonId.New(), edition, item, text);
        reason.Write(text);
        return reason;
    }

    public void Write(string? text)
    {
        (string.IsNullOrWhiteSpace(text) ? Refusals.NameMissing("変更の理由") : text.Length > LongestText ? Refusals.TextTooLong("変更の理由", LongestText, text.Length) : null).ThrowIfAny();
        Text = text!.Trim();
    }
}
