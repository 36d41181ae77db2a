using Entente.Claims;
using Entente.Claims.Coding.Eventing;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Eventing;

public sealed class EventTablesTests
{
    private static readonly FrameTable _frames = FrameTable.Load();

    [Fact]
    public void All_sixteen_types_have_frames_and_a_row_in_the_vocabulary()
    {
        var types = Enum.GetValues<EventType>();
        _frames.Frames.Select(f => f.Type).Distinct().ShouldBe(types, ignoreOrder: true);
        Table.Shipped("plover-types").Rows.Select(r => r.Required("type")).ShouldBe(types.Select(t => t.ToString().ToUpperInvariant()), ignoreOrder: true);
    }

    [Fact]
    public void Every_mode_of_a_frame_is_a_mode_of_its_type()
    {
        var modes = Table.Shipped("plover-modes").Rows.Select(r => $"{r.Required("type")}.{r.Required("mode")}").ToHashSet();
        _frames.Frames.Where(f => f.Mode is not (null or "content"))
            .Select(f => $"{f.Type.ToString().ToUpperInvariant()}.{f.Mode}").Where(m => !modes.Contains(m)).ShouldBeEmpty();
    }

    [Fact]
    public void A_mode_is_taken_from_the_content_only_where_something_is_asked_refused_or_threatened() =>
        _frames.Frames.Where(f => f.Mode == "content").Select(f => f.Type).Distinct().ShouldBe([EventType.Request, EventType.Reject, EventType.Threaten], ignoreOrder: true);

    [Fact]
    public void Every_context_of_a_frame_or_word_is_in_the_vocabulary()
    {
        var contexts = Table.Shipped("plover-contexts").Rows.Select(r => r.Required("context")).ToHashSet();
        _frames.Frames.SelectMany(f => f.Contexts).Concat(Table.Shipped("contexts").Rows.Select(r => r.Required("context"))).Where(c => !contexts.Contains(c)).ShouldBeEmpty();
    }

    [Fact]
    public void Rows_have_names_of_their_own() => _frames.Frames.GroupBy(f => f.Id).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();

    [Fact]
    public void Classes_that_conditions_name_exist()
    {
        var names = _frames.Frames.SelectMany(f => f.Needs).SelectMany(n => n.Values).Where(v => v[0] == '@').Select(v => v[1..]).Distinct();
        Should.NotThrow(() => names.Select(n => _frames.Class(n)).ToList());
    }

    [Fact]
    public void Nouns_that_show_a_light_verb_are_nouns_of_action() =>
        _frames.LightVerbs.Where(l => _frames.Of(l.Noun, "NOUN").IsEmpty).Select(l => l.Example).ShouldBeEmpty();

    [Fact]
    public void Every_type_and_mode_has_a_CAMEO_code_of_two_to_four_digits()
    {
        var cameo = CameoTable.Load();
        var codes = Table.Shipped("plover-modes").Rows.Select(r => cameo.Of(Enum.Parse<EventType>(r.Required("type"), true), r["mode"]).Code)
            .Concat(Enum.GetValues<EventType>().Select(t => cameo.Of(t, null).Code));
        codes.ShouldAllBe(c => c.Length >= 2 && c.Length <= 4 && c.All(char.IsAsciiDigit));
        cameo.Of(EventType.Consult, "visit").ShouldBe(("042", 1.9));
        Table.Shipped("cameo").Rows.Count.ShouldBe(Table.Shipped("plover-modes").Rows.Count + 16);
    }
}
