using Entente.Record;

namespace Entente.Server;

/// <summary>Which state is asked for, as the address has it: on, since, knownBy and accordingTo.</summary>
/// <param name="On">A day, month or year.</param>
/// <param name="Since">The first day for what passes.</param>
/// <param name="KnownBy">Only what documents published by this day say.</param>
/// <param name="AccordingTo">Sources, with commas.</param>
internal sealed record StateParameters(string? On, string? Since, string? KnownBy, string? AccordingTo)
{
    /// <exception cref="FormatException">A day is none.</exception>
    public StateQuestion Question(string a, string b)
    {
        var question = new StateQuestion(a, b)
        {
            KnownBy = string.IsNullOrWhiteSpace(KnownBy) ? null : DayText.Last(KnownBy),
            AccordingTo = (AccordingTo ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        }.At(On);
        return string.IsNullOrWhiteSpace(Since) ? question : question with { Since = DayText.First(Since) };
    }
}
