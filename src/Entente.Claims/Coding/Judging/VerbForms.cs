using System.Collections.Frozen;

namespace Entente.Claims.Coding.Judging;

/// <summary>
/// Regular inflected forms of the verbs of a table → the verb, for words that the lemmatiser does not know ("postponed").
/// </summary>
internal sealed class VerbForms
{
    private readonly FrozenDictionary<string, string> _byForm;

    private VerbForms(FrozenDictionary<string, string> byForm) => _byForm = byForm;

    public static VerbForms Of(IEnumerable<string> verbs)
    {
        var byForm = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var verb in verbs.Where(v => !v.Contains(' ', StringComparison.Ordinal)))
        {
            foreach (var form in Inflected(verb))
            {
                byForm.TryAdd(form, verb);
            }
        }

        return new VerbForms(byForm.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The verb that a form is regularly made from; null when it is none of the table's.</summary>
    public string? Verb(ReadOnlySpan<char> form) => _byForm.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(form, out var verb) ? verb : null;

    private static IEnumerable<string> Inflected(string verb)
    {
        var last = verb[^1];
        if (last == 'e')
        {
            return [verb + "d", verb[..^1] + "ing", verb + "s"];
        }

        if (last == 'y' && verb.Length > 1 && !"aeiou".Contains(verb[^2], StringComparison.Ordinal))
        {
            return [verb[..^1] + "ied", verb + "ing", verb[..^1] + "ies"];
        }

        return [verb + "ed", verb + "ing", verb + "s", verb + "es", verb + last + "ed", verb + last + "ing"];
    }
}
