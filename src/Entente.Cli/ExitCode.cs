namespace Entente.Cli;

/// <summary>What the program's exit status means (docs/guide/cli.md).</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Something of the input could not be read, or nothing was found; the rest was done.</summary>
    public const int Partly = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>The record cannot be used: of a newer version, damaged, locked, or its disk is full.</summary>
    public const int Record = 3;

    /// <summary>The server's port is taken.</summary>
    public const int Port = 4;

    /// <summary>Stopped by the user (Ctrl-C): what was done is kept.</summary>
    public const int Stopped = 130;
}
