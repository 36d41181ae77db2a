using System.Globalization;
using Entente.Claims;
using Entente.Record.Reconciling;
using Entente.Record.Recording;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace Entente.Tests.Reconciling;

/// <summary>Whatever comes in which portions, and is taken out again, the matters are those of the claims that are left.</summary>
public sealed class MatterWriterTests
{
    private static readonly MatterParty[] Two = [new("actor", "CHN", "CHN"), new("recipient", "KEN", "KEN")];
    private static readonly string[][] Persons = [[], [], ["CHN person:a"], ["CHN person:b"], ["CHN person:a", "KEN person:c"], ["KEN person:d"]];
    private static readonly int[] Widths = [0, 0, 0, 0, 1, 6, 28, 30, 31];

    [Fact]
    public void Any_portions_give_the_matters_that_all_claims_at_once_give() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1)), seed =>
        {
            var random = new Random(seed);
            var mentions = Enumerable.Range(1, random.Next(1, 60)).Select(n => n % 4 == 0 ? Office(n, random) : Visit(n, random)).ToArray();
            var gone = mentions.Select(m => m.Document).Distinct().Where(_ => random.Next(6) == 0).ToHashSet();
            using var connection = RecordFile.OpenToWrite(Path.Combine(Directory.CreateTempSubdirectory("entente-test-").FullName, "matters.db"));
            Insert(connection, mentions);
            var documents = mentions.GroupBy(m => m.Document).ToArray();
            random.Shuffle(documents);
            for (var from = 0; from < documents.Length;)
            {
                var portion = documents.Skip(from).Take(random.Next(1, 9)).ToArray();
                from += portion.Length;
                Write(connection, [.. portion.SelectMany(p => p)], []);
            }

            Write(connection, [], gone);
            var (told, expected) = (Told(connection), Expected([.. mentions.Where(m => !gone.Contains(m.Document))]));
            told.Except(expected).Select(t => "there: " + t).Concat(expected.Except(told).Select(t => "expected: " + t)).ShouldBeEmpty();
        }).QuickCheckThrowOnFailure();

    /// <summary>Visits of the same two within some months, told by day, week, month and anything between.</summary>
    private static Mention Visit(int n, Random random)
    {
        var first = new DateOnly(2023, 1, 1).AddDays(random.Next(90));
        return Mention(n, random, MatterKey.Event("CONSULT", "visit", "told", Two)) with
        {
            Time = new DateInterval(first, first.AddDays(Widths[random.Next(Widths.Length)])),
            Persons = Persons[random.Next(Persons.Length)],
            Stand = random.Next(12) == 0 ? Stand.Denied : Stand.Asserted,
        };
    }

    private static Mention Office(int n, Random random)
    {
        var day = new DateOnly(2020, 1, 1).AddDays(random.Next(400));
        return Mention(n, random, new MatterKey("role", null, null, "told", random.Next(2) == 0 ? "person:a" : "person:b", "CHN", "president", "", "", "")) with
        {
            Time = random.Next(3) == 0 ? null : new DateInterval(day, day.AddDays(random.Next(30))),
            Stand = random.Next(30) == 0 ? Stand.Denied : Stand.Asserted,
        };
    }

    private static Mention Mention(int n, Random random, MatterKey key) => new(n, "c" + n.ToString(CultureInfo.InvariantCulture), 1 + (n / 3), key)
    {
        Bucket = key.Bucket,
        TimeBasis = random.Next(2) == 0 ? "stated" : "published",
        Confidence = random.Next(5) / 5.0,
        Origin = random.Next(3) == 0 ? null : "name" + random.Next(4).ToString(CultureInfo.InvariantCulture),
        OwnVoice = random.Next(3) == 0,
        Root = random.Next(4) == 0 ? 99 : null,
        Weight = key.Kind != "event" || random.Next(3) == 0 ? null : 19,
        Dyads = [("CHN", "KEN")],
    };

    private static void Insert(SqliteConnection connection, Mention[] mentions)
    {
        foreach (var document in mentions.Select(m => m.Document).Distinct())
        {
            connection.Run(
                "INSERT INTO document (id, coding, document, n, authors, published_basis, confidence, characters, dropped, comments, text) VALUES ($1, $1, $2, 0, '[]', '[]', 1, 60, 0, 0, 'The president of the one country came to the harbour town of the other.')",
                document, "d" + document.ToString(CultureInfo.InvariantCulture));
        }

        foreach (var m in mentions)
        {
            connection.Run(
                "INSERT INTO claim (id, document, claim, kind, gist, start, stop, sentence_start, sentence_stop, certainty, polarity, readings, confidence, chain, rule) VALUES ($1, $2, $3, 'event', '', 0, 1, 0, 60, '', '', '', 1, '', '')",
                m.Key, m.Document, m.Claim);
        }
    }

    private static void Write(SqliteConnection connection, Mention[] added, IReadOnlyCollection<long> removed)
    {
        using var transaction = connection.BeginTransaction();
        using (var writer = new MatterWriter(connection))
        {
            writer.Remove(MatterTable.ClaimsOf(connection, removed));
            writer.Add(added);
            writer.Write();
            new Disagreements(connection).Write(writer.Changed);
        }

        transaction.Commit();
    }

    private static List<string> Told(SqliteConnection connection) => connection.Query(
        """
        SELECT m.name || ' ' || json_array(m.status, m.earliest, m.latest, m.time_basis, m.goldstein, m.mentions, m.documents, m.origins_named, m.origins_copied, m.origins_unknown, m.asserted, m.planned, m.denied, m.claim)
               || ' ' || (SELECT group_concat(c.claim, ',') FROM (SELECT c.claim FROM matter_claim x JOIN claim c ON c.id = x.claim WHERE x.matter = m.id ORDER BY c.claim) c)
               || ' ' || (SELECT group_concat(a || b || kind || day, ',') FROM matter_dyad WHERE matter = m.id)
        FROM matter m
        UNION ALL SELECT 'disagreement ' || json_array(g.id, g.about, m.name, o.name) FROM disagreement g LEFT JOIN matter m ON m.id = g.matter LEFT JOIN matter o ON o.id = g.other
        ORDER BY 1
        """,
        r => r.GetString(0));

    /// <summary>The same of all claims in one portion of an empty record.</summary>
    private static List<string> Expected(Mention[] mentions)
    {
        using var connection = RecordFile.OpenToWrite(Path.Combine(Directory.CreateTempSubdirectory("entente-test-").FullName, "once.db"));
        Insert(connection, mentions);
        Write(connection, mentions, []);
        var told = Told(connection);
        told.Select(t => t.Split(' ')[0]).Where(t => t != "disagreement").ShouldBe(mentions.GroupBy(m => m.What).SelectMany(k => Matter.Of([.. k])).Select(m => m.Name).Order(StringComparer.Ordinal));
        return told;
    }
}
