namespace Entente.Claims.Coding.Naming;

/// <summary>Makes the part of an id that comes from a name: "Bruno Maçães" → "bruno-macaes".</summary>
internal static class Slug
{
    public static string Of(ReadOnlySpan<char> name)
    {
        Span<char> slug = name.Length <= 128 ? stackalloc char[name.Length] : new char[name.Length];
        Span<char> one = stackalloc char[1];
        var length = 0;
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c))
            {
                slug[length++] = Vocabulary.Fold([c], one) == 1 ? one[0] : c;
            }
            else if (c is not ('.' or '\'' or '’') && length > 0 && slug[length - 1] != '-')
            {
                slug[length++] = '-';
            }
        }

        return slug[..length].TrimEnd('-').ToString();
    }
}
