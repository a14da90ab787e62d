using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;

namespace Shirube.Ui.Hosting;

/// <summary>Addresses of what vite built into wwwroot/build: fixed file names with the content's hash as ?v=, so that browsers may keep them for ever. Without a build the address stands without a hash.</summary>
public sealed class BuiltAssets(IWebHostEnvironment environment, TimeProvider clock)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, (DateTimeOffset At, string Address)> known = new();
    private readonly ConcurrentDictionary<string, (long Looked, string Address)> shown = new();

    // why: every page asks for three files; while vite builds anew, a page may show the old ones for a second.
    public string AddressOf(string name)
    {
        if (shown.TryGetValue(name, out var there) && clock.GetElapsedTime(there.Looked) < LookEvery)
            return there.Address;
        var address = AddressNow(name);
        shown[name] = (clock.GetTimestamp(), address);
        return address;
    }

    private string AddressNow(string name)
    {
        var file = environment.WebRootFileProvider.GetFileInfo($"build/{name}");
        if (!file.Exists)
            return $"/build/{name}";
        if (!known.TryGetValue(name, out var there) || there.At != file.LastModified)
            known[name] = there = (file.LastModified, $"/build/{name}?v={HashOf(file)}");
        return there.Address;
    }

    private static string HashOf(IFileInfo file)
    {
        using var content = file.CreateReadStream();
        return Convert.ToHexStringLower(SHA256.HashData(content))[..12];
    }
}
