using Xunit;

namespace Browser.Tests;

public sealed class Pages_of_evaluation(City city) : OfficePages(city)
{
    [Theory]
    [InlineData("evaluation forms", "evaluation-forms")]
    [InlineData("new evaluation form", "evaluation-forms/new?from=eight-axes")]
    [InlineData("evaluation form", "evaluation-forms/{form}")]
    [InlineData("evaluation form's name", "evaluation-forms/{form}/edit")]
    [InlineData("evaluations", "evaluations")]
    [InlineData("new evaluation", "evaluations/new")]
    [InlineData("evaluation's board", "evaluations/{round}")]
    [InlineData("evaluation that is closed", "evaluations/{closed round}")]
    [InlineData("evaluation's days", "evaluations/{round}/schedule")]
    [InlineData("closed evaluation's days", "evaluations/{closed round}/schedule")]
    [InlineData("evaluation's sheets", "evaluations/{round}/sheets")]
    [InlineData("evaluation's results", "evaluations/{round}/results")]
    [InlineData("closed evaluation's results of items", "evaluations/{closed round}/results?of=items")]
    [InlineData("evaluation's workbook", "evaluations/{round}/workbook")]
    [InlineData("evaluation sheet", "sheets/{sheet}")]
    [InlineData("evaluation sheet that was submitted", "sheets/{submitted sheet}")]
    [InlineData("evaluation sheet of a closed evaluation", "sheets/{closed sheet}")]
    [InlineData("new question", "evaluation-forms/{form}/questions/new")]
    [InlineData("indicators", "indicators")]
    [InlineData("indicator", "indicators/{indicator}")]
    [InlineData("new indicator", "indicators/new?project={project}")]
    [InlineData("way of assessment", "indicators/{indicator}/method")]
    [InlineData("rules of assessment", "assessment-rules")]
    [InlineData("indicator being edited", "indicators/{indicator}/edit")]
    [InlineData("history of an indicator", "indicators/{indicator}/history")]
    [InlineData("no indicator found", "indicators?words=ないことば")]
    [InlineData("indicator's field put back", "indicators/{indicator}/history/value?entry=0&field=Name")]
    [InlineData("values of many indicators", "indicators/values?year=2024")]
    [InlineData("no values found", "indicators/values?words=ないことば")]
    [InlineData("table of values", "indicators/values/table")]
    [InlineData("field of many indicators", "indicators/bulk?list=&field=kind")]
    public Task A_page_is_open_to_all_on_a_screen_and_on_a_phone(string kind, string address, int status = 200) => Look(kind, address, status);
}
