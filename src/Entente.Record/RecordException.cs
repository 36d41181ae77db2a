using Entente.Claims;

namespace Entente.Record;

/// <summary>The record itself cannot be used: it is missing, of a newer version, no record at all, or its disk is full. The message ends with the remedy.</summary>
public sealed class RecordException : Exception
{
    public RecordException(Problem problem, Exception? inner = null)
        : base(problem?.Message, inner) => Problem = problem ?? throw new ArgumentNullException(nameof(problem));

    public Problem Problem { get; }
}
