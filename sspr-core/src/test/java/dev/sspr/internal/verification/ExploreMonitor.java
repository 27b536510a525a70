package dev.sspr.internal.verification;

import static dev.sspr.internal.verification.ExploreBroken.unless;

import dev.sspr.flow.CompleteResult;
import dev.sspr.internal.verification.ExploreFlow.Put;
import dev.sspr.internal.verification.ExploreFlow.Shown;
import dev.sspr.internal.verification.ExploreFlow.Who;
import dev.sspr.internal.verification.ExploreTurn.Seen;
import dev.sspr.internal.verification.state.Committing;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.internal.verification.state.ProofsComplete;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Generation;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Response;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Watches what the engine asks of its adapters, and compares it with what has really happened. */
final class ExploreMonitor {
    private final ExploreHost host;
    private final ExploreSteps steps;

    ExploreMonitor(ExploreHost host) {
        this.host = host;
        this.steps = new ExploreSteps(host);
    }

    /** A challenge was put to a method. */
    void begun(Challenge challenge, MfaVerifier.PreparedChallenge begun) {
        ExploreFlow flow = host.sim.flow(challenge.flow()).orElseThrow();
        begun.code().ifPresent(code -> {
            unless(
                    host.sim.person(challenge.user().value()).isPresent(),
                    "P5",
                    "a code is made for an account that cannot be reset");
            if (flow.put(challenge.id()).isEmpty()) {
                flow.puts.add(new Put(
                        challenge,
                        Optional.of(code.to()),
                        code.code(),
                        code.linkSecret(),
                        host.accepted(code.code()),
                        code.linkSecret().map(host::accepted),
                        false,
                        false,
                        false,
                        false));
            }
        });
    }

    /** A response was compared. */
    void checked(Challenge challenge, Response response, MfaVerifier.Result said) {
        ExploreFlow flow = host.sim.flow(challenge.flow()).orElseThrow();
        unless(host.turn().began.isBefore(flow.state.header().deadline()), "P7", "compared after the flow's deadline");
        if (said == MfaVerifier.Result.PASSED) {
            Optional<Put> put = flow.put(challenge.id());
            boolean right = put.filter(it -> response instanceof Response.Link
                            ? it.link().equals(Optional.of(response.secret()))
                            : it.code().equals(response.secret()))
                    .isPresent();
            if (!right) {
                boolean purpose = ExploreCodes.isForRegistration(host, challenge, response);
                throw new ExploreBroken(
                        purpose ? "P10" : "P3", "a response passed that belongs to another challenge or purpose");
            }
            flow.passed.add(challenge.id());
            return;
        }
        String account = challenge.user().value() + "/" + challenge.kind().value();
        int inFlow = flow.wrong.merge(challenge.kind().value(), 1, Integer::sum);
        // Nobody guesses the 256 bits of a link, so no account's day is charged for them.
        int inDay = host.sim.wrong.merge(account, response instanceof Response.Link ? 0 : 1, Integer::sum);
        unless(inFlow <= host.config.limits().guessesPerMethod(), "P8", "compared without a try left");
        unless(inDay <= host.config.limits().guessesPerDay(), "P4", "compared " + inDay + " times in a day");
    }

    void replaced(ExploreFlow flow, FlowState next) {
        steps.check(flow, next);
    }

    /** A proof was made: whoever made it must have had what it takes. */
    static Shown shown(ExploreHost host, ExploreFlow flow, Put put) {
        Destination to = put.to().orElseThrow();
        Challenge challenge = put.challenge();
        String by;
        if (host.turn().who == Who.VICTIM) {
            by = "victim";
        } else if (owns(host.config, flow, to)) {
            by = "owned";
        } else {
            unless(put.codeLeaked() || put.linkLeaked(), "P2", "the attacker proved what it does not own");
            by = "leaked";
        }
        return new Shown(
                challenge.kind(), ExploreWorld.endpoint(to), challenge.user().value(), challenge.generation(), by);
    }

    static boolean owns(ExploreConfig config, ExploreFlow flow, Destination to) {
        return flow.login.equals("other")
                || (config.owned().contains("mail") && ExploreWorld.endpoint(to).equals(ExploreWorld.MAIL.endpoint()))
                || (config.owned().contains("phone")
                        && ExploreWorld.endpoint(to).equals(ExploreWorld.PHONE.endpoint()));
    }

