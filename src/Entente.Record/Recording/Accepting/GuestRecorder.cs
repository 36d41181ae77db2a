using System.Text.Json;
using Entente.Claims;
using Entente.Claims.Accepting;
using Entente.Claims.Accepting.Doubting;

namespace Entente.Record.Recording.Accepting;

/// <summary>
/// Takes coded documents of other coders into the record (docs/guide/accept.md). Each becomes a coding of its own beside Entente's, which is never shown in its place; what the text does not say is refused and told.
/// </summary>
public sealed class GuestRecorder
{
    private readonly Ledger _ledger;
    private readonly Accepter _accepter;
    private readonly SecondReader _reader;

    /// <param name="ledger">Where the documents stand.</param>
    /// <param name="reader">Reads the documents again, to tell where claims go against the text.</param>
    public GuestRecorder(Ledger ledger, Accepter accepter, SecondReader reader)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(accepter);
        ArgumentNullException.ThrowIfNull(reader);
        (_ledger, _accepter, _reader) = (ledger, accepter, reader);
    }

    /// <summary>Takes a file, one coded document a line, in one transaction.</summary>
    /// <param name="tell">Called for each thing to be known, in the order of the lines.</param>
    /// <exception cref="RecordException">The disk is full, or another program holds the file.</exception>
    /// <exception cref="IOException">The lines cannot be read.</exception>
    public AcceptReport Accept(Stream lines, AcceptOptions options, Action<AcceptNotice> tell)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(tell);
        return _ledger.TakeGuests(connection =>
        {
            using var file = new GuestFile(connection, _accepter, _reader, options, tell);
            foreach (var (number, bytes) in BoundedLines.Of(lines))
            {
                file.Take(number, bytes);
            }

            return file.Report;
        }, keep: !options.Preview);
    }
}

/// <summary>One file on its way into the ledger.</summary>
internal sealed class GuestFile(Microsoft.Data.Sqlite.SqliteConnection connection, Accepter accepter, SecondReader reader, AcceptOptions options, Action<AcceptNotice> tell) : IDisposable
{
    private readonly ShownDocuments _documents = new(connection);
    private readonly GuestWriter _writer = new(connection);
    private readonly SortedSet<string> _coders = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _reasons = new(StringComparer.Ordinal);
    private AcceptReport _report = new();

    public AcceptReport Report => _report with { Coders = [.. _coders], Reasons = _reasons };

    public void Dispose() => _writer.Dispose();

    public void Take(int number, byte[]? bytes)
    {
        _report = _report with { Lines = _report.Lines + 1 };
        using var line = CodedLine.Read(bytes, out var reason);
        if (line is null)
        {
            Refuse(number, null, ProblemCodes.CodedLine, $"line {number} {reason}.");
            return;
        }

        var coder = options.Coder ?? line.Coder;
        if ((CoderName.Fault(coder) ?? (_writer.IsOwn(coder!) ? $"'{coder}' is a coder of Entente's own in this record. Give yours another name" : null) ?? (_writer.IsForgotten(coder!) ? "the coder is called by a name that the record was told to forget. Give yours another" : null)) is { } fault)
        {
            Refuse(number, null, ProblemCodes.CoderName, fault + ".");
            return;
        }

        if (_documents.Find(line, out reason) is not { } document)
        {
            Refuse(number, null, ProblemCodes.NoDocument, reason + ".");
            return;
        }

        var claims = Claims(number, line, document, coder!, out var given);
        if (claims.Count > 0 || given == 0)
        {
            Keep(number, document, coder!, claims);
        }
    }

