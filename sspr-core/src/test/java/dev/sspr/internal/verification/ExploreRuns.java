package dev.sspr.internal.verification;

import dev.sspr.internal.verification.ExploreConfig.Can;
import java.util.List;
import java.util.stream.Stream;

/** The runs of the explorer: together they let everything happen. */
final class ExploreRuns {
    static final ExploreConfig GUESSES = ExploreConfig.of("guesses, nothing owned, k=1", 1)
            .mailFirst()
            .bounds(2, 1, 3)
            .with(Can.VICTIM, Can.LEAK_CODE);
    static final ExploreConfig RESENDS = ExploreConfig.of("resends, nothing owned, k=1", 1)
            .mailFirst()
            .bounds(2, 2, 1)
            .with(Can.VICTIM, Can.LEAK_CODE);
    static final ExploreConfig BOTH_KINDS =
            ExploreConfig.of("both kinds, k=1", 1).bounds(2, 1, 1).with(Can.VICTIM, Can.LEAK_CODE);
    static final ExploreConfig OWN =
            ExploreConfig.of("own account, k=1", 1).mailFirst().bounds(2, 2, 1).with(Can.OWN_ACCOUNT);
    static final ExploreConfig MAIL_OWNED = ExploreConfig.of("mailbox owned, k=2", 2)
            .owning("mail")
            .bounds(2, 2, 0)
            .with(Can.VICTIM, Can.LEAK_CODE);
    static final ExploreConfig GATEWAY = ExploreConfig.of("mailbox and gateway owned, k=2", 2)
            .mailFirst()
            .owning("mail")
            .bounds(1, 2, 3)
            .with(Can.VICTIM);
    static final ExploreConfig PHONE_OWNED = ExploreConfig.of("phone owned, k=2", 2)
            .owning("phone")
            .bounds(2, 2, 0)
            .with(Can.VICTIM, Can.LEAK_CODE);
    static final ExploreConfig TIME =
            ExploreConfig.of("all owned, time, k=2", 2).owning("mail", "phone").bounds(1, 2, 3);
    static final ExploreConfig SENDS =
            ExploreConfig.of("messages, k=2", 2).fewMails().owning("phone").bounds(1, 99, 3);
    static final ExploreConfig LINKS = ExploreConfig.of("links, reports, k=1", 1)
            .mailFirst()
            .bounds(2, 1, 0)
            .with(Can.VICTIM, Can.LEAK_LINK, Can.MOVE, Can.CANCEL, Can.REPORT);
    static final ExploreConfig MOVES = ExploreConfig.of("links, phone owned, k=2", 2)
            .owning("phone")
            .bounds(1, 2, 1)
            .with(Can.VICTIM, Can.LEAK_LINK, Can.MOVE, Can.CANCEL, Can.REPORT);
    static final ExploreConfig HOST = ExploreConfig.of("host events, mailbox owned, k=1", 1)
            .mailFirst()
            .owning("mail")
            .bounds(1, 1, 1)
            .events(2, 0)
            .with(Can.VICTIM, Can.DISABLE, Can.DELETE, Can.MAIL_CHANGE, Can.PASSWORD, Can.PRIVILEGE, Can.REPORT);
    static final ExploreConfig HOST_TWO = ExploreConfig.of("host events, all owned, k=2", 2)
            .owning("mail", "phone")
            .bounds(1, 2, 0)
            .events(2, 0)
            .with(Can.DISABLE, Can.DELETE, Can.MAIL_CHANGE, Can.PASSWORD, Can.PRIVILEGE);
    static final ExploreConfig CRASHES = ExploreConfig.of("two faults, mailbox owned, k=1", 1)
            .mailFirst()
            .owning("mail")
            .bounds(1, 1, 2)
            .events(0, 2)
            .with(Can.CRASH, Can.FAIL, Can.CANCEL, Can.VICTIM, Can.SWEEP);
    static final ExploreConfig CRASHES_TWO = ExploreConfig.of("one fault, all owned, k=2", 2)
            .owning("mail", "phone")
            .bounds(1, 2, 1)
            .events(0, 1)
            .with(Can.CRASH, Can.FAIL);
    static final ExploreConfig CRASHES_HOST = ExploreConfig.of("one fault and host event, k=1", 1)
            .mailFirst()
            .owning("mail")
            .bounds(1, 1, 1)
            .events(1, 1)
            .with(
                    Can.CRASH,
                    Can.FAIL,
                    Can.DISABLE,
                    Can.DELETE,
                    Can.MAIL_CHANGE,
                    Can.PASSWORD,
                    Can.PRIVILEGE,
                    Can.REPORT);
    static final ExploreConfig FOREIGN = foreign("ids and verifier", Can.WRITE_IDS, Can.VERIFIES);
    static final ExploreConfig FOREIGN_IDS = foreign("ids", Can.WRITE_IDS);
    static final ExploreConfig FOREIGN_VERIFIER = foreign("verifier", Can.VERIFIES);
    static final ExploreConfig FOREIGN_NEITHER = foreign("neither");
    static final ExploreConfig REPORTS = ExploreConfig.of("a report and two flows, mailbox owned, k=1", 1)
            .mailFirst()
            .owning("mail")
            .bounds(2, 1, 1)
            .events(1, 0)
            .with(Can.REPORT);
    static final ExploreConfig AFTER = ExploreConfig.of("revocation fails, three flows, k=1", 1)
            .shortDay()
            .mailFirst()
            .owning("mail")
            .bounds(3, 1, 0)
            .events(0, 1)
            .with(Can.REVOKE_FAILS);
    static final ExploreConfig OVERLAP = ExploreConfig.of("two calls at once, k=1", 1)
            .mailFirst()
            .owning("mail")
            .bounds(2, 1, 1)
            .with(Can.OVERLAP, Can.CANCEL, Can.VICTIM);
    static final ExploreConfig OVERLAP_MOVE = ExploreConfig.of("two calls at once, links, k=2", 2)
            .owning("phone")
            .bounds(1, 2, 0)
            .with(Can.OVERLAP, Can.CANCEL, Can.MOVE, Can.VICTIM);
    static final ExploreConfig OVERLAP_HOST = ExploreConfig.of("a call and a host event at once", 1)
            .mailFirst()
            .owning("mail")
            .bounds(1, 1, 1)
            .events(1, 0)
            .with(Can.OVERLAP, Can.DISABLE, Can.DELETE, Can.MAIL_CHANGE, Can.PASSWORD, Can.PRIVILEGE, Can.REPORT);
    static final ExploreConfig OVERLAP_TWICE = ExploreConfig.of("three calls at once, k=2", 2)
            .owning("mail", "phone")
            .bounds(1, 2, 0)
            .with(Can.OVERLAP_TWICE, Can.CANCEL);

