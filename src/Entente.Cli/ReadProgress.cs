using Entente.Record.Recording;

namespace Entente.Cli;

/// <summary>How far a reading is: a bar on a terminal, a line every tenth of the way elsewhere, nothing when the output is for programs. It writes to standard error.</summary>
internal sealed class ReadProgress(bool silent) : IProgress<RecorderProgress>
{
    private const int BarLength = 30;
    private readonly bool _bar = !Console.IsErrorRedirected;
    private int _tenth;
    private bool _begun;

    public void Report(RecorderProgress value)
    {
        if (silent || value.Total == 0)
        {
            return;
        }

        if (_bar)
        {
            var filled = (int)((long)value.Done * BarLength / value.Total);
            Console.Error.Write($"\r[{new string('#', filled)}{new string('.', BarLength - filled)}] {value.Done}/{value.Total} pages");
            _begun = true;
        }
        else if ((int)((long)value.Done * 10 / value.Total) is var tenth && tenth > _tenth)
        {
            _tenth = tenth;
            Console.Error.WriteLine($"{value.Done} of {value.Total} pages");
        }
    }

    public void End()
    {
        if (_begun)
        {
            Console.Error.Write("\r" + new string(' ', BarLength + 40) + "\r");
        }
    }
}
