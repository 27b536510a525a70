package dev.sspr.internal.registration;

import static dev.sspr.internal.verification.ExploreBroken.unless;

import dev.sspr.internal.registration.ExploreFlow.Who;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.internal.verification.ExploreBridge.Shown;
import dev.sspr.internal.verification.ExploreBridge.View;
import dev.sspr.spi.Account;
import dev.sspr.spi.MethodKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Judges a new password by what is registered. */
final class ExploreWrites {
    private static final Set<MethodKind> SECOND = Set.of(MethodKind.SMS_CODE, MethodKind.APP_CODE);

    private final ExploreHost host;

    ExploreWrites(ExploreHost host) {
        this.host = host;
    }

    /** A password is asked for: the account and its methods were looked at in this very call. */
    void asked(ExplorePerson person) {
        ExploreTurn turn = host.turn();
        unless(turn.account.filter(it -> it.status().usable()).isPresent(), "P5", "a write without a usable account");
        SecurityInfo info = turn.info.orElse(SecurityInfo.none(person.id));
        List<Shown> proofs = host.current().view.map(View::proofs).orElse(List.of());
        for (Shown proof : proofs) {
            unless(!isNewInHold(info, person, proof), "P18", "a method that was added in a hold proves a reset");
            unless(counts(info, person, proof), "P1", "a proof was made with a method that does not count now");
        }
        Set<MethodKind> kinds = new HashSet<>();
        proofs.forEach(proof -> kinds.add(proof.kind()));
        boolean knowing = kinds.remove(MethodKind.QUESTIONS);
        unless(!kinds.isEmpty(), "P15", "answers to questions alone set a password");
        unless(
                !knowing || turn.account.orElseThrow().privilege() == Account.Privilege.ORDINARY,
                "P15",
                "answers to questions prove a privileged account");
        long endpoints = proofs.stream().map(Shown::endpoint).distinct().count();
        int needed = person.privilege == Account.Privilege.ORDINARY ? host.config.proofs() : 2;
        long all = Math.min(endpoints, kinds.size() + (knowing ? 1L : 0));
        unless(all >= needed, "P1", "a password is set with " + all + " of " + needed + " proofs");
        Set<MethodKind> second = new HashSet<>();
        info.where(one -> one.provesReset(host.turn().began) && SECOND.contains(one.kind()))
                .forEach(one -> second.add(one.kind()));
        unless(
                second.isEmpty() || kinds.stream().anyMatch(second::contains),
                "P1",
                "a password is set without the second factor that the account holds");
        Set<MethodKind> demanded = new HashSet<>(turn.counted);
        demanded.retainAll(SECOND);
        unless(
                demanded.isEmpty() || kinds.stream().anyMatch(demanded::contains),
                "P17",
                "a password is set without a second factor that ever counted");
    }

    private boolean isNewInHold(SecurityInfo info, ExplorePerson person, Shown proof) {
        return person.isHeld(host.sim.now())
                && info.of(proof.kind()).stream()
                        .filter(one -> host.endpoint(endpoint(person, one)).equals(proof.endpoint()))
                        .allMatch(one -> !one.addedAt().isBefore(person.lastReset.orElseThrow()));
    }

    private boolean counts(SecurityInfo info, ExplorePerson person, Shown proof) {
        return info.of(proof.kind()).stream()
                .filter(one -> one.provesReset(host.sim.now()))
                .anyMatch(one -> host.endpoint(endpoint(person, one)).equals(proof.endpoint()));
    }

    private static String endpoint(ExplorePerson person, RegisteredMethod one) {
        return one.destination().map(it -> it.endpoint()).orElse(one.kind().value() + ":" + person.id.value());
    }

    /** It is being set. */
    void writing(ExplorePerson person) {
        ExploreFlow flow = host.current();
        unless(!flow.wrote, "P6", "a second password is set by one flow");
        flow.wrote = true;
        // A session that is stolen for a day without its owner's taking anything back is its owner's.
        boolean thief = host.turn().who == Who.ATTACKER && person == host.sim.victim && host.sim.days == 0;
        unless(!thief || host.config.proofs() <= owned(), "P2", "the attacker sets the victim's password");
    }

    /** How many of what the victim held long ago the attacker has. */
    private long owned() {
        return host.config.owned().size();
    }
}
