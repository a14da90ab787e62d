namespace Shirube.Files.Import;

/// <summary>How alike two texts are, from 0 to 1: one minus the edits between them by the longer length.</summary>
internal static class Likeness
{
    public static double Of(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0)
            return a.Length == b.Length ? 1 : 0;
        var before = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var now = new int[b.Length + 1];
            now[0] = i;
            for (var j = 1; j <= b.Length; j++)
                now[j] = Math.Min(Math.Min(now[j - 1], before[j]) + 1, before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            before = now;
        }

        return 1 - before[b.Length] / (double)Math.Max(a.Length, b.Length);
    }
}
