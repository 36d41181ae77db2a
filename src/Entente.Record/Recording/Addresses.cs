namespace Entente.Record.Recording;

/// <summary>Addresses as far as they tell what a page is: two ways to write one address become the same.</summary>
internal static class Addresses
{
    /// <summary>"https://www.Example.org/a/?utm_source=x#top" → "example.org/a"; null of what is no address of the web.</summary>
    public static string? Of(string? uri)
    {
        if (!Uri.TryCreate(uri, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https"))
        {
            return null;
        }

        var host = parsed.IdnHost.ToLowerInvariant();
        host = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        var query = parsed.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(p => !Tells(p)).Order(StringComparer.Ordinal).ToArray();
        return host + (parsed.IsDefaultPort ? "" : ":" + parsed.Port) + parsed.AbsolutePath.TrimEnd('/') + (query.Length == 0 ? "" : "?" + string.Join('&', query));
    }

    /// <summary>Whether a part of the query tells who sent the reader, and not what he reads.</summary>
    private static bool Tells(string part) => part.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || part.Split('=')[0].ToLowerInvariant() is "fbclid" or "gclid" or "ref" or "mc_cid" or "mc_eid";
}
