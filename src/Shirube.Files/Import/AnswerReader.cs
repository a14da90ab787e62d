using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;

namespace Shirube.Files.Import;

/// <summary>The evaluation of a row. Both stages are kept; where they differ the cell is listed.</summary>
internal sealed class AnswerReader(Mapping mapping, ProblemLog log)
{
    public ImportedEvaluation? Read(RowView row, FiscalYear? sheetYear)
    {
        if (mapping.Evaluation is not { } rule)
            return null;
        var answers = new List<ImportedAnswer>();
        foreach (var question in rule.Questions)
        {
            var (choice, text) = (Answer(row, question.Choice), Answer(row, question.Text));
            if (choice is not null || text is not null)
                answers.Add(new(answers.Count + 1, question.Stage, question.Question, choice, text));
        }

        ListDifferences(row);
        return answers.Count == 0 ? null : new(MoneyReader.YearOf(rule.Year, sheetYear, rule.Questions[0].Choice ?? rule.Questions[0].Text ?? ""), answers);
    }

    private string? Answer(RowView row, string? column)
    {
        if (column is null || TextReader.Of(log, row, column) is not { } answer)
            return null;
        var folded = HeadingText.Fold(answer);
        if (folded != "0" && !Dashes.IsDash(folded))
            return answer;
        log.Group(ProblemSeverity.Info, "answer-empty-mark", row.Place(column), answer, answer, $"評価の欄に「{answer}」とあります。", "回答なしとして扱いました。");
        return null;
    }

    private void ListDifferences(RowView row)
    {
        foreach (var rule in mapping.Evaluation!.Questions.Where(q => q.Stage == EvaluationStage.Manager && q.Choice is not null))
        {
            var self = row.Text(mapping.Evaluation.Questions.FirstOrDefault(q => q.Stage == EvaluationStage.Self && q.Question == rule.Question)?.Choice);
            var manager = row.Text(rule.Choice);
            if (self is not null && manager is not null && HeadingText.Fold(self) != HeadingText.Fold(manager))
                log.Group(ProblemSeverity.Info, "manager-differs", row.Place(rule.Choice), rule.Question, manager, $"「{rule.Question}」で課長等の判断が自己評価と違います。", "両方を取り込みました。");
        }
    }
}
