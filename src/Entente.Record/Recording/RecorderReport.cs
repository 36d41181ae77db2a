using Entente.Claims;

namespace Entente.Record.Recording;

/// <summary>What became of one file.</summary>
/// <param name="Pages">Pages in it that are in the record now, or were already.</param>
/// <param name="PassedOver">What else was in it, by what it is.</param>
/// <param name="Problems">How many things in it could not be read.</param>
public sealed record ReadFile(string Name, int Pages, IReadOnlyDictionary<string, int> PassedOver, int Problems);

/// <summary>What one reading of a pile came to.</summary>
public sealed record RecorderReport
{
    /// <summary>Pages added by this reading.</summary>
    public int New { get; private init; }

    /// <summary>Pages that the record held already.</summary>
    public int Known { get; private init; }

    /// <summary>Documents of the new pages.</summary>
    public int Documents { get; private init; }

    public int Sentences { get; private init; }

    /// <summary>0–1: the part of the new pages' text that is furniture or advert.</summary>
    public double Dropped { get; private init; }

    /// <summary>Claims of the new pages.</summary>
    public IReadOnlyDictionary<ClaimKind, int> Claims { get; private init; } = new Dictionary<ClaimKind, int>();

    /// <summary>Every file with what became of it, in order of their names.</summary>
    public IReadOnlyList<ReadFile> Files { get; private init; } = [];

    /// <summary>Files, and things in archives, that were passed over, by what they are.</summary>
    public IReadOnlyDictionary<string, int> PassedOver { get; private init; } = new Dictionary<string, int>();

    /// <summary>What could not be read, and what is to be known of the new pages, by name.</summary>
    public IReadOnlyList<MissedFile> Problems { get; private init; } = [];

    /// <summary>Files and folders that are not in the record.</summary>
    public int Missed { get; private init; }

    /// <summary>Places whose page has other bytes than when it was read there last, in order; what was coded from it then is kept.</summary>
    public IReadOnlyList<string> Changed { get; private init; } = [];

    /// <summary>Places in a folder that was read as a whole, or in an archive, where a page was read before and there is none now; what was coded from it is kept.</summary>
    public IReadOnlyList<string> Vanished { get; private init; } = [];

    /// <summary>The number of the run that this reading is in the record.</summary>
    public long Run { get; private init; }

    /// <summary>Whether it was stopped before the end.</summary>
    public bool Stopped { get; private init; }

    internal sealed class Builder(Pile pile)
    {
        private readonly List<MissedFile> _problems = [.. pile.Missed];
        private readonly SortedDictionary<ClaimKind, int> _claims = [];
        private readonly List<ReadFile> _files = [.. pile.PassedOver.Select(p => new ReadFile(p.Name, 0, new Dictionary<string, int> { [p.What] = p.Files }, 0)), .. pile.Missed.Where(m => m.Problem.Code != ProblemCodes.PagesCsv).Select(m => new ReadFile(m.Name, 0, new Dictionary<string, int>(), 1))];
        private int _new, _documents, _sentences, _missed = pile.Missed.Count(m => m.Problem.Code != ProblemCodes.PagesCsv);
        private long _characters, _dropped;

        private RunOutcome? _run;

        public int Known { get; private set; }

        public int Missed => _missed;

        public void End(RunOutcome run) => _run = run;

        public void Meet(int known) => Known = known;

        /// <summary>Notes what a file holds.</summary>
        public void Add(ReadFile file) => _files.Add(file);

        /// <summary>Notes that a page of a file did not get into the record after all.</summary>
        public void Lose(string file)
        {
            var i = _files.FindIndex(f => f.Name == file && f.Pages > 0);
            if (i >= 0)
            {
                _files[i] = _files[i] with { Pages = _files[i].Pages - 1, Problems = _files[i].Problems + 1 };
            }
        }

        /// <summary>Notes that a page of a file was not taken in, for it is a capture of one that was forgotten.</summary>
        public void Withhold(string file)
        {
            var i = _files.FindIndex(f => f.Name == file && f.Pages > 0);
            if (i >= 0)
            {
                _files[i] = _files[i] with { Pages = _files[i].Pages - 1, PassedOver = Sum(_files[i].PassedOver.Append(new KeyValuePair<string, int>("forgotten", 1))) };
            }
        }

        public void Miss(string name, Problem problem)
        {
            _missed++;
            _problems.Add(new MissedFile(name, problem));
        }

        public void Add(CodedPage page, string name)
        {
            _new++;
            _documents += page.Documents.Count;
            _problems.AddRange(page.Read.Problems.Concat(page.Documents.SelectMany(d => d.Problems)).DistinctBy(p => p.Code).Select(p => new MissedFile(name, p)));
            foreach (var document in page.Documents)
            {
                _sentences += document.Analyzed.Sentences.Count;
                _characters += document.Document.Blocks.Sum(b => b.Span.Length);
                _dropped += document.Document.Blocks.Where(b => b.Role is BlockRole.Furniture or BlockRole.Advert).Sum(b => b.Span.Length);
                foreach (var claim in document.Claims)
                {
                    _claims[claim.Kind] = _claims.GetValueOrDefault(claim.Kind) + 1;
                }
            }
        }

        public RecorderReport Done(bool stopped) => new()
        {
            New = _new,
            Known = Known,
            Documents = _documents,
            Sentences = _sentences,
            Dropped = _characters == 0 ? 0 : (double)_dropped / _characters,
            Claims = _claims,
            Files = [.. _files.OrderBy(f => f.Name, StringComparer.Ordinal)],
            PassedOver = Sum(_files.SelectMany(f => f.PassedOver)),
            Problems = [.. _problems.OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Problem.Code, StringComparer.Ordinal)],
            Missed = _missed,
            Changed = _run?.Changed ?? [],
            Vanished = _run?.Vanished ?? [],
            Run = _run?.Run ?? 0,
            Stopped = stopped,
        };

        private static SortedDictionary<string, int> Sum(IEnumerable<KeyValuePair<string, int>> counts)
        {
            var sums = new SortedDictionary<string, int>(StringComparer.Ordinal);
            foreach (var (what, count) in counts)
            {
                sums[what] = sums.GetValueOrDefault(what) + count;
            }

            return sums;
        }
    }
}
