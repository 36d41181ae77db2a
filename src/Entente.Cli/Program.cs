using System.CommandLine;

return new RootCommand("Reads saved news pages and keeps a sourced, dated record of the international system they describe.").Parse(args).Invoke();
