namespace Entente.Claims.Analyzing;

/// <summary>
/// A state of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011) with the root at the end of the buffer:
/// SHIFT moves the front of the buffer to the stack, LEFT makes the front the head of the top of the stack, RIGHT the second of the stack.
/// </summary>
internal sealed class ParseState
{
    private uint[] _word = [];
    private uint[] _suffix = [];
    private byte[] _tag = [];
    private int[] _stack = [];
    private int[] _verbs = [];
    private int[] _commas = [];
    private Dependents[] _left = [];
    private Dependents[] _right = [];
    private int _depth;

    /// <summary>How many words the sentence has; that number also stands for the root.</summary>
    public int Count { get; private set; }

    public int[] Heads { get; private set; } = [];

    public byte[] Labels { get; private set; } = [];

    /// <summary>The front of the buffer.</summary>
    public int Front { get; private set; }

    public int Depth => _depth;

    public int Top => _stack[_depth - 1];

    public int Second => _depth > 1 ? _stack[_depth - 2] : -1;

    public bool IsDone => _depth == 0 && Front == Count;

    public bool CanShift => Front < Count;

    /// <summary>A sentence has one root: only the last word of the stack may take it.</summary>
    public bool CanLeft => _depth > 0 && (Front < Count || _depth == 1);

    public bool CanRight => _depth > 1;

    public int StackAt(int index) => _stack[index];

    /// <summary>Begins a sentence. Tags are numbers of the model; the state keeps them plus one, zero being no word.</summary>
    public void Begin(WordAtoms atoms, ReadOnlySpan<byte> tags, ReadOnlySpan<byte> kinds)
    {
        Count = atoms.Count;
        EnsureSize(Count + 4);
        atoms.Lower.AsSpan(WordAtoms.Pad, Count).CopyTo(_word);
        for (var i = 0; i < Count; i++)
        {
            _tag[i] = (byte)(tags[i] + 1);
            _suffix[i] = atoms.Suffix[((i + WordAtoms.Pad) * WordAtoms.Affix) + 2];
        }

        _verbs[0] = _commas[0] = 0;
        for (var i = 0; i < Count; i++)
        {
            _verbs[i + 1] = _verbs[i] + (kinds[tags[i]] == TagKinds.Verb ? 1 : 0);
            _commas[i + 1] = _commas[i] + (kinds[tags[i]] == TagKinds.Punctuation ? 1 : 0);
        }

        _word.AsSpan(Count, 3).Clear();
        _suffix.AsSpan(Count, 3).Clear();
        _tag.AsSpan(Count, 3).Clear();
        _tag[Count] = TagKinds.Root;
        _left.AsSpan(0, Count + 1).Fill(Dependents.None);
        _right.AsSpan(0, Count + 1).Fill(Dependents.None);
        Heads.AsSpan(0, Count).Fill(-1);
        _depth = 0;
        Front = 0;
    }

    public void Shift() => _stack[_depth++] = Front++;

    public void Left(byte label)
    {
        var child = _stack[--_depth];
        Attach(child, Front, label);
        _left[Front].Add(child, label);
    }

    public void Right(byte label)
    {
        var child = _stack[--_depth];
        var head = _stack[_depth - 1];
        Attach(child, head, label);
        _right[head].Add(child, label);
    }

