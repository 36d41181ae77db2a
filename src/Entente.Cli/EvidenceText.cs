using Entente.Claims;
using Entente.Record;

namespace Entente.Cli;

/// <summary>Claims as evidence: who says what, in which document of which day, and the sentence.</summary>
internal sealed class EvidenceText(TextWriter output, bool brief)
{
    /// <summary>Claims that their outlet has corrected since; none where that was not asked.</summary>
    public IReadOnlyDictionary<string, (CorrectionNote Note, ClaimRow? Is)> Corrected { get; init; } = new Dictionary<string, (CorrectionNote, ClaimRow?)>();

    /// <summary>What an outlet did to a claim of its own: the note, and the claim as it is now.</summary>
    public static string? Correction(IReadOnlyDictionary<string, (CorrectionNote Note, ClaimRow? Is)> corrected, string claim) => corrected.TryGetValue(claim, out var found)
        ? $"{(found.Is is null ? "taken back" : "corrected")} by its outlet in {found.Note.Document}: “{TextTable.OneLine(found.Note.Sentence, int.MaxValue)}”{(found.Is is { } now ? $"; now claim {now.Id}" : "")}"
        : null;

    /// <summary>A matter with who says so and all that is claimed of it.</summary>
    public void Write(MatterRow matter)
    {
        var standing = string.Join(", ", new[] { matter.IsPlan ? matter.Plan + ", " + matter.Outcome : matter.Told, matter.Agreement }.OfType<string>());
        output.WriteLine($"{matter.Id}  {CodedNames.Of(matter.Kind)}  {Gist(matter)}  [{matter.Time?.ToString() ?? "no day"}]{(standing.Length == 0 ? "" : "  " + standing)}");
        output.WriteLine("    " + matter.Support);
        foreach (var claim in matter.Claims)
        {
            Write(StateVoice.Of(claim));
        }

        foreach (var outcome in matter.Outcomes)
        {
            output.WriteLine($"    {outcome.What} ({outcome.Event}):");
            Write(StateVoice.Of(outcome.Claim));
        }

        foreach (var d in matter.Disagreements)
        {
            output.WriteLine($"    {d.About} disputed ({d.Id}):");
            Write(StateVoice.Of(d.One));
            Write(StateVoice.Of(d.Other));
        }
    }

    /// <summary>An item of a state.</summary>
    public void Write(StateItem item)
    {
        output.WriteLine($"  {item.Words}{(item.Standing is null ? "" : "  – " + item.Standing)}{(item.Matter.Kind is ClaimKind.Event ? "  [" + (item.Matter.Time?.ToString() ?? "no day") + "]" : "")}  ({item.Matter.Id})");
        if (item.Note is not null && !brief)
        {
            output.WriteLine("    " + item.Note);
        }

        if (brief)
        {
            output.WriteLine("    " + string.Join("; ", item.Voices.Select(v => $"{v.Who} {v.Claim.Published?.ToString() ?? "undated"}").Distinct(StringComparer.Ordinal)));
        }

        foreach (var voice in item.Voices)
        {
            Write(voice);
        }
    }

    public void Write(StateVoice voice)
    {
        var claim = voice.Claim;
        if (!brief)
        {
            output.WriteLine($"    {voice.Says}: {voice.Who}; {claim.Document}, {claim.Publisher ?? "publisher unknown"}, {claim.Published?.ToString() ?? "undated"}{(claim.CopyOf is null ? "" : "; wording of " + claim.CopyOf)}; claim {claim.Id}");
            output.WriteLine("      “" + TextTable.OneLine(claim.Sentence, int.MaxValue) + "”" + (claim.Reason is null ? "" : $" – because “{claim.Reason}”"));
        }

        if (Correction(Corrected, claim.Id) is { } correction)
        {
            output.WriteLine("      " + correction);
        }

        foreach (var line in AllegationText.Lines(claim, "      "))
        {
            output.WriteLine(line);
        }
    }

    private static string Gist(MatterRow matter) => matter.Claims.Any(c => c.Allegation is not null) ? "alleged: " + matter.Gist : matter.Gist;
}
