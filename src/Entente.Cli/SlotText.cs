using System.Globalization;
using Entente.Claims;
using Entente.Record;

namespace Entente.Cli;

/// <summary>All that a claim says, slot by slot, so that a person can set each beside the sentence.</summary>
internal static class SlotText
{
    /// <param name="indent">What each line begins with.</param>
    public static IEnumerable<string> Lines(ClaimRow claim, string indent = "    ")
    {
        foreach (var party in claim.Parties)
        {
            yield return $"{indent}{party.Part,-12} {party.Actor.Name} ({CodedNames.Of(party.Actor.Kind)}{Codes(party.Actor)}), “{TextTable.OneLine(party.Words, 80)}”{(party.Antecedent is null ? "" : $", which goes back to “{TextTable.OneLine(party.Antecedent, 80)}”")}";
        }

        foreach (var (name, value) in Slots(claim))
        {
            yield return $"{indent}{name,-12} {value}";
        }
    }

    private static IEnumerable<(string Name, string Value)> Slots(ClaimRow claim)
    {
        if (claim.Type is { } type)
        {
            yield return (TypeName(claim.Kind), type + (claim.Mode is null ? "" : ", mode " + claim.Mode));
        }

        if (claim.Words is { } words)
        {
            yield return (WordsName(claim.Kind), $"“{TextTable.OneLine(words, 120)}”");
        }

        if (claim.Reason is { } reason)
        {
            yield return ("reason", $"“{TextTable.OneLine(reason, 120)}”");
        }

        if (claim.Figure is { } figure)
        {
            yield return ("figure", Of(figure));
        }

        if (claim.Place is { } place)
        {
            yield return ("place", place);
        }

        yield return ("time", claim.Time is { } time ? $"{time}, {Basis(claim.TimeBasis)}" : "none: nothing tells");
        yield return ("told as", $"{claim.Told}{(claim.Factuality.Certainty == Certainty.Certain ? "" : ", certainty " + CodedNames.Of(claim.Factuality.Certainty))}{(claim.Decided.Count == 0 ? "" : ", by “" + string.Join("”, “", claim.Decided) + "”")}");
        yield return ("says", claim.Chain.Links.Count == 0 ? "the article (its publisher is not known)" : claim.Chain.ToString());
    }

    private static string TypeName(ClaimKind kind) => kind switch
    {
        ClaimKind.Event => "act",
        ClaimKind.Agreement => "state",
        ClaimKind.Position => "stance",
        _ => "standing",
    };

    private static string WordsName(ClaimKind kind) => kind switch
    {
        ClaimKind.Event => "about",
        ClaimKind.Role => "office",
        ClaimKind.Label => "label",
        ClaimKind.Position => "proposition",
        _ => "name",
    };

    private static string Basis(string? basis) => basis switch
    {
        "published" => "the day of publication, for want of better",
        "stated" => "as the words state it",
        "relative" => "reckoned from the words and the day of publication",
        "era" => "by a named time",
        "elsewhere" => "told elsewhere in the document",
        "tense" => "by the tense alone",
        "person" => "as a person corrected it",
        _ => "its ground is not told",
    };

    private static string Of(FigureRow figure)
    {
        var value = figure.Value is { } v ? Number(v) + (figure.High is { } high && high != v ? "–" + Number(high) : "") + (figure.Unit is null ? "" : " " + figure.Unit) : "no number";
        string?[] parts =
        [
            figure.Change switch { "up" => "up by ", "down" => "down by ", "~" => "about ", ">" => "more than ", "<" => "less than ", _ => "" } + value,
            figure.From is { } from ? "from " + Number(from) : null,
            figure.To is { } to ? "to " + Number(to) : null,
            figure.Of is { } of ? $"of “{TextTable.OneLine(of, 80)}”" : null,
            figure.Period is { } period ? "for " + period : null,
            figure.Record is { } record ? "a record " + record : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    private static string Codes(Actor actor) => string.Concat(new[] { actor.Country, actor.Sector }.OfType<string>().Select(c => ", " + c));

    private static string Number(double value) => value.ToString("#,0.####", CultureInfo.InvariantCulture);
}
