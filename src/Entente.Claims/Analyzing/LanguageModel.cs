using System.Buffers.Binary;
using System.Text;

namespace Entente.Claims.Analyzing;

/// <summary>
/// The model that ships in models/: tables in the form in which they are used, read where they lie.
/// The file is "ENTM", the version, and sections of bytes, each with its length before it and beginning at a multiple of 8.
/// </summary>
internal sealed unsafe class LanguageModel
{
    public const int Version = 1;

    private readonly object _owner;

    private LanguageModel(object owner, ReadOnlySpan<byte> file)
    {
        _owner = owner;
        if (file.Length < 8 || !file.StartsWith("ENTM"u8) || BinaryPrimitives.ReadInt32LittleEndian(file[4..]) != Version)
        {
            throw new FormatException("This is no language model of this version.");
        }

        var sections = new Sections(file);
        Tags = TagSet.Parse(sections.Lines());
        Classes = new WordClasses(sections.Table(), [.. sections.Bytes().ToArray().Select(b => b != 0)]);
        TagWeights = sections.Weights();
        Labels = [.. sections.Lines()];
        ParseWeights = sections.Weights();
        Lemmas = new LemmaTables(sections.Lines(), sections.Table(), sections.Lines(), sections.Table());
        Feats = new FeatTables(sections.Lines(), sections.Table());
    }

    public TagSet Tags { get; }

    public WordClasses Classes { get; }

    public FlatWeights TagWeights { get; }

    /// <summary>The dependency relations, by number.</summary>
    public string[] Labels { get; }

    public FlatWeights ParseWeights { get; }

    public LemmaTables Lemmas { get; }

    public FeatTables Feats { get; }

    /// <summary>The model that ships with the library.</summary>
    public static LanguageModel Shipped()
    {
        var stream = (UnmanagedMemoryStream)(typeof(LanguageModel).Assembly.GetManifestResourceStream("models/en.model")
            ?? throw new InvalidOperationException("The language model is missing from the build."));
        return new LanguageModel(stream, new ReadOnlySpan<byte>(stream.PositionPointer, checked((int)stream.Length)));
    }

    /// <summary>A model from bytes that the caller has pinned for good (GC.AllocateArray with pinned: true).</summary>
    public static LanguageModel FromPinned(byte[] file) => new(file, file);

    private ref struct Sections(ReadOnlySpan<byte> file)
    {
        private readonly ReadOnlySpan<byte> _file = file;
        private int _at = 8;

        public ReadOnlySpan<byte> Bytes()
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(_file[_at..]);
            var bytes = _file.Slice(_at + 8, length);
            _at += 8 + ((length + 7) & ~7);
            return bytes;
        }

        public string[] Lines() => Encoding.UTF8.GetString(Bytes()).Split('\n');

        public FlatTable Table() => new(Bytes(), Bytes());

        public FlatWeights Weights() => new(Table(), Bytes());
    }
}
