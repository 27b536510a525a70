package dev.sspr.internal.registration;

import dev.sspr.internal.registration.ExploreConfig.Can;
import dev.sspr.spi.MethodKind;
import java.util.List;

/** The runs of the explorer: together they let everything happen. */
final class ExploreRuns {
    private static final MethodKind MAIL = MethodKind.EMAIL_CODE;
    private static final MethodKind PHONE = MethodKind.SMS_CODE;
    private static final MethodKind APP = MethodKind.APP_CODE;
    private static final MethodKind QUESTIONS = MethodKind.QUESTIONS;

    static final ExploreConfig PASSWORD_ONLY = ExploreConfig.of("only the password, mail held", 1, MAIL)
            .enrolling(PHONE)
            .bounds(2, 2, 0, 2)
            .with(Can.PASSWORD, Can.VICTIM);
    static final ExploreConfig PASSWORD_MAIL = ExploreConfig.of("password and mailbox, phone held, k=2", 2, MAIL, PHONE)
            .owning("mail")
            .enrolling(PHONE)
            .bounds(1, 1, 1, 1)
            .with(Can.PASSWORD, Can.VICTIM, Can.ATTACKER_RESETS);
    static final ExploreConfig NEW_ACCOUNT = ExploreConfig.of("only the password, nothing held", 1)
            .enrolling(PHONE)
            .bounds(2, 2, 0, 1)
            .with(Can.PASSWORD, Can.VICTIM);
    static final ExploreConfig OLD_ACCOUNT = ExploreConfig.of("only the password, old account", 1)
            .bounds(1, 1, 0, 0)
            .with(Can.PASSWORD, Can.OLD_ACCOUNT);
    static final ExploreConfig STOLEN = ExploreConfig.of("stolen session", 1, MAIL)
            .enrolling(MAIL, APP)
            .bounds(2, 1, 0, 2)
            .with(Can.SESSION, Can.VICTIM);
    static final ExploreConfig STOLEN_RESET = ExploreConfig.of("stolen session and a reset", 1, MAIL)
            .enrolling(PHONE)
            .bounds(1, 1, 1, 1)
            .with(Can.SESSION, Can.VICTIM, Can.ATTACKER_RESETS, Can.WRONG);
    static final ExploreConfig STOLEN_REMOVES = ExploreConfig.of("stolen session removes, k=2", 2, MAIL)
            .bounds(1, 2, 0, 0)
            .events(0, 0, 3)
            .with(Can.SESSION, Can.VICTIM, Can.REMOVE, Can.REPLACE);
    static final ExploreConfig UNDO = ExploreConfig.of("changes and their undoing", 1, MAIL, PHONE)
            .owning("mail")
            .bounds(1, 1, 0, 0)
            .events(0, 0, 3)
            .with(Can.SESSION, Can.VICTIM, Can.REMOVE, Can.REPLACE, Can.UNDO);
    static final ExploreConfig GUESSES = ExploreConfig.of("guesses at enrolments", 1)
            .enrolling(APP)
            .bounds(1, 3, 0, 1)
            .with(Can.PASSWORD, Can.WRONG);
    static final ExploreConfig SENDS = ExploreConfig.of("codes sent again", 1)
            .enrolling(MAIL)
            .bounds(1, 2, 0, 3)
            .with(Can.VICTIM, Can.RESEND, Can.CANCEL, Can.CLOSE, Can.REVIEW);
    static final ExploreConfig BOTH_PURPOSES = ExploreConfig.of("both purposes, one method, k=2", 2, MAIL, PHONE)
            .owning("mail")
            .enrolling(APP)
            .bounds(1, 1, 1, 1)
            .with(Can.VICTIM, Can.VICTIM_RESETS, Can.ATTACKER_RESETS, Can.SESSION, Can.DAY);
    static final ExploreConfig WORDS = ExploreConfig.of("mail and app owned", 2, MAIL, APP)
            .owning("mail", "app")
            .bounds(0, 0, 2, 1)
            .with(Can.ATTACKER_RESETS, Can.WRONG, Can.CLONE);
    static final ExploreConfig ANSWERS = ExploreConfig.of("answers known", 1, MAIL, QUESTIONS)
            .owning("answers")
            .bounds(0, 0, 1, 1)
            .events(1, 0, 0)
            .with(Can.ATTACKER_RESETS, Can.PRIVILEGE, Can.WRONG);
    static final ExploreConfig ANSWERS_MAIL = ExploreConfig.of("answers and mail owned", 1, MAIL, QUESTIONS)
            .owning("answers", "mail")
            .bounds(0, 0, 1, 1)
            .events(1, 0, 0)
            .with(Can.ATTACKER_RESETS, Can.PRIVILEGE);
    static final ExploreConfig ONE_METHOD = ExploreConfig.of("mailbox owned, k=2", 2, MAIL, QUESTIONS)
            .owning("mail")
            .bounds(0, 0, 1, 1)
            .with(Can.ATTACKER_RESETS, Can.WRONG);
    static final ExploreConfig MIDWAY = ExploreConfig.of("methods change during a reset", 1, MAIL, PHONE)
            .enrolling(MAIL)
            .bounds(1, 1, 1, 0)
            .events(1, 0, 1)
            .with(Can.VICTIM, Can.VICTIM_RESETS, Can.REMOVE, Can.REPLACE, Can.REQUIRE_AGAIN);
    static final ExploreConfig HOST = ExploreConfig.of("host events", 1, MAIL)
            .enrolling(PHONE)
            .bounds(1, 1, 0, 1)
            .events(2, 0, 2)
            .with(Can.VICTIM, Can.SESSION, Can.DISABLE, Can.PASSWORD_CHANGE, Can.REQUIRE_AGAIN, Can.UNDO);
    static final ExploreConfig OWN = ExploreConfig.of("own account beside the victim's", 1, MAIL)
            .bounds(2, 2, 0, 1)
            .with(Can.OWN_ACCOUNT, Can.VICTIM);
    static final ExploreConfig CRASHES = ExploreConfig.of("a fault anywhere", 1, MAIL)
            .enrolling(PHONE)
            .bounds(1, 1, 0, 1)
            .events(0, 1, 2)
            .with(Can.CRASH, Can.FAIL, Can.VICTIM, Can.REMOVE, Can.UNDO, Can.SWEEP);
    static final ExploreConfig CRASHES_NEW = ExploreConfig.of("a fault, new account", 1)
            .enrolling(PHONE)
            .bounds(2, 2, 0, 0)
            .events(0, 1, 3)
            .with(Can.CRASH, Can.FAIL, Can.VICTIM, Can.PASSWORD);
    static final ExploreConfig OVERLAP = ExploreConfig.of("two calls at once, new account", 1)
            .enrolling(PHONE)
            .bounds(2, 2, 0, 0)
            .with(Can.OVERLAP, Can.VICTIM, Can.PASSWORD, Can.CANCEL);
    static final ExploreConfig OVERLAP_CHANGES = ExploreConfig.of("two changes at once", 1, MAIL, PHONE)
            .bounds(2, 1, 0, 0)
            .events(1, 0, 3)
            .with(Can.OVERLAP, Can.VICTIM, Can.REMOVE, Can.REPLACE, Can.UNDO, Can.DISABLE, Can.PASSWORD_CHANGE);
    static final ExploreConfig OVERLAP_RESET = ExploreConfig.of("a change and a reset at once", 1, MAIL, QUESTIONS)
            .bounds(1, 0, 1, 0)
            .events(0, 0, 1)
            .with(Can.OVERLAP, Can.VICTIM, Can.VICTIM_RESETS, Can.REMOVE);
    static final ExploreConfig OVERLAP_TWICE = ExploreConfig.of("three calls at once", 1)
            .enrolling(APP)
            .bounds(1, 2, 0, 0)
            .with(Can.OVERLAP_TWICE, Can.VICTIM, Can.CANCEL);

