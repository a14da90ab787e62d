namespace Shirube.Files.Papers;

/// <summary>A 新旧対照表 as offices hand it out: the new text left, the old one right, changed words underlined, and a remark.</summary>
/// <param name="Notes">Lines under the title: which editions, counts, the day.</param>
public sealed record ComparisonPaper(string Title, string NewName, string OldName, IReadOnlyList<string> Notes, IReadOnlyList<ComparisonPaperRow> Rows);

/// <summary>One item: its paragraphs as they are now and as they were.</summary>
/// <param name="Depth">How far it is set in, from 0.</param>
/// <param name="Remark">What changed and why, a line each.</param>
public sealed record ComparisonPaperRow(int Depth, IReadOnlyList<PaperParagraph> New, IReadOnlyList<PaperParagraph> Old, string Remark);

public sealed record PaperParagraph(IReadOnlyList<PaperRun> Runs, bool IsHeading);

/// <param name="IsMarked">Whether it is underlined.</param>
public sealed record PaperRun(string Text, bool IsMarked);
