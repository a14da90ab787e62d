namespace Shirube.Office.Evaluation;

/// <summary>Which document is asked for, as chosen on its page.</summary>
public sealed class DocumentForm
{
    public string? Document { get; set; }
    public string? Department { get; set; }
    public string? Format { get; set; }
    public string? For { get; set; }

    internal PaperFor Readers => For == "public" ? PaperFor.Public : PaperFor.Office;
}
