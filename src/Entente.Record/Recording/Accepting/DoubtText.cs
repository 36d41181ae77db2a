namespace Entente.Record.Recording.Accepting;

/// <summary>A doubt as it is kept among the problems of another coder's document: behind the id of the claim that it is about.</summary>
internal static class DoubtText
{
    public static string Write(string claim, string message) => claim + ": " + message;

    /// <summary>The claim's id in the record, and the doubt.</summary>
    public static (string Claim, string Message) Read(string kept) => kept.IndexOf(": ", StringComparison.Ordinal) is var at and > 0 ? (kept[..at], kept[(at + 2)..]) : ("", kept);
}
