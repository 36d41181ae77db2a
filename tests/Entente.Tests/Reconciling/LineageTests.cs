using System.Globalization;
using Entente.Record.Reconciling;
using Entente.Record.Recording;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace Entente.Tests.Reconciling;

public sealed class LineageTests : IDisposable
{
    private const string Ferry = "The ferry company stopped all night crossings to the outer islands after two of its captains resigned over pay";
    private const string Mayor = "The mayor called the decision a blow to every family on the islands and asked the government to step in";
    private const string Notice = "Write to our newsroom with your own photographs and stories from the coast at any time of the day";

    private readonly SqliteConnection _connection;
    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("entente-test-").FullName, "lineage.db");

    public LineageTests() => _connection = RecordFile.OpenToWrite(_file);

    [Fact]
    public void A_sentence_goes_back_to_the_earliest_document_that_has_it()
    {
        Documents((3, [Ferry, "Own words of the third paper about the ferries"]), (1, [Ferry, Mayor]), (2, ["New headline of the second paper today", Ferry, Mayor]));
        Update([1, 2, 3]);
        Copies().ShouldBe(["1.0 < 2.0 < 2.0", "3.1 < 2.0 < 2.0", "3.2 < 2.1 < 2.1"]);
        Pairs().Select(p => p[..4]).ShouldBe(["2 1 ", "2 3 ", "3 1 "]);
    }

    [Fact]
    public void An_earlier_document_that_comes_later_becomes_the_first_and_tells_whom_that_touches()
    {
        Documents((2, [Ferry]), (3, [Mayor, Ferry]), (1, [Ferry + " and conditions"]), (4, [Mayor]), (1, [MadeText.Words(new Random(1), 30)]));
        Update([1, 2, 4]).ShouldBe([1, 2, 4], ignoreOrder: true);
        Update([5]).ShouldBeEmpty();
        Update([3]).ShouldBe([1, 2, 3], ignoreOrder: true);
        Copies().ShouldBe(["1.0 < 3.0 < 3.0", "2.1 < 3.0 < 3.0", "4.0 < 2.0 < 2.0"]);
    }

    [Fact]
    public void What_is_taken_out_hands_its_copies_on_to_the_next()
    {
        Documents((1, [Ferry]), (2, [Ferry]), (3, [Ferry]));
        Update([1, 2, 3]);
        Update([], [1]).ShouldBe([2, 3], ignoreOrder: true);
        Copies().ShouldBe(["3.0 < 2.0 < 2.0"]);
        Update([], [3]).ShouldBe([2]);
        Copies().ShouldBeEmpty();
        Pairs().ShouldBeEmpty();
    }

    [Fact]
    public void A_copy_of_a_copy_goes_back_to_the_first()
    {
        // Each says a little less at the end than the one before; the last has too little of the first to be its copy.
        var words = Ferry.Split(' ');
        string Cut(int from, int to) => string.Join(' ', words[from..to]) + " ";
        Documents((1, [Cut(0, 17)]), (2, [Cut(2, 19)]), (3, [Cut(4, 19)]));
        Update([1, 2, 3]);
        Copies().ShouldBe(["2.0 < 1.0 < 1.0", "3.0 < 2.0 < 1.0"]);
    }

    [Fact]
    public void In_whatever_order_and_portions_documents_come_and_go_the_tables_are_the_same()
    {
        var seeds = Gen.Choose(0, int.MaxValue - 1);
        Prop.ForAll(Arb.From(seeds), seed =>
        {
            var random = new Random(seed);
            Empty();
            var count = random.Next(3, 14);
            Documents([.. Enumerable.Range(0, count).Select(_ => (random.Next(1, 7), Made(random)))]);
            var shown = new HashSet<long>();
            for (var step = 0; step < 8; step++)
            {
                long[] added = [.. Enumerable.Range(1, count).Where(_ => random.Next(3) == 0)];
                long[] removed = [.. Enumerable.Range(1, count).Where(_ => random.Next(4) == 0)];
                Update([.. added.Except(removed)], [.. removed.Except(added)]);
                shown.ExceptWith(removed.Except(added));
                shown.UnionWith(added.Except(removed));
            }

            var byAndBy = Tables();
            byAndBy.ShouldContain("fingerprint", Case.Sensitive);
            Copies().ShouldBe(Model(shown));
            Empty(documents: false);
            Update([.. shown.OrderDescending()]);
            Tables().ShouldBe(byAndBy);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));
    }

    [Fact]
    public void A_notice_on_many_documents_leads_each_to_the_first_and_makes_no_pairs_of_all()
    {
        var random = new Random(7);
        Documents([.. Enumerable.Range(0, 50).Select(_ => (random.Next(1, 7), new[] { MadeText.Words(random, random.Next(10, 60)), Notice }))]);
        long[] all = [.. Enumerable.Range(1, 50).Select(i => (long)i)];
        Update(all[..30]);
        Update(all[30..], 3, 4, 5);
        Update([4], [.. all[20..30]]);
        Update([3], [.. all[..2]]);
        Update([5, .. all[20..30]]);
        Update([.. all[..2]]);
        var byAndBy = Tables();
        Empty(documents: false);
        Update(all);
        Tables().ShouldBe(byAndBy);
        Copies().Count.ShouldBe(49);
        Copies().Select(c => c[(c.LastIndexOf(' ') + 1)..]).Distinct().Count().ShouldBe(1);
        Pairs().Count.ShouldBeInRange(49, 50 * 16);
    }

    [Fact]
    public void Making_the_tables_anew_gives_the_same()
    {
        var random = new Random(5);
        Documents([.. Enumerable.Range(0, 40).Select(i => (i, Made(random)))]);
        Update([.. Enumerable.Range(1, 25).Select(i => (long)i)]);
        Update([.. Enumerable.Range(26, 15).Select(i => (long)i)]);
        var before = Tables();
        _connection.Run("DELETE FROM fingerprint; DELETE FROM copied; DELETE FROM copied_sentence");
        Update([.. Enumerable.Range(1, 40).Select(i => (long)i)]);
        Tables().ShouldBe(before);
        Copies().Count.ShouldBeGreaterThan(20);
    }

    public void Dispose()
    {
        _connection.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);
    }

    /// <summary>Sentences from a few, whole, cut or with a figure of their own.</summary>
    private static string[] Made(Random random) => [.. Enumerable.Range(0, random.Next(1, 7)).Select(i =>
    {
        var words = (random.Next(4) switch
        {
            0 => Ferry,
            1 => Mayor,
            2 => Notice,
            _ => "He said number 4 of them was enough",
        }).Split(' ');
        var from = random.Next(2) == 0 ? 0 : random.Next(4);
        var sentence = string.Join(' ', words[from..(words.Length - (random.Next(2) == 0 ? 0 : random.Next(4)))]);
        return random.Next(5) switch { 0 => sentence + " in " + random.Next(3).ToString(CultureInfo.InvariantCulture), 1 => MadeText.Words(random, 12), _ => sentence };
    })];

    /// <summary>What copies what, by looking at all pairs of sentences.</summary>
    private List<string> Model(HashSet<long> shown)
    {
        var documents = shown.Select(d => ShownDocument.Load(_connection, new Runs(), d)).OrderBy(d => d.Place).ToList();
        var copies = new Dictionary<string, string>();
        var lines = new List<string>();
        for (var b = 0; b < documents.Count; b++)
        {
            foreach (var later in documents[b].Sentences)
            {
                var first = documents[..b].SelectMany(d => d.Sentences.Select(s => (Name: $"{d.Id}.{s.N}", s.Wording)))
                    .FirstOrDefault(s => s.Wording.Sample.Intersect(later.Wording.Sample).Any() && later.Wording.Repeats(s.Wording) > 0).Name;
                if (first is not null)
                {
                    var name = $"{documents[b].Id}.{later.N}";
                    copies[name] = copies.GetValueOrDefault(first, first);
                    lines.Add($"{name} < {first} < {copies[name]}");
                }
            }
        }

        return [.. lines.Order(StringComparer.Ordinal)];
    }

    /// <summary>Documents 1, 2 … with their day and sentences.</summary>
    private void Documents(params (int Day, string[] Sentences)[] documents)
    {
        for (var i = 0; i < documents.Length; i++)
        {
            _connection.Run("INSERT INTO shown VALUES ($1, $1)", i + 1);
            _connection.Run(
                "INSERT INTO document (id, coding, document, n, authors, published_latest, published_basis, confidence, characters, dropped, comments, text) VALUES ($1, $1, $2, 0, '[]', $3, '[]', 1, 0, 0, 0, $4)",
                i + 1, (i + 1).ToString(CultureInfo.InvariantCulture), documents[i].Day > 5 ? null : $"2023-03-0{documents[i].Day}", string.Join(' ', documents[i].Sentences));
            for (int n = 0, at = 0; n < documents[i].Sentences.Length; n++)
            {
                var length = documents[i].Sentences[n].Length;
                _connection.Run("INSERT INTO sentence (document, n, start, stop) VALUES ($1, $2, $3, $4)", i + 1, n, at, at + length);
                at += length + 1;
            }
        }
    }

    private void Empty(bool documents = true)
    {
        _connection.Run("DELETE FROM fingerprint; DELETE FROM copied; DELETE FROM copied_sentence");
        _connection.Run(documents ? "DELETE FROM document; DELETE FROM sentence; DELETE FROM shown" : "");
    }

    private IReadOnlyCollection<long> Update(long[] added, params long[] removed)
    {
        using var transaction = _connection.BeginTransaction();
        var touched = Lineage.Update(_connection, added, removed, new Dictionary<long, WrittenDocument>());
        transaction.Commit();
        return touched;
    }

    /// <summary>"document.sentence &lt; of which it is a copy &lt; where that goes back to".</summary>
    private List<string> Copies() => [.. _connection.Query(
        """
        SELECT s.document || '.' || s.n || ' < ' || o.document || '.' || o.n || ' < ' || r.document || '.' || r.n
        FROM copied_sentence c JOIN sentence s ON s.id = c.sentence JOIN sentence o ON o.id = c.copy_of JOIN sentence r ON r.id = c.root
        """,
        r => r.GetString(0)).Order(StringComparer.Ordinal)];

    private List<string> Pairs() => _connection.Query("SELECT a || ' ' || b || ' ' || containment FROM copied ORDER BY a, b", r => r.GetString(0));

    private string Tables() => string.Join('\n', [
        .. Pairs(), .. Copies(),
        .. _connection.Query("SELECT 'fingerprint ' || document || ' ' || hex(hashes) FROM fingerprint ORDER BY document", r => r.GetString(0)), "fingerprint"]);
}
