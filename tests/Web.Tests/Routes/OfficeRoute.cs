using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shirube.Domain.Organization;
using Shirube.Office.Organization;
using Shirube.Ui.Hosting;

namespace Web.Tests.Routes;

/// <summary>An address of the office with a method, and the operations it states as its policies; none where it is open to all.</summary>
internal sealed partial record OfficeRoute(string Method, string Template, string? Handler, IReadOnlyList<Operation> Operations)
{
    /// <summary>The parts of the address that name a record, each with the segment before it: projects/{key}.</summary>
    public IEnumerable<string> Records => Template.Split('/').Zip(Template.Split('/').Skip(1))
        .Where(pair => pair.Second.StartsWith('{')).Select(pair => $"{pair.First}/{Bare(pair.Second)}");

    public string Address(IReadOnlyDictionary<string, string> records)
    {
        var parts = Template.Split('/');
        for (var i = parts.Length - 1; i > 0; i--)
            if (parts[i].StartsWith('{'))
                parts[i] = Uri.EscapeDataString(records[$"{parts[i - 1]}/{Bare(parts[i])}"]);
        return string.Join('/', parts) + (Handler is null ? "" : $"?handler={Handler}");
    }

    public override string ToString() => $"{Method} /{Template}{(Handler is null ? "" : $"?handler={Handler}")}";

    /// <summary>Every route of the office face that the program knows, each with every method and handler it answers.</summary>
    public static async Task<IReadOnlyList<OfficeRoute>> Of(App app)
    {
        var routes = new List<OfficeRoute>();
        foreach (var endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<FaceMetadata>()?.Face == Face.Office))
        {
            var operations = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null ? []
                : endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => Enum.Parse<Operation>(a.Policy!)).Distinct().ToList();
            foreach (var (method, handler, more) in await Methods(app, endpoint))
                routes.Add(new(method, endpoint.RoutePattern.RawText!.Trim('/'), handler, operations.Count == 0 || more is null ? operations : [.. operations, more.Value]));
        }
        return [.. routes.DistinctBy(r => r.ToString())];
    }

    // why: the operation of a page's forms is null where they state none beyond the page's own.
    private static async Task<IEnumerable<(string Method, string? Handler, Operation? More)>> Methods(App app, RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
            return (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(m => (m, (string?)null, (Operation?)null));
        var compiled = await app.Services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata);
        var forms = compiled.HandlerTypeInfo.GetCustomAttribute<ChangesNeedAttribute>()?.Operation;
        return compiled.HandlerMethods.Select(h => (h.HttpMethod.ToUpperInvariant(), h.Name, h.HttpMethod.Equals("GET", StringComparison.OrdinalIgnoreCase) ? null : forms)).Append(("GET", null, null)).Distinct();
    }

    private static string Bare(string parameter) => Parameter().Replace(parameter, "{$1}");

    [GeneratedRegex(@"^\{\*{0,2}(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
