namespace Entente.Claims;

/// <summary>
/// Something about the input that a person should know: what it is, where, and what to do about it. A problem never stops a batch.
/// Codes are listed in <see cref="ProblemCodes"/> and in docs/guide/problems.md.
/// </summary>
/// <param name="Code">"ENT" and three digits; stable.</param>
/// <param name="Message">One sentence that ends with the remedy, where there is one.</param>
/// <param name="Span">Where in the document's text, if it has a place there.</param>
public sealed record Problem(string Code, string Message, TextSpan? Span = null);

/// <summary>All problem codes. A code is never used again for something else.</summary>
public static class ProblemCodes
{
    /// <summary>The page holds no text.</summary>
    public const string Empty = "ENT001";

    /// <summary>The bytes are not text in any known form.</summary>
    public const string Binary = "ENT002";

    /// <summary>Bytes that do not fit the encoding were replaced.</summary>
    public const string Encoding = "ENT003";

    /// <summary>The page is not in English, so nothing is coded from it.</summary>
    public const string Language = "ENT004";

    /// <summary>A consent wall, a paywall or "access denied" stands where the article should be.</summary>
    public const string Wall = "ENT005";

    /// <summary>The page has no article text.</summary>
    public const string NoArticle = "ENT006";

    /// <summary>No date of publication could be found.</summary>
    public const string Undated = "ENT010";

    /// <summary>Two pieces of evidence for the date of publication exclude each other.</summary>
    public const string DateConflict = "ENT011";

    /// <summary>Nothing tells who published a document, so that what it says in its own voice counts for nobody.</summary>
    public const string NoPublisher = "ENT012";

    /// <summary>A file or folder could not be opened.</summary>
    public const string Unreadable = "ENT020";

    /// <summary>A line of input is not what `entente code` takes.</summary>
    public const string BadLine = "ENT021";

    /// <summary>Nesting or size beyond what a page can sensibly have; the rest was cut off.</summary>
    public const string TooLarge = "ENT022";

    /// <summary>A kind of file that is not read.</summary>
    public const string NotRead = "ENT023";

    /// <summary>A row of a pages.csv is not what it should be.</summary>
    public const string PagesCsv = "ENT024";

    /// <summary>A fault of the program itself on this page.</summary>
    public const string Fault = "ENT025";

    /// <summary>An archive, or a page in it, is damaged or cut off; what could be read was read.</summary>
    public const string Damaged = "ENT026";

    /// <summary>A program that takes the text out of a page is not there, or failed.</summary>
    public const string NoProgram = "ENT027";

    /// <summary>A row or column of a user's own table is not what it should be.</summary>
    public const string OwnTable = "ENT028";

    /// <summary>There is no record at that place.</summary>
    public const string RecordMissing = "ENT030";

    /// <summary>The record was written by a newer version.</summary>
    public const string RecordNewer = "ENT031";

    /// <summary>The file is no record of Entente.</summary>
    public const string RecordForeign = "ENT032";

    /// <summary>The disk of the record is full.</summary>
    public const string RecordFull = "ENT033";

    /// <summary>Another program holds the record.</summary>
    public const string RecordBusy = "ENT034";

    /// <summary>The record cannot be opened or written.</summary>
    public const string RecordClosed = "ENT035";

    /// <summary>A member of a claim that somebody else coded is missing, unknown, there twice or of another type.</summary>
    public const string ClaimField = "ENT050";

    /// <summary>A member of a claim has a value that there is not: an unknown type, a day that is none, a number out of bounds.</summary>
    public const string ClaimValue = "ENT051";

    /// <summary>A place of a claim lies outside the text, holds nothing or cuts a word.</summary>
    public const string ClaimPlace = "ENT052";

    /// <summary>A quote is not what stands at its place, or stands nowhere, or at several places.</summary>
    public const string ClaimQuote = "ENT053";

    /// <summary>The text does not say what a claim says: it names an actor nowhere, tells another number, does not hold the words.</summary>
    public const string ClaimNotSaid = "ENT054";

    /// <summary>Words of a claim were found elsewhere than was said, and are taken from there, as was asked.</summary>
    public const string ClaimMoved = "ENT055";

    /// <summary>A claim of another coder was taken whose words are there, and which the text seems to tell otherwise: not so, not yet, of somebody else.</summary>
    public const string ClaimDoubted = "ENT061";

    /// <summary>A line of another coder cannot be used: no JSON, another schema, too long, without claims.</summary>
    public const string CodedLine = "ENT056";

    /// <summary>The record holds no document that a line of another coder is about.</summary>
    public const string NoDocument = "ENT057";

    /// <summary>A line of another coder does not say who coded it, or names Entente's own coder.</summary>
    public const string CoderName = "ENT058";

    /// <summary>The coder has coded the document already, otherwise.</summary>
    public const string CodedBefore = "ENT059";

    /// <summary>Two claims of a line have one id and differ.</summary>
    public const string ClaimTwice = "ENT060";
}
