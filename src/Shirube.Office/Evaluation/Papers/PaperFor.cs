namespace Shirube.Office.Evaluation;

/// <summary>Whom a printed document of an evaluation is for.</summary>
public enum PaperFor
{
    /// <summary>庁内用: everything that the form asks, with how far each stage is.</summary>
    Office,
    /// <summary>公開用: what the form marks as public, of stages that were submitted.</summary>
    Public,
}
