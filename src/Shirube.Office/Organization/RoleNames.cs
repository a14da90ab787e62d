using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Ui.Text;

namespace Shirube.Office.Organization;

/// <summary>Roles as people type them: the code word (planning-office, PlanningOffice) or the Japanese name.</summary>
public static class RoleNames
{
    public static Role Parse(string text)
    {
        var plain = text.Trim().Replace("-", "", StringComparison.Ordinal);
        foreach (var role in Enum.GetValues<Role>())
            if (plain.Equals(role.ToString(), StringComparison.OrdinalIgnoreCase) || plain == Names.Of(role))
                return role;
        throw new RefusalException(Refusals.RoleUnknown(text));
    }
}
