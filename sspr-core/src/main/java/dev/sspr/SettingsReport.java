package dev.sspr;

import dev.sspr.policy.RegistrationPolicy;
import dev.sspr.policy.ResetPolicy;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.Channel;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.memory.InMemoryCounterStore;
import dev.sspr.spi.memory.InMemoryFlowStore;
import dev.sspr.spi.memory.InMemoryMethodStore;
import dev.sspr.spi.memory.InMemoryUserStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the settings that are missing or looser than they could be. None of them stops a start. */
final class SettingsReport {
    /** The longest time in which a password alone should register a first method: that of the standard preset. */
    private static final Duration LONGEST_WINDOW =
            SsprPolicy.standard().registration().firstWindow();

    private final SsprBuilder set;
    private final SsprPolicy policy;
    private final Set<Channel> channels;
    private final List<UnsafeSetting> found = new ArrayList<>();

    private SettingsReport(SsprBuilder set, SsprPolicy policy, Set<Channel> channels) {
        this.set = set;
        this.policy = policy;
        this.channels = Set.copyOf(channels);
    }

    static List<UnsafeSetting> of(SsprBuilder set, SsprPolicy policy, Set<Channel> channels) {
        SettingsReport report = new SettingsReport(set, policy, channels);
        report.stores();
        report.roles();
        report.reset();
        report.registration();
        return List.copyOf(report.found);
    }

    private void check(boolean unsafe, String setting, String consequence, String remedy) {
        if (unsafe) {
            found.add(new UnsafeSetting(setting, consequence, remedy));
        }
    }

    /** Stores in memory fit the accounts of a test only. */
    private void stores() {
        boolean shared = !(set.users instanceof InMemoryUserStore);
        check(
                shared && set.flows.or(new InMemoryFlowStore()) instanceof InMemoryFlowStore,
                "flowStore",
                "Open flows are in the memory of one node: a restart ends them, and another node does not find them.",
                "Give the builder a store that all nodes share.");
        check(
                shared && set.counters.or(new InMemoryCounterStore()) instanceof InMemoryCounterStore,
                "counterStore",
                "Each node counts for itself and forgets at a restart, so an attacker gets every limit again.",
                "Give the builder a store that all nodes share.");
        check(
                shared
                        && set.methodStore
                                .get()
                                .filter(InMemoryMethodStore.class::isInstance)
                                .isPresent(),
                "methodStore",
                "Registered methods are in the memory of one node and are lost at a restart.",
                "Give the builder a store that all nodes share.");
    }

    private void roles() {
        check(
                true,
                "FlowContext.source",
                "A start without a source counts against the limit of its name only, so one client can try every name.",
                "Name the client's address in the FlowContext of every call. The library cannot see whether the host does.");
        check(
                !set.linkBase.isSet(),
                "linkBase",
                "Messages have no links: an account owner cannot report that it was not them, and cannot undo a change.",
                "Give the builder the address of the page that takes the links.");
        check(
                !set.breached.isSet(),
                "breachedPasswords",
                "Breached passwords that are not on the bundled list are accepted.",
                "Give the builder a list of breached passwords.");
        check(
                policy.password().reuse().onReset() > 0 && !(set.users instanceof PasswordVerifier),
                "password.reuse.onReset",
                "The user store cannot verify passwords, so a reset accepts the current password unless a history is set.",
                "Let the user store implement PasswordVerifier, or add a history to the password rules.");
    }

    private void reset() {
        for (ResetPolicy.MethodRule rule : policy.reset().methods()) {
            check(
                    rule.use() == ResetPolicy.Use.ALONE_RISK_ACKNOWLEDGED,
                    "reset.methods." + rule.kind().value(),
                    "A short code or a telephone line is the only proof: guessing or taking over the line opens accounts.",
                    "Ask for another proof beside it.");
        }
    }

    private void registration() {
        RegistrationPolicy numbers = policy.registration();
        boolean dials = channels.contains(Channel.SMS) || channels.contains(Channel.VOICE);
        check(
                dials && numbers.callingCodes().isEmpty(),
                "registration.callingCodes",
                "Numbers of every country are accepted, so an attacker can have messages sent to expensive ones.",
                "List the calling codes of the countries in which users live.");
        check(
                dials && !set.phoneNumbers.isSet(),
                "phoneNumbers",
                "Numbering plans are unknown: numbers that do not exist, and costly ones, are dialled.",
                "Give the builder an adapter that knows the numbering plans.");
        if (!set.methodStore.isSet()) {
            return;
        }
        check(
                numbers.firstWindow().compareTo(LONGEST_WINDOW) > 0,
                "registration.firstWindow",
                "For " + numbers.firstWindow().toDays()
                        + " days after an account is created, a password alone registers the first method.",
                "Shorten it, and hand out access passes after that time.");
        check(
                numbers.quarantine().isZero(),
                "registration.quarantine",
                "A method that a session thief adds can reset the password at once.",
                "Let new methods count after a day or more.");
        check(
                policy.reset().hold().period().isZero(),
                "reset.hold",
                "Whoever resets a password can remove every method that was there before, and use new ones for the next reset.",
                "Keep a hold of a day or more: the standard preset has one.");
    }
}