    /// <summary>Writes the atoms of the state in the order of ParseFeatures.</summary>
    public void Describe(Span<uint> atoms)
    {
        var s0 = _depth > 0 ? _stack[_depth - 1] : -1;
        var s1 = _depth > 1 ? _stack[_depth - 2] : -1;
        var s2 = _depth > 2 ? _stack[_depth - 3] : -1;
        var b = Front;
        var n = 0;
        n = Put(atoms, n, Word(s0), Tag(s0), Suffix(s0));
        n = Put(atoms, n, Word(s1), Tag(s1), Suffix(s1));
        n = Put(atoms, n, Word(s2), Tag(s2));
        n = Put(atoms, n, Word(b), Tag(b), Suffix(b));
        n = Put(atoms, n, Word(b + 1), Tag(b + 1));
        n = Put(atoms, n, Word(b + 2), Tag(b + 2));
        n = Put(atoms, n, Distance(s0, b), Distance(s1, s0));
        n = Put(atoms, n, Between(s0, b), Between(s1, s0));
        Dependents l0 = Left(s0), r0 = Right(s0), l1 = Left(s1), r1 = Right(s1), lb = Left(b);
        n = Put(atoms, n, l0.Number, r0.Number, l1.Number);
        n = Put(atoms, n, r1.Number, lb.Number);
        n = Put(atoms, n, l0.Set, r0.Set, l1.Set);
        n = Put(atoms, n, r1.Set, lb.Set);
        n = Put(atoms, n, Word(l0.Outer), Tag(l0.Outer), l0.OuterLabel);
        n = Put(atoms, n, Word(r0.Outer), Tag(r0.Outer), r0.OuterLabel);
        n = Put(atoms, n, Word(r1.Outer), Tag(r1.Outer), r1.OuterLabel);
        n = Put(atoms, n, Tag(l1.Outer), l1.OuterLabel);
        n = Put(atoms, n, Word(lb.Outer), Tag(lb.Outer), lb.OuterLabel);
        n = Put(atoms, n, Tag(l0.Inner), l0.InnerLabel);
        n = Put(atoms, n, Tag(r0.Inner), r0.InnerLabel);
        n = Put(atoms, n, Tag(r1.Inner), r1.InnerLabel);
        Put(atoms, n, Tag(lb.Inner), lb.InnerLabel);
    }

    private static int Put(Span<uint> atoms, int n, uint x, uint y)
    {
        atoms[n] = x;
        atoms[n + 1] = y;
        return n + 2;
    }

    private static int Put(Span<uint> atoms, int n, uint x, uint y, uint z)
    {
        atoms[n + 2] = z;
        return Put(atoms, n, x, y) + 1;
    }

    private uint Word(int i) => i < 0 ? 0 : _word[i];

    private uint Tag(int i) => i < 0 ? 0u : _tag[i];

    private uint Suffix(int i) => i < 0 ? 0 : _suffix[i];

    private Dependents Left(int i) => i < 0 ? Dependents.None : _left[i];

    private Dependents Right(int i) => i < 0 ? Dependents.None : _right[i];

    private static uint Distance(int from, int to) => from < 0 ? 0u : (uint)((to - from) switch { < 5 => to - from, < 8 => 5, < 12 => 6, < 20 => 7, _ => 8 });

    /// <summary>Whether verbs (0, 1, more) and commas or other punctuation stand between two words.</summary>
    private uint Between(int from, int to) => from < 0 ? 0u : 1u + (uint)(Math.Min(2, _verbs[to] - _verbs[from + 1]) + (3 * Math.Min(2, _commas[to] - _commas[from + 1])));

    private void Attach(int child, int head, byte label)
    {
        Heads[child] = head;
        Labels[child] = label;
    }

    private void EnsureSize(int size)
    {
        if (_word.Length >= size)
        {
            return;
        }

        size = Math.Max(64, size * 2);
        _word = new uint[size];
        _suffix = new uint[size];
        _tag = new byte[size];
        _stack = new int[size];
        _verbs = new int[size];
        _commas = new int[size];
        _left = new Dependents[size];
        _right = new Dependents[size];
        Heads = new int[size];
        Labels = new byte[size];
    }

    /// <summary>The dependents of a word on one side: the outermost, the one before it, how many, and the set of their labels.</summary>
    private struct Dependents
    {
        public int Outer;
        public int Inner;
        public uint OuterLabel;
        public uint InnerLabel;
        public uint Number;
        public ulong Labels;

        public readonly uint Set => (uint)(Labels >> 32) * 31 ^ (uint)Labels;

        public static Dependents None { get; } = new() { Outer = -1, Inner = -1 };

        public void Add(int child, byte label)
        {
            (Inner, InnerLabel) = (Outer, OuterLabel);
            (Outer, OuterLabel) = (child, label + 1u);
            Number = Math.Min(Number + 1, 6);
            Labels |= 1ul << (label & 63);
        }
    }
}
