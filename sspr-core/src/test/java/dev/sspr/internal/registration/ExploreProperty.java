package dev.sspr.internal.registration;

/** The safety properties P1 to P18 of security section 6(b), in the words of registration. */
enum ExploreProperty {
    /**
     * A password is set by k proofs of different kind and address, each made with a method that counts when it is written:
     * confirmed, not disabled, not removed, out of quarantine; one is a second factor if the account holds any. A change of
     * methods is stored under the credentials that security info was opened with, and what it adds waits, unless it is the
     * first there ever was.
     */
    P1,
    /**
     * Security info is opened, and each change in it stored, by a recent sign-in with one of the strongest kinds that the
     * account holds at that moment; a password alone does only for an account that is new and holds nothing. Nobody takes a
     * change back from an address that does not count, and nobody sets a password with less than k of the account's methods.
     */
    P2,
    /** Only the right response confirms an enrolment or proves a reset, once, and only what was decided changes. */
    P3,
    /** Responses, messages and methods of a kind stay within their budgets, over all registrations of an account. */
    P4,
    /** Nothing is opened or stored for an account that was not seen usable in the same call. */
    P5,
    /** One enrolment is confirmed once, one change is stored once. */
    P6,
    /** What is closed, over time, or another's opens to nobody and moves no more. */
    P7,
    /** No response is looked at without a try left. */
    P8,
    /** What was given up is dead: an older enrolment, a code that is over, a method that was taken back or forgotten. */
    P9,
    /** What confirms an enrolment proves no reset, and the reverse. */
    P10,
    /** Crash, failure and retry widen no rights: tries, budgets, methods. */
    P11,
    /** Every change is told to every other address, even after a crash, and can be taken back for a day. */
    P12,
    /** Looking changes nothing. */
    P13,
    /**
     * A registration sets no password, a reset registers and removes nothing, and no removal takes from an account what its
     * reset needs.
     */
    P14,
    /** Answers to questions never come first, never are all, and never prove a privileged account. */
    P15,
    /** An address that another account has registered is enrolled like one that nobody has. */
    P16,
    /**
     * What is demanded is never lowered by a sequence of answers, by quarantine or by time: a kind that ever counted is
     * demanded of a reset and of a sign-in until its owner, an undo or the help desk removes the last of its methods.
     */
    P17,
    /**
     * R-HOLD-1, R-HOLD-2: in the hold after a reset, no registration takes away what was there before without a
     * phishing-resistant proof, which nobody here has, and no method that was added in it proves a reset.
     */
    P18
}