    static final List<ExploreConfig> ALL = List.of(
            GUESSES,
            RESENDS,
            BOTH_KINDS,
            OWN,
            MAIL_OWNED,
            GATEWAY,
            PHONE_OWNED,
            TIME,
            SENDS,
            LINKS,
            MOVES,
            HOST,
            HOST_TWO,
            CRASHES,
            CRASHES_TWO,
            CRASHES_HOST,
            FOREIGN,
            FOREIGN_IDS,
            FOREIGN_VERIFIER,
            FOREIGN_NEITHER,
            REPORTS,
            AFTER,
            OVERLAP,
            OVERLAP_MOVE,
            OVERLAP_HOST,
            OVERLAP_TWICE);

    private ExploreRuns() {}

    /** F2-R8: another writer changes the account while a write is in doubt, in a store that can tell this much. */
    private static ExploreConfig foreign(String name, Can... store) {
        Stream<Can> always = Stream.of(Can.FAIL, Can.MAIL_CHANGE, Can.PASSWORD, Can.SWEEP, Can.SECOND_PASSWORD);
        return ExploreConfig.of("one fault, another writer, two passwords, " + name, 1)
                .mailFirst()
                .owning("mail")
                .bounds(1, 1, 1)
                .events(1, 1)
                .with(Can.CRASH, Stream.concat(always, Stream.of(store)).toArray(Can[]::new));
    }
}
