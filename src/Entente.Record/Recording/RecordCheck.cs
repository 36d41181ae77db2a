namespace Entente.Record.Recording;

/// <summary>One thing that a record promises, looked at on the record at hand.</summary>
/// <param name="Promise">In plain words.</param>
/// <param name="Checked">How many things were looked at.</param>
/// <param name="Of">What they are: "claims", "pages".</param>
/// <param name="Violations">What is otherwise, a line each.</param>
public sealed record RecordCheck(string Promise, long Checked, string Of, IReadOnlyList<string> Violations);
