using System.CommandLine;
using Entente.Claims;
using Entente.Record;
using Entente.Server;

namespace Entente.Cli;

/// <summary>`entente correct`: what a person decides about what was coded – a verb for each kind of decision, and the log of all.</summary>
internal static class CorrectVerb
{
    private static readonly Argument<string> Actor = new("ACTOR") { Description = "An actor's id, or its name where one actor alone has it." };
    private static readonly Argument<string[]> Claims = new("CLAIM") { Description = "Ids of claims, or beginnings of them.", Arity = ArgumentArity.OneOrMore };
    private static readonly Argument<string> Claim = new("CLAIM") { Description = "The id of a claim, or the beginning of it." };

    public static Command Create() => new("correct", "Corrects what was coded: merges, splits, renames and retypes actors, rejects, confirms, retypes and dates claims, adds some by hand. A correction lasts whatever is read or coded anew, and can be undone.")
    {
        Merge(), Split(), Rename(), Retype(), Reject(), Confirm(), Date(), CorrectAdd.Create(), Adopt(), UndoLast(), CorrectLog.List(), CorrectLog.Save(), CorrectLog.Replay(),
    };

    private static Command Merge()
    {
        var others = new Argument<string[]>("ACTOR") { Description = "Ids or names of the actors that are the same.", Arity = ArgumentArity.OneOrMore };
        var into = new ActorOptions("--into", "Whom they are: an actor of the record by id or name, or a new id with --name and --kind.");
        return new DecisionCommand("merge", "Says that several actors are one.", (asked, parsed) =>
        {
            var target = into.Of(asked, parsed);
            return new MergeActors([.. parsed.GetValue(others)!.Select(a => asked.Actor(a).Id).Where(a => a != target.Id).Distinct()], target) is { Others.Count: > 0 } merge ? merge : throw new FormatException("These are one actor already.");
        }).With(others).With(into.All).Command;
    }

    private static Command Split()
    {
        var into = new ActorOptions("--into", "Whom the words mean there: an actor of the record by id or name, or a new id with --name and --kind.");
        var page = new Option<string?>("--page") { Description = "Where it is so: a document's id.", HelpName = "DOCUMENT" };
        var called = new Option<string?>("--called") { Description = "Where it is so: where it is called by these words.", HelpName = "WORDS" };
        var quote = new Option<string?>("--words") { Description = "With --page: only in these words of it, as they stand in the text.", HelpName = "QUOTE" };
        return new DecisionCommand("split", "Says that what was taken for one actor is somebody else in some places.", (asked, parsed) =>
        {
            var (where, words) = (parsed.GetValue(page) is { } document ? asked.Document(document).Page : null, parsed.GetValue(called));
            var place = parsed.GetValue(quote) is not { } within ? null
                : parsed.GetValue(page) is { } of ? asked.Place(of, within) : throw new FormatException("--words needs --page: the document where they stand.");
            return where is null && words is null
                ? throw new FormatException("Say where it is somebody else: --page DOCUMENT, --called WORDS, or both. Everywhere is a merge.")
                : new SplitActor(asked.Actor(parsed.GetValue(Actor)!).Id, into.Of(asked, parsed)) { Page = where, Called = words, Place = place };
        }).With(Actor).With(into.All).With(page, called, quote).Command;
    }

    private static Command Rename()
    {
        var name = new Argument<string>("NAME") { Description = "The name to show." };
        return new DecisionCommand("rename", "Shows an actor by another name.", (asked, parsed) => new RenameActor(asked.Actor(parsed.GetValue(Actor)!).Id, parsed.GetValue(name)!)).With(Actor, name).Command;
    }

    private static Command Retype()
    {
        var what = new Argument<string>("ACTOR|CLAIM") { Description = "An actor, by its id or name, or a claim, by its id." };
        var kind = new Option<string?>("--kind") { Description = "Of an actor: country, government, organisation, person, body, outlet, agency or group.", HelpName = "KIND" };
        var country = new Option<string?>("--country") { Description = "Of an actor: its country's code; \"\" for none.", HelpName = "CODE" };
        var sector = new Option<string?>("--sector") { Description = "Of an actor: its PLOVER sector; \"\" for none.", HelpName = "CODE" };
        var type = new Option<string?>("--type") { Description = "Of a claim: the PLOVER type of an event, the standing of a membership, the state of an agreement, the stance of a position.", HelpName = "TYPE" };
        var mode = new Option<string?>("--mode") { Description = "Of an event: its PLOVER mode.", HelpName = "MODE" };
        return new DecisionCommand("retype", "Says that an actor or a claim is of another kind.", (asked, parsed) =>
        {
            if (parsed.GetValue(type) is { } other)
            {
                return RetypeClaims.Of(asked.Anchors([parsed.GetValue(what)!], parsed), other, parsed.GetValue(mode));
            }

            var actor = asked.Actor(parsed.GetValue(what)!);
            return new RetypeActor(
                actor.Id, parsed.GetValue(kind) is { } k ? RecordOptions.Choice<ActorKind>(k, "kind of actor") : actor.Kind,
                parsed.GetValue(country) is { } c ? Empty(c.ToUpperInvariant()) : actor.Country, parsed.GetValue(sector) is { } s ? Empty(s.ToUpperInvariant()) : actor.Sector);
        }).With(what).With(kind, country, sector, type, mode).Alike().Command;
    }

