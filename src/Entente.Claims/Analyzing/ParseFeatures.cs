namespace Entente.Claims.Analyzing;

/// <summary>
/// The features of a parser state: words (w), tags (p), labels (l), valencies (v), label sets (s), distances and what stands between,
/// of the top of the stack (0, 1, 2), the front of the buffer (b, c, d) and their outermost dependents. After Zhang and Nivre (2011),
/// with the prepositions of nominals added, which in Universal Dependencies are dependents.
/// </summary>
internal static class ParseFeatures
{
    /// <summary>Each template names the atoms it joins.</summary>
    private const string Templates = """
        0w 0p; 0w; 0p; 1w 1p; 1w; 1p; 2w; 2p; bw bp; bw; bp; cw cp; cw; cp; dw; dp
        0w 0p bw bp; 0w 0p bw; 0w bw bp; 0w 0p bp; 0p bw bp; 0w bw; 0p bp; 0w bp; 0p bw
        1w 1p 0w 0p; 1w 0w; 1p 0p; 1w 0p; 1p 0w; 1w 1p 0p; 1p 0w 0p
        1p bp; 1w bp; 1p bw; 1w bw; bp cp; bw cp; bp cw; bw cw; 2p 1p; 0p cp; 0w cp
        0p bp cp; 1p 0p bp; 2p 1p 0p; 0w 1p bp; 0p 1w bp; 0p 1p bw; 0p bp cp dp; 1p 0p bp cp; bp cp dp; 0w bp cp; 0p bw cp; 2p 1p 0p bp
        0w bp dist; 0p bp dist; 0w dist; bw dist; 0p dist; bp dist; 1p 0p dist1; 1w 0p dist1; 1p 0w dist1; 0p bw dist
        0p bp between; 1p 0p between1; 0w bp between; 1w 0p between1; 0p bp between dist
        0w 0vl; 0p 0vl; 0w 0vr; 0p 0vr; 1w 1vr; 1p 1vr; 1p 1vl; bw bvl; bp bvl; 0p 0vl 0vr bp; 1p 1vr 0p
        0lw; 0lp; 0ll; 0rw; 0rp; 0rl; 1rw; 1rp; 1rl; 1lp; 1ll; blw; blp; bll; 0l2p; 0l2l; 0r2p; 0r2l; 1r2l; bl2l
        0p 0lp bp; 0p 0rp bp; 1p 1rp 0p; 1p 1lp 0p; 0p bp blp; 1p 0p 0lp; 1p 0p 0rp; 1p 1rp bp; 0p 0ll bp; 0p 0rl bp; 1p 1rl 0p; 0p bp bll
        0p 0lp 0l2p; 0p 0rp 0r2p; bp blp bl2p; 1p 1rp 1r2p; 0p 0ll 0l2l; 0p 0rl 0r2l; 1p 1rl 1r2l
        0w 0sl; 0p 0sl; 0w 0sr; 0p 0sr; bw bsl; bp bsl; 1w 1sr; 1p 1sr; 1w 1sl; 1p 1sl; 0p 0sl 0sr bp; 1p 1sr 0p 0sl; 1p 1sl 1sr 0p; 0p 0sl bp bsl
        0w blw; 0w blw bp; 0p blw bp; 0w blw bw; 1w 0lw; 1w 0lw 0p; 1p 0lw 0p; 1w 0lw 0w; 1w blw bp; 0w bw cw; 1w 0w bw; 1p 0lw bp; 0lw 0p bp
        1w 0w bp; 1w 0p bw; 0w 0rw; 0w 0rl bp; 0w 0ll bp; 1w 1rl 0p; 1w 1rl 0w; 0w 0sl bp; 0w 0sr bp; 0x bp; 0p bx; 1x 0p; 1p 0x; 0x bx; 1x 0x; 0x; bx
        """;

    private static readonly string[] Names = AtomNames();
    private static readonly int[][] Joined = Parse();
    private static readonly ulong[] Seeds = [.. Joined.Select((_, t) => Mix.Seed(1000 + t))];

    /// <summary>How many features a state has.</summary>
    public static int Count { get; } = Joined.Length;

    /// <summary>Writes the keys of all features of a state.</summary>
    public static void Fill(ParseState state, Span<ulong> keys)
    {
        Span<uint> atoms = stackalloc uint[Names.Length];
        state.Describe(atoms);
        var templates = Joined;
        var seeds = Seeds;
        for (var t = 0; t < templates.Length; t++)
        {
            var key = seeds[t];
            foreach (var atom in templates[t])
            {
                key = Mix.Then(key, atoms[atom]);
            }

            keys[t] = Mix.End(key);
        }
    }

    /// <summary>The names of the atoms in the order in which <see cref="ParseState.Describe"/> writes them.</summary>
    private static string[] AtomNames() =>
    [
        "0w", "0p", "0x", "1w", "1p", "1x", "2w", "2p", "bw", "bp", "bx", "cw", "cp", "dw", "dp",
        "dist", "dist1", "between", "between1",
        "0vl", "0vr", "1vl", "1vr", "bvl", "0sl", "0sr", "1sl", "1sr", "bsl",
        "0lw", "0lp", "0ll", "0rw", "0rp", "0rl", "1rw", "1rp", "1rl", "1lp", "1ll", "blw", "blp", "bll",
        "0l2p", "0l2l", "0r2p", "0r2l", "1r2p", "1r2l", "bl2p", "bl2l",
    ];

    private static int[][] Parse() =>
    [
        .. Templates.Split(';', '\n').Select(t => t.Trim()).Where(t => t.Length > 0)
            .Select(t => t.Split(' ').Select(name => Array.IndexOf(Names, name) is var i and >= 0 ? i : throw new InvalidOperationException(name)).ToArray()),
    ];
}
