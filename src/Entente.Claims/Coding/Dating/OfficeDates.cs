using Entente.Claims.Coding.Naming;

namespace Entente.Claims.Coding.Dating;

/// <summary>
/// Holders of offices (data/offices.tsv) as evidence. "who quit last week as foreign secretary" gives a week; somebody who is called president in the news is so on that day, a weak limit:
/// an article on the past calls its people so too.
/// </summary>
internal sealed class OfficeDates(Namer names, DatingWords words)
{
    /// <summary>Days of a change of office differ between sources, and headlines keep a title for some days.</summary>
    private const int Slack = 3;

    /// <summary>Words between a person and what is said of the office.</summary>
    private const int Near = 12;

    public IEnumerable<Constraint> Of(DatingText text)
    {
        var found = names.Find(text.Document, null, out var named);
        var offices = named.Where(n => n.Office is not null).ToLookup(n => n.Person.Id, n => (n.Person, Office: n.Office!), StringComparer.Ordinal);
        var told = new HashSet<string>(StringComparer.Ordinal);
        HashSet<DatingSentence> lead = [.. text.Lead];
        foreach (var sentence in text.Sentences)
        {
            List<ActorMention> persons = [.. found.Actors.Where(a => sentence.Span.Contains(a.Span) && a.Actor.Id.StartsWith("person:", StringComparison.Ordinal))];
            foreach (var changed in Changes(sentence, persons, text))
            {
                yield return changed;
            }

            foreach (var mention in lead.Contains(sentence) && !sentence.NamesYear ? persons : [])
            {
                if (offices[mention.Actor.Id].FirstOrDefault() is { Person: not null } holder && told.Add(mention.Actor.Id) && Held(mention, holder.Person, holder.Office) is { } held)
                {
                    yield return held;
                }
            }
        }
    }

    private static Constraint? Held(ActorMention mention, Person person, string office) => Constraint.Of(
        "office", 0.5, mention.Span, "calls somebody by an office that was held then",
        [.. person.Spells.Where(s => s.Office == office || office == "leader" && s.Leader)
            .Select(s => new Option(new DateInterval(s.When.Earliest?.AddDays(-Slack), s.When.Latest?.AddDays(Slack)), Shown(s)))]);

    /// <summary>"X, who resigned on Monday": the days of the week after each office of X ended.</summary>
    private IEnumerable<Constraint> Changes(DatingSentence sentence, List<ActorMention> persons, DatingText text)
    {
        foreach (var (sense, verb) in words.In(sentence, "leave").Select(a => ("leave", a)).Concat(words.In(sentence, "take").Select(a => ("take", a))))
        {
            var nearest = persons.FindLast(p => p.Span.End <= sentence.Lexemes[verb].Start);
            if (nearest is null || verb - sentence.Lexemes.IndexAt(nearest.Span.End) > Near || Tells(sentence, verb) is not { } told || names.Lexicon.Offices.ById(nearest.Actor.Id) is not { } who)
            {
                continue;
            }

            var changes = who.Spells.Select(p => (Spell: p, Day: sense == "leave" ? p.When.Latest : p.When.Earliest)).Where(c => c.Day is not null);
            Option[] options = [.. changes.SelectMany(c => Deixis.Written(told, DateInterval.Day(c.Day!.Value)).Select(d => new Option(d, Shown(c.Spell))))];
            if (Constraint.Of("office", 0.6, told.Span, $"tells of a change of office as of {told.Span.In(text.Document.Text)}", options) is { } changed)
            {
                yield return changed;
            }
        }
    }

    /// <summary>The time right after the verb: further off it tells of something else.</summary>
    private static Timing.TimeSighting? Tells(DatingSentence sentence, int verb) => sentence.Told(verb) is { } told && told.Draft.First >= verb && told.Draft.First - verb <= 3 ? told : null;

    private static string Shown(Spell spell) => $"{spell.Person.Name}, {spell.Office} of {spell.Organisation ?? spell.Country}, {spell.When}";
}
