namespace Entente.Record.Forgetting;

/// <summary>What kind of thing is to be forgotten.</summary>
public enum ForgetKind
{
    /// <summary>A page, with everything that was coded from it.</summary>
    Page,

    /// <summary>The comments under a page.</summary>
    Thread,

    /// <summary>A person, on all pages.</summary>
    Person,
}

/// <summary>What a record is asked to forget.</summary>
/// <param name="What">Of a page or thread the id of a document, the digest of the page (or its beginning) or its path; of a person an actor's id or a name as the texts have it.</param>
/// <param name="Day">The day of the receipt.</param>
public sealed record ForgetRequest(ForgetKind Kind, string What, DateOnly Day)
{
    /// <summary>Of a page or thread: whether all captures of its address are meant, those in the record and those to come.</summary>
    public bool Captures { get; init; }

    /// <summary>Other spellings of the person's name.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>Who asks for it to be done, for the receipt; null leaves it open.</summary>
    public string? By { get; init; }

    /// <summary>Why, for the receipt; null leaves it open.</summary>
    public string? Reason { get; init; }
}

/// <summary>How much is taken out of a record, in all codings of the pages.</summary>
/// <param name="Pages">Pages that are gone, or that something is taken out of.</param>
public sealed record ForgetCounts(long Pages, long Documents, long Sentences, long Claims, long Comments)
{
    /// <summary>Whether the record holds nothing of it.</summary>
    public bool IsNothing => Pages + Documents + Sentences + Claims + Comments == 0;

    internal static ForgetCounts None { get; } = new(0, 0, 0, 0, 0);

    internal ForgetCounts And(ForgetCounts other) => new(Pages + other.Pages, Documents + other.Documents, Sentences + other.Sentences, Claims + other.Claims, Comments + other.Comments);
}

/// <summary>What is left of a forgetting: no name, no place, no digest.</summary>
/// <param name="Id">1 for the first.</param>
/// <param name="By">Who did it, if that was said.</param>
public sealed record ForgetReceipt(long Id, DateOnly Day, ForgetKind Kind, ForgetCounts Counts, string? By, string? Reason);

/// <summary>What came of a forgetting.</summary>
/// <param name="Tidied">False while another program holds the file: what was forgotten is out of the record, and its bytes may still stand in the file until the next who opens it to write has tidied it.</param>
public sealed record ForgetOutcome(ForgetReceipt Receipt, bool Tidied);
