using System.ComponentModel;
using System.Diagnostics;
using Entente.Claims;

namespace Entente.Record.Recording;

/// <summary>
/// Takes the text out of a PDF with pdftotext, where it is installed: a program of its own, which is given the file through a pipe, some time and no more.
/// </summary>
/// <param name="program">Its name or path.</param>
/// <param name="seconds">How long one file may take.</param>
public sealed class PdfText(string program = "pdftotext", int seconds = 60)
{
    private const int LongestText = 64 << 20;

    private readonly Lazy<string?> _version = new(() => VersionOf(program));

    /// <summary>The text, or why there is none.</summary>
    public Conversion Convert(ReadOnlyMemory<byte> pdf)
    {
        if (_version.Value is not { } version)
        {
            return new Conversion(program, null);
        }

        using var process = Start(program, "-enc", "UTF-8", "-q", "-", "-");
        if (process is null)
        {
            return new Conversion(version, null);
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        try
        {
            var text = Run(process, pdf, limit.Token).GetAwaiter().GetResult();
            return process.ExitCode == 0 ? new Conversion(version, text) : Failed(version, process.ExitCode == 3 ? "it is locked against taking its text out" : "it is damaged or locked with a password");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return Failed(version, $"it took longer than {seconds} seconds or gave too much text");
        }
    }

    private static Conversion Failed(string version, string why) =>
        new(version, null, new Problem(ProblemCodes.NoProgram, $"pdftotext could not take the text out of the PDF ({why}): open it and save it again, or as text."));

    private static async Task<string> Run(Process process, ReadOnlyMemory<byte> pdf, CancellationToken limit)
    {
        var writing = Feed(process, pdf, limit);
        using var text = new MemoryStream();
        var buffer = new byte[64 << 10];
        while (await process.StandardOutput.BaseStream.ReadAsync(buffer, limit).ConfigureAwait(false) is > 0 and var read)
        {
            text.Write(buffer, 0, read);
            if (text.Length > LongestText)
            {
                throw new OperationCanceledException("The text is too long.");
            }
        }

        await writing.ConfigureAwait(false);
        await process.WaitForExitAsync(limit).ConfigureAwait(false);
        return System.Text.Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    private static async Task Feed(Process process, ReadOnlyMemory<byte> pdf, CancellationToken limit)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(pdf, limit).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has read enough, or has failed: its exit code tells.
        }
    }

    /// <summary>"pdftotext 22.12.0"; null when it cannot be run.</summary>
    private static string? VersionOf(string program)
    {
        using var process = Start(program, "-v");
        if (process is null)
        {
            return null;
        }

        process.StandardInput.Close();
        var first = process.StandardError.ReadLine() ?? "";
        process.WaitForExit(5000);
        return "pdftotext " + first.Split(' ', StringSplitOptions.RemoveEmptyEntries).LastOrDefault(w => char.IsAsciiDigit(w[0]));
    }

    private static Process? Start(string program, params string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, CreateNoWindow = true });
        }
        catch (Exception e) when (e is Win32Exception or IOException or InvalidOperationException)
        {
            return null;
        }
    }
}
