namespace Entente.Tests.Reconciling;

/// <summary>Texts of random words, the same for the same seed.</summary>
internal static class MadeText
{
    public static string Words(Random random, int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(_ => string.Concat(Enumerable.Range(0, random.Next(2, 8)).Select(_ => (char)('a' + random.Next(26))))));

    /// <summary>Some words in a row of a text.</summary>
    public static string Part(Random random, string text)
    {
        var words = text.Split(' ');
        var from = random.Next(words.Length);
        return string.Join(' ', words[from..random.Next(from, words.Length + 1)]);
    }
}
