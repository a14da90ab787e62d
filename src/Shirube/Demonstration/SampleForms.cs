using Shirube.Domain.Evaluation;
using Shirube.Office.Evaluation;

namespace Shirube.Demonstration;

/// <summary>Two evaluation forms to look at and to change: invented, like the projects they are about.</summary>
internal static class SampleForms
{
    public static IEnumerable<EvaluationForm> All() => [Sampled("eight-axes"), Sampled("measure")];

    private static EvaluationForm Sampled(string template) => EvaluationForm.Draft(FormSettings.Templates[template] with { Name = Sample.Mark(FormSettings.Templates[template].Name) }, isSample: true);
}
