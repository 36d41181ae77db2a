using Entente.Claims;
using Entente.Record.Reconciling;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Asking;

/// <summary>The columns of one row of <see cref="ClaimQuery"/>, held until the text that they point into is there.</summary>
internal sealed class ClaimColumns
{
    private readonly object[] _values;
    private readonly DateInterval? _time;
    private readonly DateInterval? _published;

    public ClaimColumns(SqliteDataReader reader)
    {
        _values = new object[reader.FieldCount];
        reader.GetValues(_values);
        _time = Columns.Interval(reader, 17, 18);
        _published = Columns.Interval(reader, 46, 47);
    }

    public ClaimRow Row(DocumentText text) => new(
        Text(2)!, CodedNames.TryParse<ClaimKind>(Text(3)!, out var kind) ? kind : ClaimKind.Event, Text(4)!, Text(5)!, text.Span(Integer(6), Integer(7)), text.Words(Integer(6), Integer(7)))
    {
        Start = Integer(6),
        Stop = Integer(7),
        Sentence = text.Words(Integer(8), Integer(9)),
        Title = Text(10),
        Publisher = Text(11),
        Uri = Text(12),
        Page = Text(13)!,
        Type = Text(14),
        Mode = Text(15),
        Contexts = Columns.List(Text(16)),
        Time = _time,
        TimeValue = Text(19),
        TimeBasis = Text(20),
        Factuality = Columns.Factuality(Text(21)!, Text(22)!, Text(23)!),
        Confidence = Number(24) ?? 0,
        Chain = ChainLink.Read(Text(25)!),
        Place = Text(26),
        Cameo = Text(27),
        Goldstein = Number(28),
        Rule = Text(29)!,
        Published = _published,
        CopyOf = Text(48),
        Stand = Text(49) ?? MentionMaker.StandOf(Text(23)!.Split('|'), Text(22)!).ToString().ToLowerInvariant(),
        Coder = Text(50),
        Matter = Text(30),
        Event = kind == ClaimKind.Event ? Text(30) : null,
        Figure = kind is ClaimKind.Figure or ClaimKind.Count ? FigureOf() : null,
        Trigger = _values[40] is DBNull ? null : text.Span(Integer(40), Integer(41)),
        Decided = Columns.List(Text(42)),
        Words = Text(43),
        Reason = Text(44),
        Allegation = Text(45) is { } allegation && StoredAllegation.Read(allegation) is { } stored ? AllegationOf(stored, text) : null,
    };

    private static AllegationRow AllegationOf(StoredAllegation stored, DocumentText text) => new(
        [.. stored.Against.Select(a => new AccusedRow(a.Id, a.Name))],
        [.. stored.Denials.Select(d => new DenialRow(text.Words(d.Start, d.Stop), text.Span(d.Start, d.Stop), d.Start, d.Stop) { By = d.By, Claim = d.Claim })]);

    private FigureRow FigureOf() => new(Number(31), Number(32), Text(33))
    {
        Of = Text(34),
        Period = Text(35),
        Change = Text(36),
        From = Number(37),
        To = Number(38),
        Record = Text(39),
    };

    private string? Text(int column) => _values[column] as string;

    private int Integer(int column) => (int)(long)_values[column];

    private double? Number(int column) => _values[column] switch
    {
        double d => d,
        long l => l,
        _ => null,
    };
}
