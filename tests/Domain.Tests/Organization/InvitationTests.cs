using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shouldly;
using Xunit;

namespace Domain.Tests.Organization;

public sealed class InvitationTests
{
    private static readonly DateTime Sent = new(2026, 11, 22, 3, 0, 0, DateTimeKind.Utc);
    private readonly Invitation invitation = Invitation.To(PersonId.New(), "hash", by: null, Sent);

    [Fact]
    public void An_invitation_is_good_for_fourteen_days()
    {
        invitation.WhyNotAccept(Sent.AddDays(14)).ShouldBeNull();
        invitation.WhyNotAccept(Sent.AddDays(14).AddSeconds(1)).ShouldBe(Refusals.InvitationExpired);
    }

    [Fact]
    public void An_invitation_is_used_once()
    {
        invitation.Accept(Sent.AddHours(1));
        Should.Throw<RefusalException>(() => invitation.Accept(Sent.AddHours(2))).Refusal.ShouldBe(Refusals.InvitationUsed);
    }

    [Fact]
    public void A_replaced_invitation_is_refused()
    {
        invitation.Replace(Sent.AddHours(1));
        Should.Throw<RefusalException>(() => invitation.Accept(Sent.AddHours(2))).Refusal.ShouldBe(Refusals.InvitationReplaced);
    }
}
