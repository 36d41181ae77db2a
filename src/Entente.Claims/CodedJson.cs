using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Entente.Claims;

/// <summary>What of a coded document is written beyond what is always there.</summary>
/// <param name="Tokens">The words with their analysis.</param>
/// <param name="Predicates">Every word that tells of an event or state.</param>
/// <param name="Silences">The sentences that name two actors and yield no claim, with the reasons.</param>
public sealed record CodedJsonOptions(bool Tokens = false, bool Predicates = false, bool Silences = false);

/// <summary>
/// Writes coded documents as JSON, schema <c>entente.coded/1</c> (docs/coded-document.schema.json): the public contract of the coder.
/// Offsets count Unicode code points of the text, end exclusive. What is absent is left out.
/// </summary>
public static class CodedJson
{
    public const string Schema = "entente.coded/1";

    /// <summary>What of a document does not depend on who coded it.</summary>
    private static readonly string[] Shared = ["schema", "id", "page", "uri", "publisher", "title", "authors", "language", "published", "text", "confidence", "blocks", "sentences"];

    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The document as one UTF-8 line without its line end.</summary>
    /// <param name="page">The page that it stands on.</param>
    public static byte[] Write(CodedDocument document, ReadPage page, CodedJsonOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(page);
        var bytes = new ArrayBufferWriter<byte>((2 * document.Document.Text.Length) + (2000 * (document.Claims.Count + 1)));
        using (var json = new Utf8JsonWriter(bytes, WriterOptions))
        {
            new CodedWriter(json, document, page).Write(options ?? new CodedJsonOptions());
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>
    /// What another coder made of a document: the document of a coded document with other claims in it, and without the layers that only its own coder answers for (actors, times, attributions …).
    /// </summary>
    /// <param name="coded">A coded document, as <see cref="Write"/> gives it.</param>
    /// <param name="coder">Who made the claims.</param>
    /// <param name="text">The text that the claims point into.</param>
    public static byte[] WithClaims(ReadOnlyMemory<byte> coded, string coder, string text, IReadOnlyList<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(claims);
        using var document = JsonDocument.Parse(coded);
        var bytes = new ArrayBufferWriter<byte>((2 * text.Length) + (2000 * (claims.Count + 1)));
        using (var json = new Utf8JsonWriter(bytes, WriterOptions))
        {
            json.WriteStartObject();
            foreach (var member in document.RootElement.EnumerateObject().Where(m => Shared.Contains(m.Name)))
            {
                member.WriteTo(json);
                if (member.NameEquals("page"))
                {
                    json.WriteString("coder", coder);
                }
            }

            if (!document.RootElement.TryGetProperty("text", out _))
            {
                json.WriteString("text", text);
            }

            new ClaimWriter(json, text, new CodePointMap(text)).WriteClaims(claims);
            json.WriteStartArray("problems");
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>The answer to a page that has no document: its problems.</summary>
    public static byte[] WriteProblems(string id, IReadOnlyList<Problem> problems, string? digest = null)
    {
        ArgumentNullException.ThrowIfNull(problems);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, WriterOptions))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteString("id", id);
            if (digest is not null)
            {
                json.WriteString("page", digest);
            }

            json.WriteStartArray("problems");
            foreach (var problem in problems)
            {
                json.WriteStartObject();
                json.WriteString("code", problem.Code);
                json.WriteString("message", problem.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }
}
