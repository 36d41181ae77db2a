using Entente.Claims;
using Entente.Record.Recording;
using Entente.Record.Relating;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Asking;

/// <summary>Gathers what the record has about two sides for the state of their relationship.</summary>
internal static class StateQuery
{
    private static readonly ClaimKind[] OfEither = [ClaimKind.Membership, ClaimKind.Role, ClaimKind.Position];

    public static RelationState? Run(SqliteConnection connection, StateQuestion question, Outlets outlets)
    {
        var (a, b) = DyadQuery.Parse(connection, question.A + "/" + question.B);
        question = question with { A = a, B = b };
        var filter = new ClaimFilter { KnownBy = question.KnownBy, AccordingTo = question.AccordingTo };
        var between = MatterQuery.Rows(connection, filter with { Dyad = a + "/" + b }, outlets);
        var either = OfEither.SelectMany(kind => new[] { a, b }.SelectMany(side => ClaimQuery.Rows(connection, filter with { Kind = kind, Actor = side }, outlets))).DistinctBy(c => c.Id).ToList();
        if (between.Count == 0 && connection.Number("SELECT EXISTS (SELECT 1 FROM dyad WHERE a = $1 AND b = $2)", a, b) == 0)
        {
            return null;
        }

        var names = ActorQuery.SideNames(connection, [a, b]);
        return Relater.State(question, new RelationMatters(names.GetValueOrDefault(a, a), names.GetValueOrDefault(b, b), between, MatterQuery.Of(connection, either)) { Undated = Undated(connection, a, b) });
    }

    private static int Undated(SqliteConnection connection, string a, string b) => (int)connection.Number(
        """
        SELECT count(DISTINCT d.document) FROM dyad y JOIN claim c ON c.id = y.claim JOIN document d ON d.id = c.document JOIN shown ON shown.coding = d.coding
        WHERE y.a = $1 AND y.b = $2 AND d.published_latest IS NULL
        """,
        a, b);
}
