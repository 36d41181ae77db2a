using System.Security.Cryptography;
using System.Text;

namespace Entente.Claims;

/// <summary>What stands in a table of the user's own: the rows that hold, what is wrong with the others, and a digest of the text.</summary>
internal sealed record OwnTable<T>(IReadOnlyList<T> Items, IReadOnlyList<Problem> Problems, string Digest)
{
    /// <summary>Reads a table row by row; a row that throws is passed over and told, the others hold.</summary>
    public static OwnTable<T> Read(string name, TextReader reader, IReadOnlyCollection<string> columns, Func<TableRow, T> read)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var text = reader.ReadToEnd();
        var table = Table.Parse(name, new StringReader(text), columns, out var found);
        var wrong = found.ToList();
        var items = new List<T>();
        foreach (var row in table.Rows)
        {
            try
            {
                items.Add(read(row));
            }
            catch (FormatException e)
            {
                wrong.Add(e);
            }
        }

        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
        return new OwnTable<T>(items, [.. wrong.Select(e => new Problem(ProblemCodes.OwnTable, e.Message))], digest);
    }
}
