using Shirube.Domain.Common;

namespace Shirube.Domain.Plans;

public sealed partial class Plan
{
    /// <param name="place">From 1, the top.</param>
    /// <param name="standings">How the items of all editions stand, level under level.</param>
    public Refusal? WhyNotMoveLevel(LevelId id, int place, IReadOnlyCollection<LevelStanding> standings)
    {
        var moved = Reordered(id, place);
        var places = moved.Select((l, i) => (l.Id, Place: i + 1)).ToDictionary(l => l.Id, l => l.Place);
        return standings.Where(s => s.Under is { } under ? places[under] > places[s.Level] : places[s.Level] > 1).OrderBy(s => places[s.Level]).FirstOrDefault() is not { } broken ? null
            : broken.Under is { } above ? Refusals.LevelsStand(NameOf(broken.Level), NameOf(above), broken.Items)
            : Refusals.LevelStandsOnTop(NameOf(broken.Level), moved[0].Name, broken.Items);
    }

    /// <summary>Gives a level another place among the levels; places beyond the ends mean the ends. Its numbering and what it carries go with it.</summary>
    public void MoveLevel(LevelId id, int place, IReadOnlyCollection<LevelStanding> standings)
    {
        WhyNotMoveLevel(id, place, standings).ThrowIfAny();
        foreach (var (level, i) in Reordered(id, place).Select((l, i) => (l, i)))
            level.Order = i + 1;
    }

    private List<Level> Reordered(LevelId id, int place)
    {
        var level = levels.Single(l => l.Id == id);
        var moved = levels.OrderBy(l => l.Order).Where(l => l != level).ToList();
        moved.Insert(Math.Clamp(place - 1, 0, moved.Count), level);
        return moved;
    }

    private string NameOf(LevelId id) => levels.Single(l => l.Id == id).Name;
}
