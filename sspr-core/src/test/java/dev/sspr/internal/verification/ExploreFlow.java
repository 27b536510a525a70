package dev.sspr.internal.verification;

import dev.sspr.flow.FlowHandle;
import dev.sspr.internal.verification.state.AwaitingResponse;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.internal.verification.state.Identifying;
import dev.sspr.internal.verification.state.PendingChallenge;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Generation;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import dev.sspr.spi.StoredFlow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One flow: what is stored of it, who holds what of it, and what has really happened in it. */
final class ExploreFlow {
    final FlowId id;
    /** Empty once the store forgot it. */
    Optional<StoredFlow> stored;

    FlowState state;
    Runnable job = () -> {};
    /** Whose name was typed. */
    final String login;

    Optional<Held> held = Optional.empty();
    final List<Held> left = new ArrayList<>(1);
    final List<Put> puts = new ArrayList<>(2);
    /** Challenges that a verifier has passed. */
    final Set<Digest> passed = new HashSet<>();
    /** Challenges that became a proof. */
    final Set<Digest> proven = new HashSet<>();

    final List<Shown> shown = new ArrayList<>(2);
    boolean linkLeaked;
    boolean reported;
    /** It was reported while a write might still land: that one is the last. */
    boolean stopped;

    int writes;
    /** The password that it set. */
    Optional<String> wrote = Optional.empty();

    Instant wroteAt = Instant.MIN;
    /** What must still follow a new password. */
    boolean owesRevocation;

    final Set<String> owesNotices = new TreeSet<>();
    final Map<String, Integer> wrong = new TreeMap<>();

    /** Who is at work. */
    enum Who {
        ATTACKER,
        VICTIM,
        HOST
    }

    /** A handle in somebody's browser. */
    record Held(Who who, FlowHandle handle) {}

    /** A challenge that was put. Knowledge of its code and link spreads. */
    record Put(
            Challenge challenge,
            Optional<Destination> to,
            Secret code,
            Optional<Secret> link,
            Digest codeDigest,
            Optional<Digest> linkDigest,
            boolean delivered,
            boolean codeLeaked,
            boolean linkLeaked,
            boolean refused) {
        Put arrived() {
            return new Put(challenge, to, code, link, codeDigest, linkDigest, true, codeLeaked, linkLeaked, refused);
        }

        /** Its message is lawfully not sent: a carrier or a budget refuses it. */
        Put refusedForGood() {
            return new Put(challenge, to, code, link, codeDigest, linkDigest, delivered, codeLeaked, linkLeaked, true);
        }

        Put leaked(boolean asLink) {
            return new Put(
                    challenge,
                    to,
                    code,
                    link,
                    codeDigest,
                    linkDigest,
                    delivered,
                    codeLeaked || !asLink,
                    linkLeaked || asLink,
                    refused);
        }
    }

    /** A proof that was really made: by whom, and whether with what the attacker owns. */
    record Shown(MethodKind kind, String endpoint, String user, Generation generation, String by) {}

    ExploreFlow(FlowId id, String login, StoredFlow stored, FlowState state) {
        this.id = id;
        this.login = login;
        this.stored = Optional.of(stored);
        this.state = state;
    }

    ExploreFlow copy() {
        ExploreFlow copy = new ExploreFlow(id, login, stored.orElse(null), state, job);
        copy.held = held;
        copy.left.addAll(left);
        copy.puts.addAll(puts);
        copy.passed.addAll(passed);
        copy.proven.addAll(proven);
        copy.shown.addAll(shown);
        copy.linkLeaked = linkLeaked;
        copy.reported = reported;
        copy.stopped = stopped;
        copy.writes = writes;
        copy.wrote = wrote;
        copy.wroteAt = wroteAt;
        copy.owesRevocation = owesRevocation;
        copy.owesNotices.addAll(owesNotices);
        copy.wrong.putAll(wrong);
        return copy;
    }

    private ExploreFlow(FlowId id, String login, StoredFlow stored, FlowState state, Runnable job) {
        this.id = id;
        this.login = login;
        this.stored = Optional.ofNullable(stored);
        this.state = state;
        this.job = job;
    }

    boolean open() {
        return stored.isPresent() && (state instanceof Identifying || state instanceof AwaitingResponse);
    }

    Optional<PendingChallenge> pendingChallenge() {
        return stored.isPresent() && state instanceof AwaitingResponse awaitingResponse
                ? awaitingResponse.pendingChallenge()
                : Optional.empty();
    }

    Optional<Put> put(Digest challenge) {
        for (Put put : puts) {
            if (put.challenge().id().equals(challenge)) {
                return Optional.of(put);
            }
        }
        return Optional.empty();
    }

    boolean isPending(Put put) {
        return pendingChallenge()
                .filter(it -> it.id().equals(put.challenge().id()))
                .isPresent();
    }

    /** Whether the message of the pending challenge must still arrive, and its code is good for so long. */
    boolean lacksMessage(ExploreWorld sim, int seconds) {
        Instant end = sim.now().plusSeconds(seconds);
        return stored.isPresent()
                && state instanceof AwaitingResponse it
                && it.wanted().isEmpty()
                && end.isBefore(it.header().deadline())
                && it.pendingChallenge()
                        .filter(one -> end.isBefore(one.expiresAt()))
                        .flatMap(one -> put(one.id()))
                        .filter(put -> !put.delivered() && !put.refused())
                        .filter(put -> sim.person(put.challenge().user().value())
                                .filter(person -> person.exists
                                        && person.status.usable()
                                        && person.destinations.contains(put.to().orElseThrow()))
                                .isPresent())
                        .isPresent();
    }

    boolean owes() {
        return owesRevocation || !owesNotices.isEmpty();
    }
}
