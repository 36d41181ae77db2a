using System.Text.Json;
using Entente.Claims;
using Entente.Claims.Accepting;

namespace Entente.Record.Recording.Accepting;

/// <summary>
/// Takes coded documents of other coders into the record (docs/guide/accept.md). Each becomes a coding of its own beside Entente's, which is never shown in its place; what the text does not say is refused and told.
/// </summary>
public sealed class GuestRecorder
{
    private readonly Ledger _ledger;
    private readonly Accepter _accepter;

    /// <param name="ledger">Where the documents stand.</param>
    public GuestRecorder(Ledger ledger, Accepter accepter)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(accepter);
        (_ledger, _accepter) = (ledger, accepter);
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
            using var file = new GuestFile(connection, _accepter, options, tell);
            foreach (var (number, bytes) in BoundedLines.Of(lines))
            {
                file.Take(number, bytes);
            }

            return file.Report;
        }, keep: !options.Preview);
    }
}

/// <summary>One file on its way into the ledger.</summary>
internal sealed class GuestFile(Microsoft.Data.Sqlite.SqliteConnection connection, Accepter accepter, AcceptOptions options, Action<AcceptNotice> tell) : IDisposable
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
    private List<Claim> Claims(int number, CodedLine line, OwnDocument document, string coder, out int given)
    {
        var text = new AcceptedText(document.Text)
        {
            Given = line.Text is { } other && other != document.Text ? new AcceptedText(other) : null, FindQuotes = options.FindQuotes, Known = _documents.KnownOf(document),
            Published = document.Published, Blocks = document.Blocks(new CodePointMap(document.Text)),
        };
        if (text.Given is not null)
        {
            Tell(number, document.Id, null, [new Problem(ProblemCodes.ClaimMoved, "the text of the line is another than the record's: claims are placed by their words.")], refused: false);
        }

        var alleged = Alleged(document);
        var taken = new List<Claim>();
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        given = line.Claims.GetArrayLength();
        foreach (var (item, n) in line.Claims.EnumerateArray().Select((c, i) => (c, i + 1)))
        {
            var accepted = accepter.Accept(item, text);
            var label = Label(item, n);
            Tell(number, document.Id, label, accepted.Reasons, refused: true);
            if (accepted.Claim is not { } claim)
            {
                _report = _report with { Refused = _report.Refused + 1 };
                continue;
            }

            if (seen.TryGetValue(claim.Id, out var same))
            {
                if (same != item.GetRawText())
                {
                    _report = _report with { Refused = _report.Refused + 1 };
                    Tell(number, document.Id, label, [new Problem(ProblemCodes.ClaimTwice, $"a claim before it has the id '{claim.Id}' too, and says something else. Give each an id of its own.")], refused: true);
                }

                continue;
            }

            seen.Add(claim.Id, item.GetRawText());
            Tell(number, document.Id, label, accepted.Notes, refused: false);
            taken.Add(InVoice(claim, item, document) with { Id = coder + "/" + claim.Id, Allegation = claim.Allegation ?? AllegationOf(claim, alleged) });
        }

        var own = alleged.Select(a => a.Allegation).ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. taken.Select(c => c.Allegation is { } given && !own.Contains(given) ? c with { Allegation = Linked(given, coder, seen) } : c)];
    }

    /// <summary>Denials name the claims of the same coder that they are coded as.</summary>
    private static Allegation Linked(Allegation allegation, string coder, Dictionary<string, string> ids) =>
        allegation with { Denials = [.. allegation.Denials.Select(d => d with { Claim = d.Claim is { } id && ids.ContainsKey(id) ? coder + "/" + id : null })] };

    /// <summary>Without a chain it is the article that says so.</summary>
    private static Claim InVoice(Claim claim, JsonElement item, OwnDocument document) => document.Publisher is { } publisher && !(item.TryGetProperty("chain", out var chain) && chain.ValueKind == JsonValueKind.Array)
        ? claim with { Chain = new SourceChain([new SourceLink(publisher, SourceKind.Publisher)]) }
        : claim;

    /// <summary>Entente's own claims of a document that say of a person that he did wrong.</summary>
    private List<Claim> Alleged(OwnDocument document)
    {
        if (document.Coded is not { } coded)
        {
            return [];
        }

        using var json = JsonDocument.Parse(coded);
        var text = new AcceptedText(document.Text);
        return json.RootElement.TryGetProperty("claims", out var claims) ? [.. claims.EnumerateArray().Where(c => c.TryGetProperty("allegation", out _)).Select(c => accepter.Accept(c, text).Claim).OfType<Claim>()] : [];
    }

    /// <summary>What another coder claims of the same words and the same person is the same allegation, and what denies it belongs to it, whether he says so or not.</summary>
    private static Allegation? AllegationOf(Claim claim, List<Claim> alleged)
    {
        var parties = ClaimParts.Parties(claim.Body).Select(p => p.Actor.Actor.Id).ToHashSet(StringComparer.Ordinal);
        return alleged.Find(a => a.Kind == claim.Kind && a.Evidence.Overlaps(claim.Evidence) && a.Allegation!.Against.Any(p => parties.Contains(p.Actor.Id)))?.Allegation;
    }

    private void Keep(int number, OwnDocument document, string coder, List<Claim> claims)
    {
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

        _writer.Write(document, coder, coded, ClaimRows.Of(Coded(document, own, claims), new CodePointMap(document.Text)));
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
