namespace Entente.Claims.Reading.Opening;

/// <summary>What a media type says of a file before it is looked at.</summary>
internal static class MediaKind
{
    /// <summary>What it is when it is no page ("image"); null when it may be one.</summary>
    public static string? Of(string media) => media switch
    {
        "" or "text/html" or "application/xhtml+xml" or "text/plain" or "text/markdown" or "text/x-markdown" => null,
        "application/pdf" or "application/x-pdf" or "multipart/related" or "message/rfc822" or "application/x-mimearchive" => null,
        "text/css" => "style",
        "text/javascript" or "application/javascript" or "application/x-javascript" or "application/ecmascript" or "application/wasm" => "script",
        "application/font-woff" or "application/vnd.ms-fontobject" => "font",
        "application/vnd.apple.mpegurl" or "application/x-mpegurl" or "application/dash+xml" => "video or sound",
        _ when IsXml(media) => null,
        _ => media.Split('/')[0] switch
        {
            "image" => "image",
            "video" or "audio" => "video or sound",
            "font" => "font",
            _ => "data",
        },
    };

    public static bool IsHtml(string media) => media is "text/html" or "application/xhtml+xml";

    /// <summary>XML of any sort: a feed or XHTML, or some other data.</summary>
    public static bool IsXml(string media) => media is "application/rss+xml" or "application/atom+xml" or "application/rdf+xml" or "application/xml" or "text/xml";
}
