namespace Shirube.Office.Jobs;

/// <summary>How far a job is. It tells one text, which begins with the step at hand and the number of steps (2/3).</summary>
public readonly record struct JobProgress(int Done, int Total, string Text)
{
    public static JobProgress Of(string? told) =>
        told?.Split([' ', '/'], 3) is [var step, var steps, var text] && int.TryParse(step, out var at) && int.TryParse(steps, out var all)
            ? new(at - 1, all, $"{text}({step}/{steps})") : new(0, 1, "順番を待っています");
}
