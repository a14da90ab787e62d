using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shirube.Domain.Organization;
using Shirube.Ui.Hosting;
using Shouldly;
using Xunit;

namespace Web.Tests.Routes;

public sealed class EndpointTests(App app) : IClassFixture<App>
{
    private List<RouteEndpoint> Endpoints =>
        [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    [Fact]
    public void Every_endpoint_states_a_policy_or_is_open_to_all()
    {
        Endpoints.ShouldNotBeEmpty();
        Endpoints.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null && e.Metadata.GetMetadata<IAuthorizeData>()?.Policy is not { Length: > 0 }).Select(Name).ShouldBeEmpty();
    }

    [Fact]
    public void Every_page_of_the_office_names_the_operation_it_is_for()
    {
        var office = Endpoints.Where(e => e.Metadata.GetMetadata<FaceMetadata>()?.Face == Face.Office).ToList();
        office.ShouldNotBeEmpty();
        office.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null && e.Metadata.GetOrderedMetadata<IAuthorizeData>().All(a => !Enum.TryParse<Operation>(a.Policy, out _))).Select(Name).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_open_to_all_in_the_office_is_only_the_way_in()
    {
        var open = Endpoints.Where(e => e.Metadata.GetMetadata<FaceMetadata>()?.Face == Face.Office && e.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(e => e.RoutePattern.RawText!.TrimStart('/')).Distinct().ToList();
        open.ShouldNotBeEmpty();
        open.Where(p => p.Split('/')[0] is not ("sign-in" or "sign-out" or "invitation" or "answers")).ShouldBeEmpty();
    }

    // why: what names no face stands outside the matrix of permissions.
    [Fact]
    public void What_belongs_to_no_face_is_only_the_signs_of_life_and_the_page_of_failures()
    {
        var everywhere = Endpoints.Where(e => e.Metadata.GetMetadata<FaceMetadata>() is null).Select(e => e.RoutePattern.RawText!.Trim('/')).Distinct().ToList();
        everywhere.Order(StringComparer.Ordinal).ShouldBe(["failure", "healthz", "readyz", "{**path}"]);
    }

    [Fact]
    public void Every_page_lies_where_its_face_is_known() =>
        Endpoints.Select(e => e.Metadata.GetMetadata<PageActionDescriptor>()?.RelativePath).OfType<string>().ToList()
            .Where(p => !p.StartsWith("/Features/", StringComparison.Ordinal)).ShouldBeEmpty();

    private static string Name(RouteEndpoint endpoint) => $"{endpoint.RoutePattern.RawText} {endpoint.DisplayName}";
}
