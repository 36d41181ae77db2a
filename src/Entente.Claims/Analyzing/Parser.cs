namespace Entente.Claims.Analyzing;

/// <summary>
/// Dependency trees by greedy transitions, labels included: an averaged perceptron trained with a dynamic oracle (Goldberg and Nivre 2013).
/// </summary>
internal sealed class Parser
{
    public const string RootLabel = "root";

    private readonly LanguageModel _model;
    private readonly int _root;

    public Parser(LanguageModel model)
    {
        _model = model;
        _root = Array.IndexOf(model.Labels, RootLabel);
    }

    /// <summary>Fills heads and labels of the state.</summary>
    public void Parse(ParseState state, WordAtoms atoms, ReadOnlySpan<byte> tags)
    {
        Span<ulong> keys = stackalloc ulong[ParseFeatures.Count];
        Span<int> scores = stackalloc int[Transitions.Count(_model.Labels.Length)];
        state.Begin(atoms, tags, _model.Tags.Kinds);
        while (!state.IsDone)
        {
            if (state.Depth == 0)
            {
                state.Shift();
                continue;
            }

            ParseFeatures.Fill(state, keys);
            _model.ParseWeights.Score(keys, scores);
            Transitions.Apply(state, Transitions.Best(scores, state, _root));
        }
    }
}
