using Entente.Claims;
using Entente.Record;

namespace Entente.Server;

/// <summary>What several claims are about, with all of them and who says so.</summary>
public sealed record MatterAnswer(string Id, string Kind, string Words, DaysAnswer? Time, SupportAnswer Support, IReadOnlyList<ClaimAnswer> Claims)
{
    /// <summary>Of a figure that several give: "agree", "revised", "differ" or "several".</summary>
    public string? Agreement { get; init; }

    /// <summary>Whether it is an event that is announced or expected, or an agreement that was planned or in talks when it was first told of.</summary>
    public bool Plan { get; init; }

    /// <summary>Of a plan: "open", "happened" or "cancelled"; of an agreement "open", "signed" or "failed".</summary>
    public string? Outcome { get; init; }

    public IReadOnlyList<OutcomeAnswer> Outcomes { get; init; } = [];

    public IReadOnlyList<DisagreementAnswer> Disagreements { get; init; } = [];

    /// <summary>The matter as the API, the web page and `--json` tell it.</summary>
    public static MatterAnswer Of(MatterRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new MatterAnswer(row.Id, CodedNames.Of(row.Kind), row.Gist, DaysAnswer.Of(row.Time), SupportAnswer.Of(row.Support), [.. row.Claims.Select(c => ClaimAnswer.Of(c, null))])
        {
            Agreement = row.Agreement,
            Plan = row.IsPlan,
            Outcome = row.Outcome,
            Outcomes = [.. row.Outcomes.Select(o => new OutcomeAnswer(o.Event, o.What, ClaimAnswer.Of(o.Claim, null)))],
            Disagreements = [.. row.Disagreements.Select(d => new DisagreementAnswer(d.Id, d.About, ClaimAnswer.Of(d.One, null), ClaimAnswer.Of(d.Other, null)))],
        };
    }
}

/// <summary>Who says so, counted: named origins by name, documents that copy another's wording, and documents that name nobody, whose independence is unknown.</summary>
public sealed record SupportAnswer(int Documents, IReadOnlyList<string> Named, int Copied, int Unknown, int Asserted, int Planned, int Denied, int Other, string Words)
{
    internal static SupportAnswer Of(Corroboration c) => new(c.Documents, c.Named, c.Copied, c.Unknown, c.Asserted, c.Planned, c.Denied, c.Other, c.ToString());
}

/// <summary>An event or agreement told since that fits a plan: "happened" or "cancelled", "signed" or "failed".</summary>
public sealed record OutcomeAnswer(string Event, string What, ClaimAnswer Claim);

/// <summary>Two claims that disagree about "polarity", "number", "date", "party", "stance", "standing" or "office".</summary>
public sealed record DisagreementAnswer(string Id, string About, ClaimAnswer One, ClaimAnswer Other);

/// <summary>The state of a relationship: on a day, as known by a day, according to chosen sources.</summary>
public sealed record StateAnswer(string A, string B, string NameA, string NameB, int Documents, IReadOnlyList<SectionAnswer> Sections)
{
    public DateOnly? On { get; init; }

    public DateOnly? Since { get; init; }

    public DateOnly? KnownBy { get; init; }

    public IReadOnlyList<string> AccordingTo { get; init; } = [];

    /// <summary>Documents that nothing dates, left out where it is asked what was known by a day.</summary>
    public int Undated { get; init; }

    public static StateAnswer Of(RelationState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var asked = state.Question;
        return new StateAnswer(asked.A, asked.B, state.NameA, state.NameB, state.Documents, [.. state.Sections.Select(s => new SectionAnswer(s.Name, [.. s.Items.Select(ItemAnswer.Of)]))])
        {
            On = asked.On, Since = asked.Since, KnownBy = asked.KnownBy, AccordingTo = asked.AccordingTo, Undated = state.Undated,
        };
    }
}

/// <summary>"labels", "agreements", "memberships", "figures", "counts", "meetings", "plans", "acts", "positions", "disputes", "allegations" or "offices".</summary>
public sealed record SectionAnswer(string Name, IReadOnlyList<ItemAnswer> Items);

/// <summary>One thing that a state holds, how it stands, and who says what of it; the support is of the whole matter, whatever the state leaves out of it.</summary>
public sealed record ItemAnswer(string Matter, string Words, string? Standing, string? Note, DaysAnswer? Time, SupportAnswer Support, IReadOnlyList<VoiceAnswer> Voices)
{
    internal static ItemAnswer Of(StateItem item) => new(
        item.Matter.Id, item.Words, item.Standing, item.Note, DaysAnswer.Of(item.Matter.Time), SupportAnswer.Of(item.Matter.Support), [.. item.Voices.Select(v => new VoiceAnswer(v.Who, v.Says, DaysAnswer.Of(v.Claim.Published), ClaimAnswer.Of(v.Claim, null)))]);
}

/// <summary>Somebody who says something of it, when that was published, and the claim.</summary>
public sealed record VoiceAnswer(string Who, string Says, DaysAnswer? Published, ClaimAnswer Claim);

/// <summary>What only one of two states has, or has standing otherwise.</summary>
public sealed record DifferenceAnswer(StateAnswer One, StateAnswer Other, IReadOnlyList<ChangeAnswer> Changes)
{
    public static DifferenceAnswer Of(StateDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return new DifferenceAnswer(
            StateAnswer.Of(difference.One), StateAnswer.Of(difference.Other),
            [.. difference.Changes.Select(c => new ChangeAnswer(c.Section, c.One is null ? null : ItemAnswer.Of(c.One), c.Other is null ? null : ItemAnswer.Of(c.Other)))]);
    }
}

/// <summary>Without "one" only the other state has it, without "other" only the first.</summary>
public sealed record ChangeAnswer(string Section, ItemAnswer? One, ItemAnswer? Other);
