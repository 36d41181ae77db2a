namespace Entente.Claims.Coding.Eventing;

/// <summary>
/// Tells refusals from acts that merely did not happen: "Turkey will not lift the ban" and "Iran is not ready to talk" are REJECT (PLOVER codebook 2021, rejections and refusals),
/// "Turkey did not lift the ban" is a lifting that is denied.
/// </summary>
internal sealed class Refusals(Syntax syntax)
{
    public bool Holds(EventMatch match)
    {
        if (!match.IsFriendly || match.Frame.Class == 'n' && match.Carrier < 0)
        {
            return false;
        }

        var verb = match.Predicate;
        return IsNegated(verb) && !syntax.IsPassive(verb) && !IsConditional(verb) && (syntax.HasModal(verb, "will", "would", "shall") || IsUnready(match));
    }

    /// <summary>"is not willing to …", "does not intend to …": what is not agreed to.</summary>
    private bool IsUnready(EventMatch match) => match.Frame.Type == EventType.Agree && (match.Frame.Class == 'a' || syntax.Lemma(match.Trigger) is "intend" or "plan" or "agree" && syntax.HasModal(match.Trigger, "can", "could"));

    private bool IsNegated(int verb)
    {
        foreach (var child in syntax.Children(verb))
        {
            if (syntax.Lemma(child) is "not" or "never" or "n't" && child < verb)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"if Israel will not release …" refuses nothing yet.</summary>
    private bool IsConditional(int verb) => syntax.Child(verb, "mark") is >= 0 and var mark && syntax.Lemma(mark) is "if" or "whether" or "unless" or "because" or "since" or "although";
}
