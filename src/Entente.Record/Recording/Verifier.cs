using Entente.Record.Recording.Correcting;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Recording;

/// <summary>Looks whether a record is what it promises to be. It changes nothing.</summary>
public static class Verifier
{
    /// <summary>All that is promised, in order, each with what is otherwise.</summary>
    /// <exception cref="RecordException">The file cannot be opened at all.</exception>
    public static IReadOnlyList<RecordCheck> Verify(string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        using var connection = RecordFile.OpenToRead(file);
        var checks = new List<RecordCheck>();
        foreach (var part in new Func<SqliteConnection, IEnumerable<RecordCheck>>[] { FileChecks.Run, DocumentChecks.Run, LedgerChecks.Run })
        {
            checks.AddRange(Guarded(connection, part));
        }

        return checks;
    }

    /// <summary>What cannot be looked at for damage is told as that, and the rest is looked at.</summary>
    private static IEnumerable<RecordCheck> Guarded(SqliteConnection connection, Func<SqliteConnection, IEnumerable<RecordCheck>> part)
    {
        using var checks = part(connection).GetEnumerator();
        while (true)
        {
            RecordCheck check;
            try
            {
                if (!checks.MoveNext())
                {
                    yield break;
                }

                check = checks.Current;
            }
            catch (SqliteException e)
            {
                check = new RecordCheck("the file can be read", 1, "file", [e.Message]);
            }

            yield return check;
        }
    }
}

/// <summary>The file itself: its pages, its indexes, and what refers to what.</summary>
internal static class FileChecks
{
    private const int MostFaults = 1000;

    public static IEnumerable<RecordCheck> Run(SqliteConnection connection)
    {
        var faults = connection.Query($"PRAGMA integrity_check({MostFaults})", r => r.GetString(0));
        yield return new RecordCheck("the file is whole, and nothing that is to be there once is there twice", connection.Number("PRAGMA page_count"), "file pages", faults is ["ok"] ? [] : faults);

        var loose = connection.Query("PRAGMA foreign_key_check", r => $"{r.GetString(0)} row {r.TextOrNull(1) ?? "?"} refers to a row of {r.GetString(2)} that is not there");
        yield return new RecordCheck("every row that refers to another finds it", connection.Number("SELECT count(*) FROM sqlite_master WHERE type = 'table'"), "tables", loose);
        yield return FullText(connection);
    }

    /// <summary>FTS5 compares its index with the sentences; it takes that as a command to write, which is taken back.</summary>
    private static RecordCheck FullText(SqliteConnection connection)
    {
        var sentences = connection.Number("SELECT count(*) FROM sentence");
        List<string> faults = [];
        try
        {
            using var transaction = connection.BeginTransaction();
            connection.Run("INSERT INTO sentence_words(sentence_words, rank) VALUES ('integrity-check', 1)");
        }
        catch (SqliteException e) when (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_READONLY)
        {
            // It may not be written, and so this cannot be looked at.
            sentences = 0;
        }
        catch (SqliteException e)
        {
            faults.Add("the full text does not agree with the sentences: " + e.Message);
        }

        return new RecordCheck("the full text is that of the sentences", sentences, "sentences", faults);
    }
}

/// <summary>What stands in the documents: every place in a text, and that nothing was changed since it was written.</summary>
internal static class DocumentChecks
{
    /// <summary>What people corrected is put back for it, and that is taken back.</summary>
    public static IEnumerable<RecordCheck> Run(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction(deferred: true);
        using var overlay = new Overlay(connection);
        var corrected = new CorrectionLog(connection, overlay).Check();
        foreach (var check in Look(connection))
        {
            yield return check;
        }

        if (corrected.Checked > 0 || corrected.Violations.Count > 0)
        {
            yield return corrected;
        }
    }

    private static IEnumerable<RecordCheck> Look(SqliteConnection connection)
    {
        var (spans, seals, coded) = (new List<string>(), new List<string>(), new List<string>());
        long documents = 0, claims = 0;
        foreach (var (key, id, text, seal) in Documents(connection))
        {
            documents++;
            var length = text.EnumerateRunes().Count();
            var found = connection.Query("SELECT claim, start, stop, sentence_start, sentence_stop FROM claim WHERE document = $1 ORDER BY id", r => new ClaimPlace(r.GetString(0), r.GetInt32(1), r.GetInt32(2), r.GetInt32(3), r.GetInt32(4)), key);
            claims += found.Count;
            spans.AddRange(found.Where(c => !c.Fits(length)).Select(c => $"claim {c.Id} of document {id} stands at {c.Start}–{c.Stop}, and the text has {length} characters"));
            coded.AddRange(CodedAgain.Differences(connection, key, id, text, found));
            if (seal is not null && seal != Seal.Of(connection, key))
            {
                seals.Add($"document {id} (row {key}), or one of its sentences, mentions or claims, is not what was written");
            }
        }

        yield return new RecordCheck("every claim has its quote and its sentence in the text of its document", claims, "claims", spans);
        yield return new RecordCheck("every claim stands in the coded document where it stands in the record", claims, "claims", coded);
        yield return new RecordCheck("nothing was changed since it was written", documents, "documents", seals);
    }

    /// <summary>One after the other, for all texts together may be larger than memory.</summary>
    private static IEnumerable<(long Key, string Id, string Text, string? Seal)> Documents(SqliteConnection connection)
    {
        for (var last = 0L; ;)
        {
            var some = connection.Query("SELECT id, document, text, seal FROM document WHERE id > $1 ORDER BY id LIMIT 100", r => (r.GetInt64(0), r.GetString(1), r.GetString(2), r.TextOrNull(3)), last);
            foreach (var document in some)
            {
                yield return document;
                last = document.Item1;
            }

            if (some.Count == 0)
            {
                yield break;
            }
        }
    }
}

/// <summary>A claim's places, in code points.</summary>
internal readonly record struct ClaimPlace(string Id, int Start, int Stop, int SentenceStart, int SentenceStop)
{
    public bool Fits(int length) => Start >= 0 && Start < Stop && Stop <= length && SentenceStart >= 0 && SentenceStart <= Start && SentenceStart < SentenceStop && SentenceStop <= length;
}
