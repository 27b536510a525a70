package dev.sspr.internal.registration;

import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MethodStore;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An account, with what the stores hold of it. */
final class ExplorePerson {
    final UserId id;
    final LoginName login;
    /** An address in the host's own store: told of everything, proving nothing. */
    final Destination given;

    AccountStatus status = AccountStatus.ACTIVE;
    Account.Privilege privilege = Account.Privilege.ORDINARY;
    int generation = 1;
    Optional<MethodStore.MethodSet> set = Optional.empty();
    /** What the sealed set says. */
    SecurityInfo info;
    /** Whether it ever held a method. */
    boolean held;
    /** F2-S1: the kinds that ever counted, and that nobody entitled has removed. */
    final Set<MethodKind> counted = new HashSet<>();
    /** When a reset has set the password for the first time, and for the last time. */
    Optional<Instant> firstReset = Optional.empty();

    Optional<Instant> lastReset = Optional.empty();
    /** Whether sessions must still be ended. */
    boolean owesRevocation;

    ExplorePerson(String name, Destination given) {
        this.id = new UserId("u-" + name);
        this.login = new LoginName(name);
        this.given = given;
        this.info = SecurityInfo.none(id);
    }

    ExplorePerson copy() {
        ExplorePerson copy = new ExplorePerson(login.value(), given);
        copy.status = status;
        copy.privilege = privilege;
        copy.generation = generation;
        copy.set = set;
        copy.info = info;
        copy.held = held;
        copy.counted.addAll(counted);
        copy.firstReset = firstReset;
        copy.lastReset = lastReset;
        copy.owesRevocation = owesRevocation;
        return copy;
    }

    /** What counts by now has counted from now on. */
    Set<MethodKind> counted(Instant now) {
        info.where(one -> one.state() != RegisteredMethod.State.GIVEN && !now.isBefore(one.countsFrom()))
                .forEach(one -> counted.add(one.kind()));
        return counted;
    }

    /** A reset sets the password. */
    void reset(Instant now) {
        generation++;
        firstReset = firstReset.or(() -> Optional.of(now));
        lastReset = Optional.of(now);
    }

    /** P18: whether a hold runs after what has really happened. */
    boolean isHeld(Instant now) {
        return lastReset.filter(at -> now.isBefore(at.plus(ExploreHost.HOLD))).isPresent();
    }

    Generation generation() {
        return Generation.of(generation);
    }

    Account account() {
        return new Account(id, status, privilege, generation(), Optional.empty(), List.of(given), List.of());
    }

    @Override
    public String toString() {
        return login.value()
                + status
                + privilege
                + generation
                + held
                + owesRevocation
                + firstReset.map(ExploreHost::at)
                + lastReset.map(ExploreHost::at)
                + counted.stream().map(MethodKind::value).sorted().toList();
    }
}
