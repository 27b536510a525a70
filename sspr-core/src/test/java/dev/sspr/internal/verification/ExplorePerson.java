package dev.sspr.internal.verification;

import dev.sspr.policy.ResetPolicy;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.UserId;
import dev.sspr.spi.WriteId;
import java.util.List;
import java.util.Optional;

/** An account in the explorer's user store. Its password is a label: who set it. */
final class ExplorePerson {
    final UserId id;
    final LoginName login;
    List<Destination> destinations;
    AccountStatus status = AccountStatus.ACTIVE;
    Account.Privilege privilege = Account.Privilege.ORDINARY;
    int generation = 1;
    boolean exists = true;
    String password = "first";
    /** The last write, of a store that keeps write ids. */
    Optional<WriteId> lastWrite = Optional.empty();
    /** Whether its owner reported an attempt. */
    boolean reported;

    ExplorePerson(String name, List<Destination> destinations) {
        this.id = new UserId("u-" + name);
        this.login = new LoginName(name);
        this.destinations = destinations;
    }

    ExplorePerson copy() {
        ExplorePerson copy = new ExplorePerson(login.value(), destinations);
        copy.status = status;
        copy.privilege = privilege;
        copy.generation = generation;
        copy.exists = exists;
        copy.password = password;
        copy.lastWrite = lastWrite;
        copy.reported = reported;
        return copy;
    }

    Generation generation() {
        return Generation.of(generation);
    }

    Account account() {
        return new Account(id, status, privilege, generation(), Optional.empty(), destinations, List.of(), lastWrite);
    }

    void wrote(WriteId write) {
        lastWrite = lastWrite.map(before -> write);
    }

    /** How many proofs a new password takes now, told in the plainest words. */
    int needed(ResetPolicy policy) {
        return privilege == Account.Privilege.PRIVILEGED || reported ? 2 : policy.proofs();
    }

    @Override
    public String toString() {
        return login.value()
                + status
                + privilege
                + generation
                + exists
                + password
                + reported
                + destinations.get(0).id();
    }
}