    /// <summary>The claims of a line that the text says, each id once.</summary>
    private List<(Claim Claim, IReadOnlyList<Problem> Doubts)> Claims(int number, CodedLine line, OwnDocument document, string coder, out int given)
    {
        var text = new AcceptedText(document.Text)
        {
            Given = line.Text is { } other && other != document.Text ? new AcceptedText(other) : null, FindQuotes = options.FindQuotes, Known = _documents.KnownOf(document),
            Published = document.Published, Publisher = document.Publisher, Blocks = document.Blocks(new CodePointMap(document.Text)),
        };
        if (text.Given is not null)
        {
            Tell(number, document.Id, null, [new Problem(ProblemCodes.ClaimMoved, "the text of the line is another than the record's: claims are placed by their words.")], refused: false);
        }

        var reading = reader.Read(document.Recorded(), document.Published is { } days ? new Publication(days, []) : null);
        var (seen, said, taken) = (new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal), new List<TakenClaim>());
        given = line.Claims.GetArrayLength();
        foreach (var (item, n) in line.Claims.EnumerateArray().Select((c, i) => (c, i + 1)))
        {
            var accepted = accepter.Accept(item, text);
            var label = Label(item, n);
            if (accepted.Claim is not { } claim)
            {
                Refuse(number, document.Id, label, accepted.Reasons);
            }
            else if (!seen.TryAdd(claim.Id, item.GetRawText()))
            {
                if (seen[claim.Id] != item.GetRawText())
                {
                    Refuse(number, document.Id, label, [new Problem(ProblemCodes.ClaimTwice, $"a claim before it has the id '{claim.Id}' too, and says something else. Give each an id of its own.")]);
                }
            }
            else if (SaidBy(claim, text) is var what && !said.TryAdd(what, label))
            {
                Tell(number, document.Id, label, [new Problem(ProblemCodes.ClaimTwice, $"says the same as claim {said[what]} before it, and is kept once.")], refused: false);
            }
            else
            {
                taken.Add(new TakenClaim(label, InVoice(claim, item, document), accepted.Notes));
            }
        }

