using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Shirube.Hosting;

/// <summary>Sends style sheets and scripts compressed to who takes them so: each file is pressed once, as small as it goes.</summary>
internal sealed class PressedAssets(RequestDelegate next, IWebHostEnvironment environment)
{
    private const string Brotli = "br";
    private static readonly string[] Pressable = [".css", ".js", ".svg"];
    private readonly FileExtensionContentTypeProvider types = new();
    private readonly ConcurrentDictionary<(string Path, DateTimeOffset Modified), byte[]> pressed = new();

    public async Task InvokeAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var path = request.Path.Value ?? "";
        if (!(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || !Array.Exists(Pressable, e => path.EndsWith(e, StringComparison.Ordinal)) || !TakesBrotli(request)
            || environment.WebRootFileProvider.GetFileInfo(path) is not { Exists: true, PhysicalPath: not null } file)
        {
            await next(context);
            return;
        }
        var body = pressed.GetOrAdd((path, file.LastModified), _ => Press(File.ReadAllBytes(file.PhysicalPath)));
        response.ContentType = types.TryGetContentType(path, out var type) ? type : "application/octet-stream";
        response.Headers.ContentEncoding = Brotli;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        response.Headers.CacheControl = Pipeline.Caching(request);
        response.ContentLength = body.Length;
        if (HttpMethods.IsGet(request.Method))
            await response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static bool TakesBrotli(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(a => a.Quality is not 0 && a.Value.Equals(Brotli, StringComparison.OrdinalIgnoreCase));

    private static byte[] Press(byte[] content)
    {
        var room = new byte[BrotliEncoder.GetMaxCompressedLength(content.Length)];
        return BrotliEncoder.TryCompress(content, room, out var written, quality: 11, window: 22) ? room[..written] : throw new InvalidOperationException("Brotli had no room.");
    }
}
