using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Domain.Organization;
using Shirube.Exchange.Publishing;
using Shirube.Ui.Hosting;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Publish))]
public sealed class VerificationPage(ReleaseVerification verification) : PageModel
{
    public VerificationResult Result { get; private set; } = null!;

    public void OnGet() => Result = verification.Verify(HttpContext.Municipality().Code);
}
