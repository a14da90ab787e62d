using Microsoft.AspNetCore.Mvc;
using Shirube.Public.Features.Public.Common;
using Shirube.Public.Rendering;

namespace Shirube.Public.Features.Public.Projects;

/// <summary>Everything that is public about one project.</summary>
public sealed class ProjectModel(ReleaseMemory memory) : PublicPage
{
    public ProjectContent Published { get; private set; } = null!;

    public IActionResult OnGet(string key)
    {
        if (memory.Of(Release, $"project {key}", () => ProjectContent.Of(Release, key), c => c.Rows) is not { } content)
            return Missing("この事業");
        Published = content;
        return Page();
    }
}
