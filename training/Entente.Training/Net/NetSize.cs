namespace Entente.Training.Net;

/// <summary>The measures of a network.</summary>
/// <param name="Width">Of a word's vector, and of a layer in each direction.</param>
/// <param name="Arc">Of what words ask for and offer.</param>
/// <param name="Label">Of what decides a relation.</param>
/// <param name="Hints">Of what decides a name mark.</param>
internal sealed record NetSize(int Parts, int Rows, int Tags, int Names, int Labels, int Width = 160, int Arc = 96, int Label = 96, int Hints = 64)
{
    /// <summary>Parts that are hidden by chance: the word itself, in lower case and as it stands.</summary>
    public const int Hidden = 2;
}
