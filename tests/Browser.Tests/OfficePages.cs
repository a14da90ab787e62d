using System.Reflection;
using Xunit;

namespace Browser.Tests;

/// <summary>Pages of an area of the office, each looked at by a planner. Areas are classes of their own so that they are looked at side by side.</summary>
public abstract class OfficePages(City city)
{
    /// <summary>The addresses of all areas.</summary>
    public static IEnumerable<string> Addresses =>
        typeof(OfficePages).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(OfficePages)))
            .SelectMany(t => t.GetMethods()).SelectMany(m => m.GetCustomAttributes<InlineDataAttribute>()).Select(d => (string)d.Data[1]!);

    protected Task Look(string kind, string address, int status)
    {
        Assert.NotEmpty(kind);
        return city.Look($"{City.Office}/{city.Keys.Fill(address)}", status, city.Planner);
    }
}
