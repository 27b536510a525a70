package dev.sspr.internal.registration;

import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.MethodStore;
import dev.sspr.spi.UserId;
import java.util.List;
import java.util.Optional;

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
        copy.owesRevocation = owesRevocation;
        return copy;
    }

    Generation generation() {
        return Generation.of(generation);
    }

    Account account() {
        return new Account(id, status, privilege, generation(), Optional.empty(), List.of(given), List.of());
    }

    @Override
    public String toString() {
        return login.value() + status + privilege + generation + held + owesRevocation;
    }
}
