namespace Entente.Record.Relating;

/// <summary>What the record has about two sides, from which states are told.</summary>
/// <param name="Between">Matters between the two.</param>
/// <param name="OfEither">Memberships, offices and positions of either.</param>
public sealed record RelationMatters(string NameA, string NameB, IReadOnlyList<MatterRow> Between, IReadOnlyList<MatterRow> OfEither)
{
    /// <summary>Documents of the two that nothing dates.</summary>
    public int Undated { get; init; }
}

/// <summary>Matters → the state of a relationship, and the difference of two states. Pure: what it tells is in what it is given.</summary>
public static class Relater
{
    /// <summary>The state of a relationship, section by section; sections that hold nothing are left out.</summary>
    public static RelationState State(StateQuestion question, RelationMatters matters)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(matters);
        var lasting = new StateWindow(question with { Since = null });
        var passing = new StateWindow(question);
        var between = matters.Between;
        StateSection[] sections =
        [
            new("labels", Labels.Items(passing.Of(between), question)),
            new("agreements", Agreements.Items(lasting.Of(between), question)),
            new("memberships", Memberships.Items(lasting.Of(matters.OfEither))),
            new("figures", Figures.Items(passing.Of(between))),
            new("counts", Counts.Items(passing.Of(between), between)),
            new("meetings", Acts.Meetings(passing.Of(between))),
            new("plans", Acts.Plans(lasting.Of(between), question)),
            new("acts", Acts.Others(passing.Of(between))),
            new("positions", Positions.Items(passing.Of([.. between, .. matters.OfEither]), question)),
            new("disputes", Acts.Disputes(passing.Of([.. between, .. matters.OfEither.Where(m => between.All(b => b.Id != m.Id))]), question)),
            new("allegations", Acts.Allegations(passing.Of(between))),
            new("offices", Offices.Items(passing.Of(matters.OfEither))),
        ];
        return new RelationState(question, matters.NameA, matters.NameB, [.. sections.Where(s => s.Items.Count > 0)]) { Undated = question.KnownBy is null ? 0 : matters.Undated };
    }

    /// <summary>What the one state has and the other has not, or has standing otherwise, in the order of the sections.</summary>
    public static StateDifference Difference(RelationState one, RelationState other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var names = one.Sections.Concat(other.Sections).Select(s => s.Name).Distinct(StringComparer.Ordinal);
        var same = names.Sum(n => Items(one, n).Count(i => Items(other, n).Any(o => o.Matter.Id == i.Matter.Id && o.Standing == i.Standing)));
        return new StateDifference(one, other, [.. names.SelectMany(n => Changes(n, Items(one, n), Items(other, n)))]) { Same = same };
    }

    private static IReadOnlyList<StateItem> Items(RelationState state, string section) => state.Sections.FirstOrDefault(s => s.Name == section)?.Items ?? [];

    private static IEnumerable<StateChange> Changes(string section, IReadOnlyList<StateItem> one, IReadOnlyList<StateItem> other)
    {
        var others = other.ToDictionary(i => i.Matter.Id, StringComparer.Ordinal);
        foreach (var item in one)
        {
            if (!others.Remove(item.Matter.Id, out var same))
            {
                yield return new StateChange(section, item, null);
            }
            else if (same.Standing != item.Standing)
            {
                yield return new StateChange(section, item, same);
            }
        }

        foreach (var item in other.Where(i => others.ContainsKey(i.Matter.Id)))
        {
            yield return new StateChange(section, null, item);
        }
    }
}
