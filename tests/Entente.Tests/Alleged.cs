using System.Text;
using Entente.Claims;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Reconciling;
using Entente.Record.Recording;

namespace Entente.Tests;

/// <summary>A page that accuses a named person, with two denials, one of which is coded as a claim of its own.</summary>
internal static class Alleged
{
    public const string Accused = "Omar Haddad";

    public const string Denied = "Haddad denied that he had attacked Chad.";

    public const string LawyersWord = "His lawyer said that the general was innocent.";

    public const string Text =
        "Chad accused Sudan and the Sudanese general Omar Haddad of war crimes on Tuesday, Reuters reported. " + Denied + " " + LawyersWord + " The two countries signed an agreement on trade in 2010.";

    /// <summary>Writes it into a record, as read from "gazette.txt".</summary>
    public static Archive Record(string file)
    {
        var page = new Page("gazette", Encoding.UTF8.GetBytes(Text)) { Form = PageForm.Prepared, Given = new PageFacts { Date = new DateOnly(2012, 10, 5), Publisher = "Harbour Gazette" } };
        using (var ledger = Ledger.Open(file))
        {
            ledger.Append(Some.Coder.Code(page), "test", ["gazette.txt"]);
            Reconciler.Reconcile(ledger);
        }

        return Archive.Open(file);
    }

    /// <summary>The accusation.</summary>
    public static ClaimRow Accusation(Archive archive) => archive.Claims(new ClaimFilter { Allegations = true, Type = "ACCUSE" }).Single();

    /// <summary>The denial that is a claim.</summary>
    public static ClaimRow Denial(Archive archive) => archive.Claims(new ClaimFilter { Type = "ASSAULT" }).Single();
}
