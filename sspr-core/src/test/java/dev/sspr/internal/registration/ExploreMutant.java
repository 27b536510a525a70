package dev.sspr.internal.registration;

import dev.sspr.internal.securityinfo.DemandedKinds;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.internal.verification.ExploreBridge.Without;
import dev.sspr.internal.verification.work.ResetCapability;
import dev.sspr.policy.Limits;
import dev.sspr.policy.MethodCapabilities;
import dev.sspr.policy.RegistrationPolicy;
import dev.sspr.register.SignInEvidence;
import dev.sspr.spi.Account;
import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodKind;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The rules with one guard taken out. */
@SuppressWarnings("ImmutableEnumChecker") // a run is a value, and the rules are made anew
enum ExploreMutant {
    LIVE("P7", ExploreRuns.SENDS, (policy, uses, limits) -> new RegistrationGuards(policy, uses, limits) {
        @Override
        boolean live(RegistrationHeader header, Instant now) {
            return true;
        }
    }),
    SAME_BROWSER("P7", ExploreRuns.NEW_ACCOUNT, (policy, uses, limits) -> new RegistrationGuards(policy, uses, limits) {
        @Override
        boolean sameBrowser(RegistrationHeader header, Digest handle) {
            return true;
        }
    }),
    RECENT("P2", ExploreRuns.STOLEN, (policy, uses, limits) -> new RegistrationGuards(policy, uses, limits) {
        @Override
        boolean recent(SignInEvidence signIn, Instant now) {
            return true;
        }
    }),
    USABLE("P5", ExploreRuns.HOST, (policy, uses, limits) -> new RegistrationGuards(policy, uses, limits) {
        @Override
        boolean usable(Account account) {
            return true;
        }
    }),
    SAME_GENERATION("P1", ExploreRuns.HOST, (policy, uses, limits) -> new RegistrationGuards(policy, uses, limits) {
        @Override
        boolean sameGeneration(RegistrationHeader header, Account account) {
            return true;
        }
    }),
    DEMANDED("P2", ExploreRuns.PASSWORD_ONLY, (policy, uses, limits) -> new RegistrationGuards(policy, uses, limits) {
        @Override
        DemandedKinds demanded(SecurityInfo info, DemandedKinds heldElsewhere, Instant now) {
            return DemandedKinds.NONE;
        }
    }),
    STRONG_ENOUGH(
            "P2", ExploreRuns.PASSWORD_MAIL, (policy, uses, limits) -> new RegistrationGuards(policy, uses, limits) {
                @Override
                boolean strongEnough(Set<MethodKind> shown, DemandedKinds demanded) {
                    return true;
                }
            }),
    STILL_STRONG_ENOUGH(
            "P2", ExploreRuns.CRASHES_NEW, (policy, uses, limits) -> new RegistrationGuards(policy, uses, limits) {
                @Override
                boolean stillStrongEnough(RegistrationHeader header, DemandedKinds demanded) {
                    return true;
                }
            }),
    MAY_BE_FIRST("P2", ExploreRuns.OLD_ACCOUNT, (policy, uses, limits) -> new RegistrationGuards(policy, uses, limits) {
        @Override
        boolean mayBeFirst(SignInEvidence signIn, Instant now) {
            return true;
        }
    }),
    FRESH("P9", ExploreRuns.SENDS, (policy, uses, limits) -> new RegistrationGuards(policy, uses, limits) {
        @Override
        boolean fresh(EnrolmentInProgress inProgress, Instant now) {
            return true;
        }
    }),
    TRIES_LEFT("P8", ExploreRuns.GUESSES, (policy, uses, limits) -> new RegistrationGuards(policy, uses, limits) {
        @Override
        boolean triesLeft(int tries) {
            return true;
        }
    }),
    SAME_TASK("P9", ExploreRuns.OVERLAP_TWICE, (policy, uses, limits) -> new RegistrationGuards(policy, uses, limits) {
        @Override
        boolean sameTask(EnrolmentInProgress inProgress, EnrolmentInProgress paid) {
            return true;
        }
    }),
    NEXT_SEND("P4", ExploreRuns.SENDS, (policy, uses, limits) -> new RegistrationGuards(policy, uses, limits) {
        @Override
        Instant nextSend(Instant now) {
            return now;
        }
    }),
    ROOM("P4", ExploreRuns.STOLEN, (policy, uses, limits) -> new RegistrationGuards(policy, uses, limits) {
        @Override
        boolean room(SecurityInfo info, MethodKind kind) {
            return true;
        }
    }),
    COUNTS_FROM(
            "P1", ExploreRuns.STOLEN_REMOVES, (policy, uses, limits) -> new RegistrationGuards(policy, uses, limits) {
                @Override
                Instant countsFrom(SecurityInfo info, boolean provesWithoutRegistration, Instant now) {
                    return info.methods().isEmpty() ? now : super.countsFrom(info, provesWithoutRegistration, now);
                }
            }),
    COUNTS_AT_ONCE("P1", ExploreRuns.STOLEN, (policy, uses, limits) -> new RegistrationGuards(policy, uses, limits) {
        @Override
        Instant countsFrom(SecurityInfo info, boolean provesWithoutRegistration, Instant now) {
            return now;
        }
    }),
    TAKES_BACK("P2", ExploreRuns.UNDO, (policy, uses, limits) -> new RegistrationGuards(policy, uses, limits) {
        @Override
        boolean takesBack(RegisteredMethod method, Instant now) {
            return true;
        }
    }),
    UNDO_UNTIL("P12", ExploreRuns.UNDO, (policy, uses, limits) -> new RegistrationGuards(policy, uses, limits) {
        @Override
        Instant undoUntil(Instant now) {
            return now;
        }
    }),
    KEEPS_ENOUGH("P14", ExploreRuns.CRASHES, (policy, uses, limits) -> new RegistrationGuards(policy, uses, limits) {
        @Override
        boolean keepsEnough(Account account, SecurityInfo before, SecurityInfo after, ResetCapability capability) {
            return true;
        }
    }),
    HELD_UNTIL("P18", ExploreRuns.HOLD, (policy, uses, limits) -> new RegistrationGuards(policy, uses, limits) {
        @Override
        Optional<Instant> heldUntil(
                RegistrationHeader header,
                SecurityInfo info,
                Optional<RegisteredMethod> goes,
                Optional<RegisteredMethod> comes,
                Instant now) {
            return Optional.empty();
        }
    }),
    OUTRANKS_HOLD("P18", ExploreRuns.HOLD, (policy, uses, limits) -> new RegistrationGuards(policy, uses, limits) {
        @Override
        boolean outranksHold(
                SignInEvidence signIn,
                SecurityInfo info,
                DemandedKinds elsewhere,
                Set<MethodKind> resistant,
                Instant now) {
            return true;
        }
    }),
    END_OF_HOLD("P18", ExploreRuns.HOLD, (policy, uses, limits) -> new RegistrationGuards(policy, uses, limits) {
        @Override
        Optional<Instant> endOfHold(SecurityInfo info, Instant now) {
            return Optional.empty();
        }
    }),
    /** The old filter: a disabled method demands nothing of a sign-in. */
    DEMANDED_OF_THE_ABLE(
            "P17", ExploreRuns.FACTOR_LOST, (policy, uses, limits) -> new RegistrationGuards(policy, uses, limits) {
                @Override
                DemandedKinds demanded(SecurityInfo info, DemandedKinds heldElsewhere, Instant now) {
                    SecurityInfo able = info;
                    for (RegisteredMethod method : info.where(one -> !one.proves(now))) {
                        able = able.without(method.id(), now);
                    }
                    return super.demanded(able, heldElsewhere, now);
                }
            }),
    /** The demand of a kind begins anew with its new method. */
    DEMAND_OF_THE_NEW(
            "P17", ExploreRuns.FACTOR_REPLACED, (policy, uses, limits) -> new RegistrationGuards(policy, uses, limits) {
                @Override
                RegisteredMethod demanding(SecurityInfo info, RegisteredMethod comes, Instant now) {
                    return comes;
                }
            }),
    /** The old filter: a disabled method, or one in quarantine, is not demanded of a reset. */
    RESET_REGISTERED("P17", ExploreRuns.FACTOR_LOST, Without.REGISTERED),
    RESET_OFFERED("P15", ExploreRuns.ANSWERS, Without.OFFERED),
    RESET_ENOUGH("P1", ExploreRuns.ONE_METHOD, Without.ENOUGH),
    RESET_DEMAND_MET("P1", ExploreRuns.SECOND_FACTOR, Without.DEMAND_MET),
    RESET_PROVES_FOR("P15", ExploreRuns.ANSWERS_MAIL, Without.PROVES_FOR);

    private final String breaks;
    private final ExploreConfig run;
    private final Guards guards;

    ExploreMutant(String breaks, ExploreConfig run, Maker rules) {
        this.breaks = breaks;
        this.run = run;
        this.guards = new Guards(rules, Without.NOTHING);
    }

    ExploreMutant(String breaks, ExploreConfig run, Without without) {
        this.breaks = breaks;
        this.run = run;
        this.guards = new Guards(RegistrationGuards::new, without);
    }

    /** Makes rules. */
    interface Maker {
        RegistrationGuards make(RegistrationPolicy policy, MethodCapabilities uses, Limits limits);
    }

    /** The guards of both rooms. */
    record Guards(Maker rules, Without reset) {
        static final Guards ALL = new Guards(RegistrationGuards::new, Without.NOTHING);
    }

    /** The property that is broken first. */
    String breaks() {
        return breaks;
    }

    /** A run that finds it. */
    ExploreConfig run() {
        return run;
    }

    Guards guards() {
        return guards;
    }
}
