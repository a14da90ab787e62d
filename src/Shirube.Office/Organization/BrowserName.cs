namespace Shirube.Office.Organization;

/// <summary>The family of a browser and its system, of what it says about itself. Nothing more of it is kept.</summary>
internal static class BrowserName
{
    // why: the order matters, for each of them also names the ones below it.
    private static readonly (string Mark, string Name)[] Families = [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];
    private static readonly (string Mark, string Name)[] Systems = [("Windows", "Windows"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Mac OS", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static string Of(string? agent)
    {
        var family = Find(Families, agent) ?? "ほかのブラウザー";
        return Find(Systems, agent) is { } system ? $"{family}({system})" : family;
    }

    private static string? Find((string Mark, string Name)[] known, string? agent) =>
        agent is null ? null : Array.Find(known, k => agent.Contains(k.Mark, StringComparison.Ordinal)).Name;
}
