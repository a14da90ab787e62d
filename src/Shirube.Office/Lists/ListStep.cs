namespace Shirube.Office.Lists;

/// <summary>A record among the rows of the list it was opened from. <see cref="At"/> counts from 0 and is negative where the record is not among them any more.</summary>
public sealed record ListStep(string Title, string List, int Count, int At, string? Before, string? After);
