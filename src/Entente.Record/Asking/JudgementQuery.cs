using Entente.Claims;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Asking;

/// <summary>What people have judged of the claims that are shown; of several judgements of one claim the last.</summary>
internal static class JudgementQuery
{
    public static List<JudgedClaim> Rows(SqliteConnection connection) =>
    [
        .. connection.Query(
                """
                SELECT c.claim, c.kind, c.confidence, json_extract(k.body, '$.right') FROM correction k JOIN corrected x ON x.correction = k.id JOIN claim c ON c.id = x.claim
                WHERE k.what = 'judge' ORDER BY k.at DESC, k.id DESC
                """,
                r => new JudgedClaim(r.GetString(0), CodedNames.TryParse<ClaimKind>(r.GetString(1), out var kind) ? kind : default, r.GetDouble(2), r.GetInt64(3) != 0))
            .DistinctBy(j => j.Claim, StringComparer.Ordinal),
    ];
}
