using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Office.Evaluation;

namespace Shirube.Demonstration;

/// <summary>Evaluation forms: two that the sample rounds use, and one to change. Invented, like the projects they are about.</summary>
internal sealed class SampleForms
{
    public SampleForms(FiscalYear from, DateTime nowUtc)
    {
        (Yearly, MidTerm) = (Sampled("eight-axes"), Sampled("mid-term"));
        Yearly.IssueFrom(from, [], null, nowUtc);
        MidTerm.IssueFrom(new(2025), [], null, nowUtc);
    }

    public EvaluationForm Yearly { get; }
    public EvaluationForm MidTerm { get; }

    public IEnumerable<EvaluationForm> All => [Yearly, MidTerm, Sampled("measure")];

    private static EvaluationForm Sampled(string template) => EvaluationForm.Draft(FormSettings.Templates[template] with { Name = Sample.Mark(FormSettings.Templates[template].Name) }, isSample: true);
}
