using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Projects;
using Shirube.Exchange.Publishing;
using Shirube.Office.Evaluation;

namespace Shirube.Office.Publishing;

/// <summary>The kept figures of one sheet as citizens read them. What was asked for and appraised stays inside until it is adopted.</summary>
internal sealed record PublicFigures(IReadOnlyList<ReleasedSheetMoney> Money, IReadOnlyList<ReleasedSheetIndicator> Indicators, IReadOnlyList<ReleasedSheetFigure> Values, IReadOnlyList<ReleasedSheetMember> Members)
{
    public static PublicFigures Of(PublicKey sheet, SheetFigures kept, IReadOnlySet<QuestionKind> shown) => new(
        shown.Contains(QuestionKind.Money) ? [.. MoneyOf(sheet, kept.Money)] : [],
        shown.Contains(QuestionKind.Indicators) ? [.. kept.Indicators.Select((i, at) => new ReleasedSheetIndicator(sheet, at + 1, new(i.Key), i.Name, i.Unit, i.Kind, i.Assessed))] : [],
        shown.Contains(QuestionKind.Indicators) ? [.. kept.Indicators.SelectMany((i, at) => i.Years.Select(y => new ReleasedSheetFigure(sheet, at + 1, new(y.Year), y.Target.Value, y.Target.Words, y.Actual.Value, y.Actual.Words)))] : [],
        shown.Contains(QuestionKind.Projects) ? [.. kept.Members.Select((m, at) => MemberOf(sheet, at + 1, m))] : []);

    private static IEnumerable<ReleasedSheetMoney> MoneyOf(PublicKey sheet, FigureTable table) =>
        from line in table.Lines.Select((l, i) => (Line: l, Place: i + 1))
        from column in table.Columns.Select((c, i) => (Column: c, Cell: line.Line.Cells[i]))
        where IsPublic(column.Column.Stage) && (column.Cell.Value is not null || column.Cell.Words is not null)
        select new ReleasedSheetMoney(sheet, line.Place, new(column.Column.Year), column.Column.Stage, line.Line.Name, line.Line.Kind, column.Cell.Value, column.Cell.Words, column.Cell.Unknown);

    private static ReleasedSheetMember MemberOf(PublicKey sheet, int place, FigureMember member) => member.CostStage is { } stage && IsPublic(stage)
        ? new(sheet, place, new(member.Key), member.Name, member.Cost.Value, member.Cost.Words) : new(sheet, place, new(member.Key), member.Name, null, null);

    /// <summary>What is asked and cut before a budget is decided stays inside.</summary>
    internal static bool IsPublic(MoneyStage stage) => stage is not (MoneyStage.Requested or MoneyStage.Appraised);
}

internal static class PublicFiguresOfAll
{
    public static ReleaseContent With(this ReleaseContent content, IReadOnlyList<PublicFigures> figures) => content with
    {
        SheetMoney = [.. figures.SelectMany(f => f.Money)],
        SheetIndicators = [.. figures.SelectMany(f => f.Indicators)],
        SheetFigures = [.. figures.SelectMany(f => f.Values)],
        SheetMembers = [.. figures.SelectMany(f => f.Members)],
    };
}
