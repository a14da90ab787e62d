using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Domain.Organization;
using Shirube.Public.Features.Public.Common;

namespace Bench.Features;

/// <summary>What every citizens' page does, and nothing else.</summary>
public sealed class EmptyPublicPage : PublicPage;

/// <summary>What every page of the office does, and nothing else.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class EmptyOfficePage : PageModel;