        return Look(number, document, coder, reading, taken);
    }

    /// <summary>Holds the claims of a line that have their words in the text against what the text tells by them.</summary>
    private List<(Claim, IReadOnlyList<Problem>)> Look(int number, OwnDocument document, string coder, SecondReading reading, List<TakenClaim> taken)
    {
        var kept = new List<(Claim, IReadOnlyList<Problem>)>();
        var ids = taken.Select(t => t.Claim.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (claim, alleged) in taken.Zip(reading.Alleged([.. taken.Select(t => t.Claim)])))
        {
            var doubts = reading.Doubts(claim.Claim);
            if (NotAccused(claim.Claim, alleged.Allegation) is { } accused)
            {
                Refuse(number, document.Id, claim.Label, [accused]);
            }
            else if (options.Strict && doubts.Count > 0)
            {
                Refuse(number, document.Id, claim.Label, doubts);
            }
            else
            {
                Tell(number, document.Id, claim.Label, [.. claim.Notes, .. doubts], refused: false);
                _report = _report with { Doubted = _report.Doubted + (doubts.Count > 0 ? 1 : 0) };
                var name = coder + "/" + claim.Claim.Id;
                kept.Add((claim.Claim with { Id = name, Allegation = alleged.Allegation is { } found ? Linked(found, claim.Claim.Allegation, reading, id => ids.Contains(id) ? coder + "/" + id : null) : null }, doubts));
            }
        }

        return kept;
    }

    /// <summary>Whom a claim says that it accuses, though nothing in it does: that would be an accusation of the coder's own.</summary>
    private static Problem? NotAccused(Claim claim, Allegation? found) => claim.Allegation?.Against.FirstOrDefault(a => found is null || found.Against.All(f => f.Actor.Id != a.Actor.Id)) is { } person
        ? new Problem(ProblemCodes.ClaimNotSaid, $"allegation.against: neither the words nor the act of this claim accuse {person.Actor.Name} of a wrong. Leave allegation out: it is found from the text.")
        : null;

    /// <summary>The denials that the coder found and those of the page, each sentence once; they name the claims of the coder, or Entente's, that they are coded as.</summary>
    private static Allegation Linked(Allegation found, Allegation? given, SecondReading reading, Func<string, string?> named) => found with
    {
        Denials = [.. found.Denials.Select(d => d with { Claim = d.Claim is not { } id || reading.Holds(id) ? d.Claim : named(id) })
            .Concat((given?.Denials ?? []).Select(d => d with { Claim = d.Claim is { } id ? named(id) : null })).DistinctBy(d => d.Evidence).OrderBy(d => d.Evidence)],
    };

    /// <summary>Without a chain it is the article that says so.</summary>
    private static Claim InVoice(Claim claim, JsonElement item, OwnDocument document) => document.Publisher is { } publisher && !(item.TryGetProperty("chain", out var chain) && chain.ValueKind == JsonValueKind.Array)
        ? claim with { Chain = new SourceChain([new SourceLink(publisher, SourceKind.Publisher)]) }
        : claim;

    private void Keep(int number, OwnDocument document, string coder, List<(Claim Claim, IReadOnlyList<Problem> Doubts)> kept)
    {
        List<Claim> claims = [.. kept.Select(k => k.Claim)];
        _coders.Add(coder);
        var own = document.Coded ?? CodedJson.WriteProblems(document.Id, []);
        var coded = CodedJson.WithClaims(own, coder, document.Text, claims);
        if (_writer.Before(document, coder) is { } before)
        {
            if (ClaimsOf(before) == ClaimsOf(coded))
            {
                _report = _report with { Known = _report.Known + 1 };
            }
            else
            {
                Refuse(number, document.Id, ProblemCodes.CodedBefore, $"{coder} has coded this document already, otherwise. What is recorded stays: give the new coding another name, such as {CoderName.After(coder)}.");
            }

            return;
        }

        _writer.Write(document, coder, coded, ClaimRows.Of(Coded(document, own, claims), new CodePointMap(document.Text)), [.. kept.SelectMany(k => k.Doubts, (k, doubt) => (ClaimRows.IdOf(document.Id, k.Claim.Id), doubt))]);
        _report = _report with { Documents = _report.Documents + 1, Accepted = _report.Accepted + claims.Count };
    }

    /// <summary>What the rows of claims are made of: the document with its sentences as Entente split them.</summary>
    private static CodedDocument Coded(OwnDocument document, byte[] own, List<Claim> claims)
    {
        var map = new CodePointMap(document.Text);
        using var json = JsonDocument.Parse(own);
        Sentence[] sentences = json.RootElement.TryGetProperty("sentences", out var list)
            ? [.. list.EnumerateArray().Select(s => new Sentence(TextSpan.FromBounds(map.ToOffset(s.GetProperty("start").GetInt32()), map.ToOffset(s.GetProperty("end").GetInt32())), 0, 0, 0))]
            : [];
        return new CodedDocument(new AnalyzedDocument(new Document(document.Id, document.Text, []), sentences, [])) { Claims = claims };
    }

    /// <summary>All that a claim says, whatever its id and however sure its coder.</summary>
    private static string SaidBy(Claim claim, AcceptedText text) => ClaimsOf(CodedJson.WithClaims(CodedJson.WriteProblems("", []), "", text.Text, [claim with { Id = "", Rule = "", Confidence = 0 }]));

    private static string ClaimsOf(byte[] coded)
    {
        using var json = JsonDocument.Parse(coded);
        return json.RootElement.GetProperty("claims").GetRawText();
    }

    private static string Label(JsonElement claim, int n)
    {
        try
        {
            return claim.ValueKind == JsonValueKind.Object && claim.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && id.GetString() is { Length: > 0 and <= 80 } name ? name : "#" + n;
        }
        catch (InvalidOperationException)
        {
            // half of a surrogate pair
            return "#" + n;
        }
    }

    private void Refuse(int number, string document, string claim, IReadOnlyList<Problem> reasons)
    {
        _report = _report with { Refused = _report.Refused + 1 };
        Tell(number, document, claim, reasons, refused: true);
    }

    private void Refuse(int number, string? document, string code, string message)
    {
        _report = _report with { LinesRefused = _report.LinesRefused + 1 };
        Tell(number, document, null, [new Problem(code, message)], refused: true);
    }

    private void Tell(int number, string? document, string? claim, IReadOnlyList<Problem> problems, bool refused)
    {
        foreach (var problem in problems)
        {
            tell(new AcceptNotice(number, document, claim, problem, refused));
        }

        foreach (var code in problems.Where(_ => refused).Select(p => p.Code).Distinct(StringComparer.Ordinal))
        {
            _reasons[code] = _reasons.GetValueOrDefault(code) + 1;
        }
    }
}
