using System.Security.Cryptography;

namespace Entente.Claims;

/// <summary>One saved page as it came: its bytes, and what the person who saved it says of it.</summary>
public sealed record Page(string Id, ReadOnlyMemory<byte> Content)
{
    private string? _digest;

    /// <summary>How the bytes are to be taken.</summary>
    public PageForm Form { get; init; } = PageForm.Detect;

    /// <summary>What the user says of the page; it wins over what the page says of itself.</summary>
    public PageFacts Given { get; init; } = PageFacts.None;

    /// <summary>What a program made of bytes that do not spell the page's characters themselves (a PDF); null when none was asked.</summary>
    public Conversion? Converted { get; init; }

    /// <summary>"sha256:" and the SHA-256 of the bytes in lower-case hex: the page's identity in the record.</summary>
    public string Digest => _digest ??= "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Content.Span));
}

/// <summary>The text that an outside program made of a page.</summary>
/// <param name="By">The program and its version: "pdftotext 22.12.0".</param>
/// <param name="Text">Null when it failed.</param>
/// <param name="Problem">Why it failed.</param>
public sealed record Conversion(string By, string? Text, Problem? Problem = null);

/// <summary>How a page's bytes are to be taken.</summary>
public enum PageForm
{
    /// <summary>The content decides.</summary>
    Detect,

    /// <summary>HTML.</summary>
    Html,

    /// <summary>The text that is left of a page when its markup is gone.</summary>
    Text,

    /// <summary>One clean document, to be taken as it stands: offsets refer to it.</summary>
    Prepared,
}

/// <summary>What is known of a page from outside it. What is not known is null.</summary>
public sealed record PageFacts
{
    public static PageFacts None { get; } = new();

    /// <summary>The address that the page was saved from.</summary>
    public string? Uri { get; init; }

    /// <summary>Who published it, as a name or a host.</summary>
    public string? Publisher { get; init; }

    public string? Title { get; init; }

    /// <summary>The day of publication.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The day on which the page was saved: an upper bound of its publication.</summary>
    public DateOnly? Captured { get; init; }

    /// <summary>The encoding that the carrier of the page named (an HTTP or MIME header): "koi8-r". A byte order mark wins over it.</summary>
    public string? Charset { get; init; }
}
