package dev.sspr.policy;

/** What happens to a new password while the list of breached ones cannot be asked; one setting for each flow. */
public enum WhenBreachCheckFails {
    /** It is judged by the other rules alone: the default of a reset, where somebody is locked out meanwhile. */
    ACCEPT,
    /** It is refused for now: the default of a change, where the old password still works. */
    REFUSE
}