    /** The engine asks for a write: it must have read the account in this very call, and found it as it began. */
    void asked(String user, Generation expected) {
        Optional<Seen> seen = host.turn().seen(user);
        unless(seen.isPresent(), "P5", "a write is asked for without a look at the account");
        unless(seen.get().status().usable(), "P5", "a write is asked for on an account seen unusable");
        unless(seen.get().generation().equals(expected), "P1", "a write is asked for after the credentials changed");
    }

    /** The engine asks for a lock to be lifted: it must have seen one in this very call. */
    void askedToUnlock(String user) {
        Optional<AccountStatus> seen = host.turn().seen(user).map(Seen::status);
        unless(host.config.purpose() == Purpose.UNLOCK, "P14", "a reset lifts a lock by itself");
        unless(seen.equals(Optional.of(AccountStatus.LOCKED)), "P14", "an unlock of an account seen " + seen);
    }

    /** A lock is being lifted: all that holds for a password holds for it. */
    void unlocking(ExplorePerson person) {
        unless(person.status == AccountStatus.LOCKED, "P14", "an unlock changes an account that is " + person.status);
        writing(person);
    }

    /** A password is being set. */
    void writing(ExplorePerson person) {
        ExploreFlow flow = host.current().orElseThrow();
        Seen seen = host.turn().seen(person.id.value()).orElseThrow();
        unless(person.status.usable(), "P5", "a password is set on an account that is not usable");
        unless(flow.writes == 0, "P6", "a second password is set by one flow");
        unless(
                flow.stopped || host.turn().began.isBefore(flow.state.header().deadline()),
                "P7",
                "a password is set after the deadline");
        boolean doubtful = flow.state instanceof ProofsComplete proofsComplete
                && proofsComplete.doubt().isPresent();
        unless(flow.state instanceof Committing || doubtful, "P7", "a password is set by a flow that is not writing");
        unless(!flow.reported, "P7", "a password is set by a reported flow");
        Set<Object> kinds = new HashSet<>();
        Set<Object> endpoints = new HashSet<>();
        int borrowed = 0;
        for (Shown shown : flow.shown) {
            if (shown.user().equals(person.id.value()) && shown.generation().equals(person.generation())) {
                kinds.add(shown.kind());
                endpoints.add(shown.endpoint());
                borrowed += shown.by().equals("owned") || flow.linkLeaked ? 0 : 1;
            }
        }
        int proofs = Math.min(kinds.size(), endpoints.size());
        unless(proofs >= seen.needed(), "P1", "a password is set with " + proofs + " of " + seen.needed() + " proofs");
        boolean thief = host.turn().who == Who.ATTACKER && person == host.sim.victim;
        unless(!thief || borrowed == 0, "P2", "the attacker sets the victim's password with proofs of the victim");
        owe(flow, person);
    }

    /** F2-R8, F2-S13: a flow that says "done" has written the password that was given. */
    void completed(ExploreFlow flow, String password, Object result) {
        boolean done = result instanceof CompleteResult.Done || result instanceof CompleteResult.PartlyDone;
        boolean reset = host.config.purpose() == Purpose.RESET;
        unless(
                !reset || !done || flow.wrote.equals(Optional.of(password)),
                "P15",
                "Done for a password that this flow did not write: it wrote " + flow.wrote);
    }

    /** F2-R8: a flow whose status is "done" has written a password. */
    void told(ExploreFlow flow, boolean done) {
        boolean reset = host.config.purpose() == Purpose.RESET;
        unless(!reset || !done || flow.wrote.isPresent(), "P15", "done by a flow that has written nothing");
    }

    private void owe(ExploreFlow flow, ExplorePerson person) {
        flow.writes++;
        flow.wroteAt = host.sim.now();
        flow.owesRevocation = host.config.purpose() == Purpose.RESET;
        Set<String> told = new HashSet<>();
        flow.shown.forEach(shown -> told.add(shown.endpoint()));
        person.destinations.stream()
                .filter(to -> !told.contains(to.endpoint()))
                .forEach(to -> flow.owesNotices.add(to.id()));
        host.sim.wrong.keySet().removeIf(key -> key.startsWith(person.id.value()));
    }
}
