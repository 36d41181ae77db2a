using Entente.Cli;

return Verbs.Root().Parse(args).Invoke();
