package dev.sspr.internal.verification;

import dev.sspr.internal.engine.Backoff;
import dev.sspr.internal.engine.PendingNotice;
import dev.sspr.internal.verification.state.AttemptCounts;
import dev.sspr.internal.verification.state.ChargedAttempt;
import dev.sspr.internal.verification.state.FlowHeader;
import dev.sspr.internal.verification.state.FlowKind;
import dev.sspr.internal.verification.state.Guards;
import dev.sspr.internal.verification.state.PendingChallenge;
import dev.sspr.internal.verification.state.Proof;
import dev.sspr.internal.verification.state.Subject;
import dev.sspr.policy.Limits;
import dev.sspr.policy.ResetPolicy;
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
    LIVE("P7", ExploreRuns.GATEWAY, (policy, limits) -> new Guards(policy, limits) {
        @Override
        public boolean live(FlowHeader header, Instant now) {
            return true;
        }
    }),
    SAME_BROWSER("P7", ExploreRuns.LINKS, (policy, limits) -> new Guards(policy, limits) {
        @Override
        public boolean sameBrowser(FlowHeader header, Digest handle) {
            return true;
        }
    }),
    TRIES_LEFT("P8", ExploreRuns.OWN, (policy, limits) -> new Guards(policy, limits) {
        @Override
        public boolean triesLeft(AttemptCounts attempts, MethodKind kind) {
            return true;
        }
    }),
    OFFERED("P1", ExploreRuns.GATEWAY, (policy, limits) -> new Guards(policy, limits) {
        @Override
        public boolean offered(MethodKind kind, List<Proof> proofs) {
            return true;
        }
    }),
    MAY_SEND("P4", ExploreRuns.SENDS, (policy, limits) -> new Guards(policy, limits) {
        @Override
        public boolean maySend(FlowHeader header, boolean again, Instant now) {
            return true;
        }
    }),
    MAY_SEND_ANY_NUMBER("P4", ExploreRuns.SENDS, (policy, limits) -> new Guards(policy, limits) {
        @Override
        public boolean maySend(FlowHeader header, boolean again, Instant now) {
            return !again || !now.isBefore(header.nextSendAt());
        }
    }),
    SAME_CHALLENGE("P9", ExploreRuns.OVERLAP_TWICE, (policy, limits) -> new Guards(policy, limits) {
        @Override
        public boolean sameChallenge(ChargedAttempt charged, FlowId flow, Optional<PendingChallenge> pendingChallenge) {
            return pendingChallenge.isPresent();
        }
    }),
    REAL("P5", ExploreRuns.HOST, (policy, limits) -> new Guards(policy, limits) {
        @Override
        public boolean real(Subject subject) {
            return true;
        }
    }),
    DISTINCT("P1", ExploreRuns.GATEWAY, (policy, limits) -> new Guards(policy, limits) {
        @Override
        public boolean distinct(List<Proof> proofs, MethodKind kind, Digest endpoint) {
            return true;
        }
    }),
    ENOUGH("P1", ExploreRuns.MAIL_OWNED, (policy, limits) -> new Guards(policy, limits) {
        @Override
        public boolean enough(List<Proof> proofs, int needed) {
            return true;
        }
    }),
    SPENT("P3", ExploreRuns.MAIL_OWNED, (policy, limits) -> new Guards(policy, limits) {
        @Override
        public Optional<PendingChallenge> spent(PendingChallenge answered) {
            return Optional.of(answered);
        }
    }),
    DROPPED("P9", ExploreRuns.MAIL_OWNED, (policy, limits) -> new Guards(policy, limits) {
        @Override
        public Optional<PendingChallenge> dropped(PendingChallenge old) {
            return Optional.of(old);
        }
    }),
    MOVED("P7", ExploreRuns.LINKS, (policy, limits) -> new Guards(policy, limits) {
        @Override
        public FlowHeader moved(FlowHeader header, Digest newHandle) {
            return header;
        }
    }),
    USABLE("P5", ExploreRuns.HOST_TWO, (policy, limits) -> new Guards(policy, limits) {
        @Override
        public boolean usable(Account account) {
            return true;
        }
    }),
    SAME_GENERATION("P12", ExploreRuns.CRASHES, (policy, limits) -> new Guards(policy, limits) {
        @Override
        public boolean sameGeneration(Generation began, Generation now) {
            return true;
        }
    }),
    NEEDED("P1", ExploreRuns.HOST, (policy, limits) -> new Guards(policy, limits) {
        @Override
        public int needed(Account account, long reports) {
            return policy.proofs();
        }
    }),
    NEEDED_AFTER_REPORT("P1", ExploreRuns.REPORTS, (policy, limits) -> new Guards(policy, limits) {
        @Override
        public int needed(Account account, long reports) {
            return super.needed(account, 0);
        }
    }),
    GIVEN_UP("P12", ExploreRuns.CRASHES, (policy, limits) -> new Guards(policy, limits) {
        @Override
        public boolean givenUp(PendingNotice notice) {
            return Backoff.over(notice.attempts());
        }
    }),
    SENDS_AGAIN("P12", ExploreRuns.CRASHES, (policy, limits) -> new Guards(policy, limits) {
        @Override
        public boolean sendsAgain(PendingNotice delivery, Instant now) {
            return false;
        }
    }),
    LANDING("P15", ExploreRuns.FOREIGN_NEITHER, (policy, limits) -> new Guards(policy, limits) {
        @Override
        public Landing landing(FlowKind flowKind, FlowId flow, Subject began, Account now) {
            return sameGeneration(began.generation(), now.generation()) ? Landing.NOT_WRITTEN : Landing.WRITTEN;
        }
    }),
    LEASE_OVER("P7", ExploreRuns.OVERLAP_TWICE, (policy, limits) -> new Guards(policy, limits) {
        @Override
        public boolean leaseOver(Instant since, Instant now) {
            return true;
        }
    });

    private final String breaks;
    private final ExploreConfig run;
    private final BiFunction<ResetPolicy, Limits, Guards> rules;

    ExploreMutant(String breaks, ExploreConfig run, BiFunction<ResetPolicy, Limits, Guards> rules) {
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

    BiFunction<ResetPolicy, Limits, Guards> rules() {
        return rules;
    }
}
