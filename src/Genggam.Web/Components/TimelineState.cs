namespace Genggam.Web.Components;

public enum TimelineState
{
    Done,
    Now,
    Later,
}
