using System.Text;

namespace Entente.Claims.Coding.Claiming;

/// <summary>The id of something that data/ does not know: its words in lower case, joined by hyphens.</summary>
internal static class Slug
{
    public static string Of(string words)
    {
        var slug = new StringBuilder(words.Length);
        foreach (var letter in words)
        {
            if (char.IsLetterOrDigit(letter))
            {
                slug.Append(char.ToLowerInvariant(letter));
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().TrimEnd('-');
    }
}
