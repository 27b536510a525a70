package dev.sspr.internal.proof;

import dev.sspr.flow.Limits;
import dev.sspr.flow.ResetPolicy;
import dev.sspr.spi.Account;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Generation;
import dev.sspr.spi.MethodKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The rules with one guard taken out. */
@SuppressWarnings("ImmutableEnumChecker") // a run is a value, and the rules are made anew
enum ExploreMutant {
    LIVE("P7", ExploreRuns.GATEWAY, (policy, limits) -> new Rules(policy, limits) {
        @Override
        boolean live(Ticket ticket, Instant now) {
            return true;
        }
    }),
    SAME_BROWSER("P7", ExploreRuns.LINKS, (policy, limits) -> new Rules(policy, limits) {
        @Override
        boolean sameBrowser(Ticket ticket, Digest handle) {
            return true;
        }
    }),
    TRIES_LEFT("P8", ExploreRuns.OWN, (policy, limits) -> new Rules(policy, limits) {
        @Override
        boolean triesLeft(Tries tries, MethodKind kind) {
            return true;
        }
    }),
    OFFERED("P1", ExploreRuns.GATEWAY, (policy, limits) -> new Rules(policy, limits) {
        @Override
        boolean offered(MethodKind kind, List<Proof> proofs) {
            return true;
        }
    }),
    MAY_SEND("P4", ExploreRuns.SENDS, (policy, limits) -> new Rules(policy, limits) {
        @Override
        boolean maySend(Ticket ticket, boolean again, Instant now) {
            return true;
        }
    }),
    MAY_SEND_ANY_NUMBER("P4", ExploreRuns.SENDS, (policy, limits) -> new Rules(policy, limits) {
        @Override
        boolean maySend(Ticket ticket, boolean again, Instant now) {
            return !again || !now.isBefore(ticket.nextSendAt());
        }
    }),
    SAME_CHALLENGE("P9", ExploreRuns.OVERLAP_TWICE, (policy, limits) -> new Rules(policy, limits) {
        @Override
        boolean sameChallenge(Receipt receipt, FlowId flow, Optional<Pending> pending) {
            return pending.isPresent();
        }
    }),
    REAL("P5", ExploreRuns.HOST, (policy, limits) -> new Rules(policy, limits) {
        @Override
        boolean real(Subject subject) {
            return true;
        }
    }),
    DISTINCT("P1", ExploreRuns.GATEWAY, (policy, limits) -> new Rules(policy, limits) {
        @Override
        boolean distinct(List<Proof> proofs, MethodKind kind, Digest endpoint) {
            return true;
        }
    }),
    ENOUGH("P1", ExploreRuns.MAIL_OWNED, (policy, limits) -> new Rules(policy, limits) {
        @Override
        boolean enough(List<Proof> proofs, int needed) {
            return true;
        }
    }),
    SPENT("P3", ExploreRuns.MAIL_OWNED, (policy, limits) -> new Rules(policy, limits) {
        @Override
        Optional<Pending> spent(Pending answered) {
            return Optional.of(answered);
        }
    }),
    DROPPED("P9", ExploreRuns.MAIL_OWNED, (policy, limits) -> new Rules(policy, limits) {
        @Override
        Optional<Pending> dropped(Pending old) {
            return Optional.of(old);
        }
    }),
    MOVED("P7", ExploreRuns.LINKS, (policy, limits) -> new Rules(policy, limits) {
        @Override
        Ticket moved(Ticket ticket, Digest newHandle) {
            return ticket;
        }
    }),
    USABLE("P5", ExploreRuns.HOST_TWO, (policy, limits) -> new Rules(policy, limits) {
        @Override
        boolean usable(Account account) {
            return true;
        }
    }),
    SAME_GENERATION("P12", ExploreRuns.CRASHES, (policy, limits) -> new Rules(policy, limits) {
        @Override
        boolean sameGeneration(Generation began, Generation now) {
            return true;
        }
    }),
    NEEDED("P1", ExploreRuns.HOST, (policy, limits) -> new Rules(policy, limits) {
        @Override
        int needed(Account account, long reports) {
            return policy.proofs();
        }
    }),
    NEEDED_AFTER_REPORT("P1", ExploreRuns.REPORTS, (policy, limits) -> new Rules(policy, limits) {
        @Override
        int needed(Account account, long reports) {
            return super.needed(account, 0);
        }
    }),
    LEASE_OVER("P7", ExploreRuns.OVERLAP_TWICE, (policy, limits) -> new Rules(policy, limits) {
        @Override
        boolean leaseOver(Instant since, Instant now) {
            return true;
        }
    });

    private final String breaks;
    private final ExploreConfig run;
    private final BiFunction<ResetPolicy, Limits, Rules> rules;

    ExploreMutant(String breaks, ExploreConfig run, BiFunction<ResetPolicy, Limits, Rules> rules) {
        this.breaks = breaks;
        this.run = run;
        this.rules = rules;
    }

    /** The property that is broken first. */
    String breaks() {
        return breaks;
    }

    /** A run that finds it. */
    ExploreConfig run() {
        return run;
    }

    BiFunction<ResetPolicy, Limits, Rules> rules() {
        return rules;
    }
}
