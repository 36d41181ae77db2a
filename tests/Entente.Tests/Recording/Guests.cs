using System.Text;
using System.Text.Json.Nodes;
using Entente.Claims;
using Entente.Record;
using Entente.Record.Reconciling;
using Entente.Record.Recording;
using Entente.Record.Recording.Accepting;
using Entente.Tests.Accepting;

namespace Entente.Tests.Recording;

/// <summary>A record with one document, whose text is that of <see cref="GoodClaims"/>, and lines of other coders for it.</summary>
internal sealed class Guests : IDisposable
{
    public const string Document = "4ba0e3c3";

    private readonly Pages _pages = new();

    public Guests()
    {
        using var ledger = Ledger.Open(File);
        var page = new Page(Document, Encoding.UTF8.GetBytes(GoodClaims.Text)) { Form = PageForm.Prepared, Given = new PageFacts { Date = new DateOnly(2023, 3, 17), Publisher = "Harbour Gazette" } };
        ledger.Append(Some.Coder.Code(page), "test", ["gazette.txt"]);
        Reconciler.Reconcile(ledger);
    }

    public string File => _pages.Record();

    public static string Line(params JsonNode[] claims) => Line(claims, null);

    /// <summary>A coded document with claims.</summary>
    public static string Line(JsonNode[] claims, Action<JsonObject>? change)
    {
        var line = new JsonObject { ["schema"] = CodedJson.Schema, ["id"] = Document, ["text"] = GoodClaims.Text, ["claims"] = new JsonArray([.. claims.Select(c => c.DeepClone())]) };
        change?.Invoke(line);
        return line.ToJsonString();
    }

    public (AcceptReport Report, List<AcceptNotice> Notices) Accept(string lines, AcceptOptions? options = null) => Accept(Encoding.UTF8.GetBytes(lines), options);

    public (AcceptReport Report, List<AcceptNotice> Notices) Accept(byte[] lines, AcceptOptions? options = null) => Accept(new MemoryStream(lines), options);

    public (AcceptReport Report, List<AcceptNotice> Notices) Accept(Stream lines, AcceptOptions? options = null)
    {
        var notices = new List<AcceptNotice>();
        using var ledger = Ledger.Open(File);
        return (new GuestRecorder(ledger, GoodClaims.Accepter, Some.Reader).Accept(lines, options ?? new AcceptOptions { Coder = "model-x/1" }, notices.Add), notices);
    }

    public void Dispose() => _pages.Dispose();
}
