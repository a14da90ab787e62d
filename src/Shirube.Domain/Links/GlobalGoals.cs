using Shirube.Domain.Common;

namespace Shirube.Domain.Links;

/// <summary>The 17 goals and 169 targets of the SDGs (持続可能な開発のための2030アジェンダ, 2015): numbers, and the short names in common use in Japanese.</summary>
public static class GlobalGoals
{
    private static readonly string[] Names =
    [
        "貧困をなくそう", "飢餓をゼロに", "すべての人に健康と福祉を", "質の高い教育をみんなに", "ジェンダー平等を実現しよう", "安全な水とトイレを世界中に",
        "エネルギーをみんなに そしてクリーンに", "働きがいも経済成長も", "産業と技術革新の基盤をつくろう", "人や国の不平等をなくそう", "住み続けられるまちづくりを", "つくる責任 つかう責任",
        "気候変動に具体的な対策を", "海の豊かさを守ろう", "陸の豊かさも守ろう", "平和と公正をすべての人に", "パートナーシップで目標を達成しよう",
    ];

    // why: of each goal how many targets carry a number, and how many a letter (means of implementation).
    private static readonly (int Numbers, int Letters)[] Counts =
        [(5, 2), (5, 3), (9, 4), (7, 3), (6, 3), (6, 2), (3, 2), (10, 2), (5, 3), (7, 3), (7, 3), (8, 3), (3, 2), (7, 3), (9, 3), (10, 2), (19, 0)];

    public static readonly IReadOnlyList<int> All = [.. Enumerable.Range(1, Names.Length)];

    /// <summary>The codes of all targets in their order: 1.1 … 1.5, 1.a, 1.b, 2.1 ….</summary>
    public static readonly IReadOnlyList<string> Targets = [.. All.SelectMany(TargetsOf)];

    public static bool Knows(int goal) => goal >= 1 && goal <= Names.Length;

    public static string NameOf(int goal) => Knows(goal) ? Names[goal - 1] : throw new ArgumentOutOfRangeException(nameof(goal), goal, "SDGsの目標は1から17までです。");

    public static IEnumerable<string> TargetsOf(int goal) =>
        [.. Enumerable.Range(1, Counts[goal - 1].Numbers).Select(n => $"{goal}.{n}"), .. Enumerable.Range(0, Counts[goal - 1].Letters).Select(n => $"{goal}.{(char)('a' + n)}")];

    /// <summary>Why a goal, or a target of it, is none.</summary>
    public static Refusal? WhyNot(int goal, string? target) =>
        !Knows(goal) ? Refusals.GoalUnknown(goal) : target is not null && !TargetsOf(goal).Contains(target) ? Refusals.TargetUnknown(goal, target) : null;
}
