using System.CommandLine;

namespace Entente.Cli;

/// <summary>All verbs, in the order of their use. Each stands in a file of its own: it parses arguments, calls the pipeline and prints.</summary>
internal static class Verbs
{
    public static RootCommand Root() => new("Reads saved news pages and keeps a sourced, dated record of the international system they describe.")
    {
        ReadVerb.Create(),
        ShowVerb.Create(),
        StateVerb.Create(),
        SearchVerb.Create(),
        WhyVerb.Create(),
        SampleVerb.Create(),
        ExportVerb.Create(),
        RunsVerb.Create(),
        DiffVerb.Create(),
        ForgetVerb.Create(),
        VerifyVerb.Create(),
        ReviewVerb.Create(),
        CorrectVerb.Create(),
        RebuildVerb.Create(),
        AcceptVerb.Create(),
        CodersVerb.Create(),
        CodeVerb.Create(),
        CopiesVerb.Create(),
        StoriesVerb.Create(),
        ServeVerb.Create(),
        ActorsVerb.Create(),
        DemoVerb.Create(),
        ParseVerb.Create(),
        EvalVerb.Create(),
    };
}
