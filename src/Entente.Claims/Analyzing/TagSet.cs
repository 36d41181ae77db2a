namespace Entente.Claims.Analyzing;

/// <summary>The tags of the model: pairs of a universal and a Penn part of speech, by number.</summary>
internal sealed class TagSet
{
    private TagSet(string[] upos, string[] xpos)
    {
        Upos = upos;
        Xpos = xpos;
    }

    public int Count => Upos.Length;

    public string[] Upos { get; }

    public string[] Xpos { get; }

    /// <summary>Lines "UPOS XPOS".</summary>
    public static TagSet Parse(string[] lines) => new([.. lines.Select(l => string.Intern(l.Split(' ')[0]))], [.. lines.Select(l => string.Intern(l.Split(' ')[1]))]);

    public int Find(string upos, string xpos)
    {
        for (var i = 0; i < Upos.Length; i++)
        {
            if (Upos[i] == upos && Xpos[i] == xpos)
            {
                return i;
            }
        }

        return -1;
    }
}
