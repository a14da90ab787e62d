namespace Shirube.Domain.Plans;

/// <summary>How far a plan's text had come when the edition began: 骨子, 素案, 案, 決定, 改訂.</summary>
public enum EditionKind
{
    Outline,
    Draft,
    Proposal,
    Decided,
    Amended,
}
