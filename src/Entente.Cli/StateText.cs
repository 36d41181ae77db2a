using Entente.Record;

namespace Entente.Cli;

/// <summary>A state of a relationship, or two side by side, for a person to read.</summary>
internal static class StateText
{
    public static void Write(TextWriter output, RelationState state, bool brief)
    {
        output.WriteLine($"{state.NameA} and {state.NameB}{Asked(state.Question)}: {state.Documents} {(state.Documents == 1 ? "document" : "documents")}");
        if (state.Undated > 0)
        {
            output.WriteLine($"Left out: {state.Undated} {(state.Undated == 1 ? "document" : "documents")} that nothing dates.");
        }

        if (state.Sections.Count == 0)
        {
            output.WriteLine("Nothing in the pile tells of that.");
        }

        var evidence = new EvidenceText(output, brief);
        foreach (var section in state.Sections)
        {
            output.WriteLine();
            output.WriteLine(section.Name);
            foreach (var item in section.Items)
            {
                evidence.Write(item);
            }
        }
    }

    public static void Write(TextWriter output, StateDifference difference, bool brief)
    {
        output.WriteLine($"{difference.One.NameA} and {difference.One.NameB}");
        output.WriteLine($"  <{Asked(difference.One.Question)}: {difference.One.Documents} documents");
        output.WriteLine($"  >{Asked(difference.Other.Question)}: {difference.Other.Documents} documents");
        output.WriteLine($"  {difference.Same} {(difference.Same == 1 ? "item stands" : "items stand")} alike in both");
        if (difference.Changes.Count == 0)
        {
            output.WriteLine("Both tell the same.");
        }

        var evidence = new EvidenceText(output, brief);
        foreach (var section in difference.Changes.GroupBy(c => c.Section, StringComparer.Ordinal))
        {
            output.WriteLine();
            output.WriteLine(section.Key);
            foreach (var (side, item) in section.SelectMany(c => new[] { ("<", c.One), (">", c.Other) }).Where(c => c.Item2 is not null))
            {
                output.Write(side);
                evidence.Write(item!);
            }
        }
    }

    private static string Asked(StateQuestion question)
    {
        var parts = new[]
        {
            question.On is { } on ? $" on {on:yyyy-MM-dd}" : " over all",
            question.Since is { } since ? $"what passes since {since:yyyy-MM-dd}" : null,
            question.KnownBy is { } by ? $"as known by {by:yyyy-MM-dd}" : null,
            question.AccordingTo.Count > 0 ? "according to " + string.Join(", ", question.AccordingTo) : null,
        };
        return string.Join(", ", parts.OfType<string>());
    }
}