    static final ExploreConfig OVERLAP_ONE = ExploreConfig.of("two confirmations at once", 1)
            .enrolling(APP)
            .bounds(1, 1, 0, 0)
            .with(Can.OVERLAP, Can.VICTIM, Can.REMOVE);
    static final ExploreConfig SECOND_FACTOR = ExploreConfig.of("mailbox owned, phone held, k=1", 1, MAIL, PHONE)
            .owning("mail")
            .bounds(0, 0, 1, 1)
            .with(Can.ATTACKER_RESETS);

    static final ExploreConfig FACTOR_LOST = ExploreConfig.of(
                    "mailbox owned, the app copied and disabled", 1, MAIL, APP)
            .owning("mail", "app")
            .enrolling(PHONE)
            .bounds(1, 1, 2, 1)
            .with(Can.ATTACKER_RESETS, Can.PASSWORD, Can.CLONE, Can.DAY);
    static final ExploreConfig FACTOR_REPLACED = ExploreConfig.of("mailbox owned, the phone replaced", 1, MAIL, PHONE)
            .owning("mail")
            .enrolling(PHONE)
            .bounds(1, 1, 1, 1)
            .with(Can.ATTACKER_RESETS, Can.VICTIM, Can.REPLACE, Can.REMOVE, Can.DAY);

    static final ExploreConfig HOLD = ExploreConfig.of(
                    "a reset by the mailbox, and what it may take away", 1, MAIL, QUESTIONS)
            .owning("mail")
            .enrolling(PHONE)
            .bounds(1, 1, 2, 0)
            .events(0, 0, 3)
            .with(Can.ATTACKER_RESETS, Can.PASSWORD, Can.REMOVE, Can.DAY);

    static final List<ExploreConfig> ALL = List.of(
            HOLD,
            FACTOR_LOST,
            FACTOR_REPLACED,
            PASSWORD_ONLY,
            PASSWORD_MAIL,
            NEW_ACCOUNT,
            OLD_ACCOUNT,
            STOLEN,
            STOLEN_RESET,
            STOLEN_REMOVES,
            UNDO,
            GUESSES,
            SENDS,
            BOTH_PURPOSES,
            WORDS,
            ANSWERS,
            ANSWERS_MAIL,
            ONE_METHOD,
            MIDWAY,
            HOST,
            OWN,
            CRASHES,
            CRASHES_NEW,
            OVERLAP,
            OVERLAP_CHANGES,
            OVERLAP_RESET,
            OVERLAP_TWICE,
            OVERLAP_ONE,
            SECOND_FACTOR);

    private ExploreRuns() {}
}