    private static Command Reject()
    {
        var what = new Argument<string[]>("CLAIM|ACTOR") { Description = "Claims that the text does not make, by their ids; or an actor that is none.", Arity = ArgumentArity.OneOrMore };
        return new DecisionCommand("reject", "Says that the text does not claim that, or that something is no actor.", (asked, parsed) =>
        {
            var named = parsed.GetValue(what)!;
            return named.All(asked.IsClaim) ? new RejectClaims(asked.Anchors(named, parsed))
                : named is [var actor] ? new RejectActor(asked.Actor(actor).Id) : throw new FormatException("Name claims, or one actor at a time.");
        }).With(what).Alike().Command;
    }

    private static Command Confirm() => new DecisionCommand("confirm", "Says that the text claims that.", (asked, parsed) => new ConfirmClaims(asked.Anchors(parsed.GetValue(Claims)!, parsed))).With(Claims).Alike().Command;

    private static Command Date()
    {
        var when = new Argument<string>("WHEN") { Description = "2023-03-21, 2023-03, 2023, an interval 2023-03-20/2023-03-22, ../2023-03 or 2023-03/.." };
        return new DecisionCommand("date", "Says when what is claimed took place or held.", (asked, parsed) => new RedateClaims(asked.Anchors([parsed.GetValue(Claim)!], parsed), DayText.Interval(parsed.GetValue(when)!))).With(Claim, when).Alike().Command;
    }

    private static Command Adopt()
    {
        var claims = new Argument<string[]>("CLAIM") { Description = "Ids of claims of another coder, or beginnings of them (entente coders NAME).", Arity = ArgumentArity.ZeroOrMore };
        var coder = new Option<string?>("--coder") { Description = "All claims that this coder alone makes.", HelpName = "NAME" };
        var kind = new Option<string?>("--kind") { Description = "With --coder: only those of this kind.", HelpName = "KIND" };
        var doubted = new Option<bool>("--doubted") { Description = "With --coder: also those that the text seems to tell otherwise." };
        return new DecisionCommand("adopt", "Takes over claims of another coder: they count as any other from then on.", (asked, parsed) => asked.TakeOver(parsed.GetValue(claims)!, parsed.GetValue(coder), parsed.GetValue(kind) is { } k ? RecordOptions.Choice<ClaimKind>(k, "kind of claim") : null, parsed.GetValue(doubted)))
            .With(claims).With(coder, kind, doubted).Command;
    }

    private static Command UndoLast()
    {
        var entry = new Argument<string?>("CORRECTION") { Description = "The entry's id; without it the last one that holds.", Arity = ArgumentArity.ZeroOrOne };
        return new DecisionCommand("undo", "Takes back a correction.", (asked, parsed) => new Undo(asked.Entry(parsed.GetValue(entry)))).With(entry).Command;
    }

    private static string? Empty(string value) => value.Length == 0 ? null : value;
}

/// <summary>The options that name an actor, known or new.</summary>
internal sealed class ActorOptions(string name, string description)
{
    private readonly Option<string> _id = new(name) { Description = description, Required = true, HelpName = "ACTOR" };
    private readonly Option<string?> _name = new("--name") { Description = "The name of a new actor.", HelpName = "NAME" };
    private readonly Option<string?> _kind = new("--kind") { Description = "The kind of a new actor: country, government, organisation, person, body, outlet, agency or group.", HelpName = "KIND" };
    private readonly Option<string?> _country = new("--country") { Description = "The country of a new actor.", HelpName = "CODE" };
    private readonly Option<string?> _sector = new("--sector") { Description = "The PLOVER sector of a new actor.", HelpName = "CODE" };

    public Option[] All => [_id, _name, _kind, _country, _sector];

    public Actor Of(Asked asked, ParseResult parsed) => parsed.GetValue(_name) is { } called
        ? new Actor(IntoRequest.IdOf(parsed.GetValue(_id)!), called, RecordOptions.Choice<ActorKind>(parsed.GetValue(_kind) ?? throw new FormatException("A new actor needs its --kind."), "kind of actor")) { Country = parsed.GetValue(_country)?.ToUpperInvariant(), Sector = parsed.GetValue(_sector)?.ToUpperInvariant() }
        : asked.Actor(parsed.GetValue(_id)!);
}
