package dev.sspr.internal.registration;

import dev.sspr.internal.registration.ExploreFlow.Who;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.register.SignInEvidence;
import dev.sspr.spi.Account;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** One call into the engine: who makes it, when, for what, and what it has seen so far. */
final class ExploreTurn {
    final Who who;
    final Call call;
    final Instant began;
    Optional<FlowId> flow;
    /** The flow that it stored or found last. */
    Optional<FlowId> touched = Optional.empty();
    /** What is submitted as a proof, if something is. */
    Optional<Secret> submitted = Optional.empty();

    /** The change that is taken back, if one is. */
    Optional<Digest> undoing = Optional.empty();

    boolean revoked;
    Optional<SignInEvidence> statement = Optional.empty();
    /** What had ever counted when the methods were looked at. */
    Set<MethodKind> counted = Set.of();

    Optional<Account> account = Optional.empty();
    Optional<SecurityInfo> info = Optional.empty();
    /** The name that a reset is started for. */
    String named = "victim";

    /** What a call is for. */
    enum Call {
        REGISTER,
        RESET,
        UNDO,
        SWEEP,
        HOST
    }

    ExploreTurn(Who who, Call call, Optional<FlowId> flow, Instant began) {
        this.who = who;
        this.call = call;
        this.flow = flow;
        this.began = began;
    }
}
