using Entente.Record.Asking;
using Entente.Record.Reconciling;
using Entente.Record.Recording;
using Entente.Tests.Recording;

namespace Entente.Tests.Reconciling;

/// <summary>A folder of made-up newspaper pages and the record that is read from it.</summary>
internal sealed class SmallWorld : IDisposable
{
    private readonly Pages _pages = new();

    /// <summary>What makes a paragraph of one sentence long enough to be an article's.</summary>
    private const string Filling = " The queues at the crossings were no longer for it than they had been in the dry weeks before, and the traders went on with their work.";

    /// <summary>A page of the Harbour Post of a day.</summary>
    public static string Page(string title, string day, params string[] paragraphs) => $"{title}\n\nHarbour Post, {day}\n\n" + string.Join("\n\n", paragraphs.Select(p => p + Filling).Append(
        $"Traders on both sides of the border had waited for the news of {day} for a long time, and said that they hoped for shorter queues and lower fees at the crossings in the hills.")) + "\n";

    public SmallWorld Add(string name, string day, params string[] paragraphs)
    {
        _pages.Add(name + ".txt", Page("The news of the " + name, day, paragraphs));
        return this;
    }

    /// <summary>Reads all pages, in the order of their names or the other way round, each by itself.</summary>
    public Archive Read(bool lastFirst = false)
    {
        using (var ledger = Ledger.Open(_pages.Record()))
        {
            Reconciler.Follow(ledger);
            var files = Directory.GetFiles(_pages.Folder).Order(StringComparer.Ordinal);
            foreach (var file in lastFirst ? files.Reverse() : files)
            {
                new Recorder(Some.Coder, "test").Read(Pile.Walk([file]), ledger);
            }
        }

        return Archive.Open(_pages.Record());
    }

    public void Dispose() => _pages.Dispose();
}
