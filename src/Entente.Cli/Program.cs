using System.CommandLine;
using Entente.Cli;

// Half a minute for the pages in work when the user stops a reading: they are recorded all the same.
var parsed = Verbs.Root().Parse(args);
var code = parsed.Invoke(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
return parsed.Errors.Count > 0 ? ExitCode.Usage : code;
