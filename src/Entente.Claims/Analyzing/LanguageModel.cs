using Entente.Claims.Analyzing.Net;

namespace Entente.Claims.Analyzing;

/// <summary>The model that ships in models/: tables in the form in which they are used, read where they lie. <see cref="ModelFile"/> says how they lie there.</summary>
internal sealed unsafe class LanguageModel
{
    private readonly object _owner;

    private LanguageModel(object owner, ReadOnlySpan<byte> bytes)
    {
        _owner = owner;
        var file = new ModelFile(bytes);
        var splitter = file.Part(ModelParts.Splitter);
        Cuts = new HashedWeights(splitter.Bytes());
        Ends = new HashedWeights(splitter.Bytes());
        var tags = file.Part(ModelParts.Tags);
        Tags = TagSet.Parse(tags.Lines());
        Classes = WordClasses.Read(ref tags);
        Net = new Network(new NetSections(file.Part(ModelParts.Net)), Tags);
        var lemmas = file.Part(ModelParts.Lemmas);
        Lemmas = new LemmaTables(lemmas.Lines(), lemmas.Table(), lemmas.Lines(), lemmas.Table());
        var feats = file.Part(ModelParts.Feats);
        Feats = new FeatTables(feats.Lines(), feats.Table());
    }

    /// <summary>Where words end.</summary>
    public HashedWeights Cuts { get; }

    /// <summary>Where sentences end.</summary>
    public HashedWeights Ends { get; }

    public TagSet Tags { get; }

    public WordClasses Classes { get; }

    public Network Net { get; }

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
}
