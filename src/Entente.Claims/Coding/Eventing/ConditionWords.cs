namespace Entente.Claims.Coding.Eventing;

/// <summary>What a row of the lexicon asks for, in the words of a person who has not read its heading.</summary>
internal static class ConditionWords
{
    /// <summary>Words of a condition that are told; a class may have hundreds.</summary>
    private const int Most = 6;

    /// <summary>A condition as the end of "it asks for …": "the object to be oil, gas, grain, …".</summary>
    public static string Of(FrameCondition need, FrameTable frames) => need.Test switch
    {
        '+' => Something(need.Slot),
        '-' => "no " + Name(need.Slot),
        '=' => $"{The(need.Slot)} to be {Words(need.Values, frames)}",
        '!' => $"{The(need.Slot)} not to be {Words(need.Values, frames)}",
        '~' => need.Values[0] switch { "any" => "an act", "yielding" => "an act of giving way", var sort => $"a {sort} act" } + " in what is told",
        _ => Sort(The(need.Slot), need.Values[0]),
    };

    /// <summary>Where a row looks for an actor: "as subject or after "by"".</summary>
    public static string Places(IReadOnlyList<string[]> slots) => string.Join(" or ", slots.SelectMany(s => s).Distinct(StringComparer.Ordinal).Select(Place));

    private static string Sort(string slot, string sort) => sort switch
    {
        "must" => "a clause with \"must\", \"should\" or \"ought to\"",
        "inf" => "an infinitive (\"to …\")",
        "own" => "a clause in which the speaker says what he himself \"will\" do",
        "civil" => slot + " to be people, not their state",
        "state" => slot + " to be a state or one of its bodies",
        "actor" => slot + " to be an actor that is known",
        "person" => slot + " to be a person or a group",
        "org" => slot + " to be an organisation",
        "place" => slot + " to be a place",
        "power" => slot + " to be a country or its army",
        _ => slot + " to be an actor's or to name one",
    };

    private static string Words(IReadOnlyList<string> values, FrameTable frames)
    {
        var words = values.SelectMany(v => v[0] == '@' ? frames.Class(v.AsSpan(1)).Where(w => char.IsLetter(w[0])) : [v]).Take(Most + 1).ToList();
        return string.Join(", ", words.Take(Most)) + (words.Count > Most ? ", …" : "");
    }

    private static string Something(string slot)
    {
        var name = Name(slot);
        return (name[0] switch { '"' => "words after ", 'a' or 'e' or 'i' or 'o' => "an ", _ => "a " }) + name;
    }

    private static string The(string slot)
    {
        var name = Name(slot);
        return (name[0] == '"' ? "what follows " : "the ") + name;
    }

    private static string Name(string slot) => slot switch
    {
        "S" => "doer",
        "O" => "object",
        "I" => "receiver",
        "X" => "clause that tells what",
        "C" => "doer in the clause that tells what",
        "P" => "word for what it is called",
        "U" => "one it is done to",
        "mod" => "word before the noun",
        "adv" => "adverb",
        "act" => "act in which it happened",
        _ => $"\"{slot}\"",
    };

    private static string Place(string slot) => slot switch
    {
        "S" => "as subject",
        "O" => "as object",
        "I" => "as receiver",
        "C" => "as subject of the clause that tells what",
        "U" => "as the one it is done to",
        "poss" => "as owner",
        _ => $"after \"{slot}\"",
    };
}
