using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Entente.Server;

/// <summary>A file of the web app, as it is sent.</summary>
internal sealed record WebFile(byte[] Content, string Type, string Tag);

/// <summary>The built web app, which stands in this assembly. Built without Node.js it is empty, and a plain page says so.</summary>
internal static class WebFiles
{
    private const string Prefix = "web/";

    private static readonly FrozenDictionary<string, WebFile> All = typeof(WebFiles).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(n => n[Prefix.Length..].Replace('\\', '/'), Read, StringComparer.Ordinal);

    private static readonly WebFile Missing = Of(
        """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>Entente</title>
        <h1>The web page is not part of this build</h1>
        <p>It was built where Node.js (20.19 or newer) was missing. Install Node.js and build again, or ask the record over its API:
        <a href="api/totals">totals</a>, <a href="api/documents">documents</a>, <a href="api/dyads">dyads</a>, <a href="api/actors">actors</a>.</p></html>
        """u8.ToArray(),
        ".html");

    /// <summary>Whether the web app is part of this build.</summary>
    public static bool Built => All.ContainsKey("index.html");

    /// <summary>The file at a path such as "/app.js"; "/" is the page itself. Null when there is none.</summary>
    public static WebFile? Find(string path) => path is "/" or "/index.html"
        ? All.GetValueOrDefault("index.html", Missing)
        : All.GetValueOrDefault(path.TrimStart('/'));

    private static WebFile Read(string resource)
    {
        using var stream = typeof(WebFiles).Assembly.GetManifestResourceStream(resource)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return Of(content, Path.GetExtension(resource));
    }

    private static WebFile Of(byte[] content, string extension) => new(content, TypeOf(extension), '"' + Convert.ToHexStringLower(SHA256.HashData(content))[..16] + '"');

    private static string TypeOf(string extension) => extension switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
}
