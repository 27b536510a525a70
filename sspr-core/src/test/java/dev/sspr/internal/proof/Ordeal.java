package dev.sspr.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Message;
import dev.sspr.spi.Notice;
import dev.sspr.spi.Privilege;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import dev.sspr.spi.memory.SignIn;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One whole reset or unlock of alice, in which chosen calls to the host's roles go wrong. */
final class Ordeal {
    private static final Secret OTHER = Secret.of("what nobody may set any more");

    private static final Destination SECOND = new Destination("m2", Channel.EMAIL, "alice@example.net");

    final World world = new World();
    final Owner owner = new Owner(world);
    private final Trouble trouble;
    final Map<Integer, String> seen;
    private final String oldSession;
    private final Destination told;
    private Face node;

    Ordeal(Map<Integer, Trouble.Fate> fates) {
        this(Privilege.ORDINARY, fates);
    }

    Ordeal(Privilege privilege, Map<Integer, Trouble.Fate> fates) {
        this(Purpose.RESET, privilege, fates);
    }

    Ordeal(Purpose purpose, Privilege privilege, Map<Integer, Trouble.Fate> fates) {
        world.purpose = purpose;
        this.trouble = new Trouble(fates);
        this.seen = trouble.seen;
        this.told = privilege == Privilege.ORDINARY ? World.PHONE : SECOND;
        List<Destination> all = privilege == Privilege.ORDINARY
                ? List.of(World.MAIL, World.PHONE)
                : List.of(World.MAIL, SECOND, World.PHONE);
        AccountStatus status = isUnlock() ? AccountStatus.LOCKED : AccountStatus.ACTIVE;
        world.with("alice", status, privilege, all.toArray(Destination[]::new));
        oldSession = world.sessions.open(World.ALICE_ID, world.clock.instant());
        world.clock.advance(Duration.ofSeconds(1));
        world.through(trouble);
        node = world.face();
    }

    private boolean isUnlock() {
        return world.purpose == Purpose.UNLOCK;
    }

    /** How many calls it takes if nothing goes wrong. */
    static int callsOf(Purpose purpose, Privilege privilege) {
        Ordeal calm = new Ordeal(purpose, privilege, Map.of());
        assertThat(calm.survives(Duration.ZERO)).isTrue();
        return calm.calls();
    }

    int calls() {
        return trouble.calls();
    }

    int written() {
        return trouble.written();
    }

    /** Lives through everything; each crash is followed by a restart after a while. */
    boolean survives(Duration downtime) {
        for (int lives = 0; lives <= trouble.size(); lives++) {
            try {
                for (int i = 0; i < (lives == 0 ? 0 : 3); i++) {
                    owner.minute(node);
                }
                return owner.finishes(node);
            } catch (Trouble.Crash crash) {
                restart(downtime);
            }
        }
        return false;
    }

    /** All that is overdue is done without the owner. */
    void ownerStaysAwayAfterACrash(Duration downtime) {
        try {
            assertThat(owner.finishes(node)).as("owner finished, " + seen).isTrue();
        } catch (Trouble.Crash crash) {
            restart(downtime);
        }
        settle();
    }

    /** What was only in the heap is gone. */
    void restart(Duration downtime) {
        world.executor.drop();
        world.clock.advance(downtime);
        node = world.face();
    }

    /** All that is overdue is done. */
    void settle() {
        for (int lives = 0; lives <= trouble.size(); lives++) {
            try {
                world.executor.runAll();
                for (int i = 0; i < 6; i++) {
                    world.clock.advance(Duration.ofMinutes(4));
                    owner.minute(node);
                }
                return;
            } catch (Trouble.Crash crash) {
                restart(Duration.ofSeconds(61));
            }
        }
    }

    List<Message> notices() {
        return world.notifier.messages().stream()
                .filter(message -> message.content() instanceof Notice.PasswordChanged
                        || message.content() instanceof Notice.AccountUnlocked)
                .toList();
    }

    /** It is done once, and all that must follow. */
    void assertSound(Duration downtime) {
        assertThat(survives(downtime)).as("owner finished, " + seen).isTrue();
        settle();
        assertThat(written()).as("writes, " + seen).isOne();
        assertNothingLost();
        assertNothingUsable();
    }

    /** Neither the end of the sessions nor a lock to clear nor the notice is lost; an unlock ends no session. */
    void assertNothingLost() {
        assertThat(world.sessions.accepts(oldSession))
                .as("old session, " + seen)
                .isEqualTo(isUnlock());
        assertThat(world.cleared).as("lockouts cleared, " + seen).contains(World.ALICE_ID);
        assertThat(notices())
                .as("notices, " + seen)
                .isNotEmpty()
                .allMatch(one -> one.to().equals(told));
        assertThat(notices().stream().map(Message::id).distinct())
                .as("ids of the notices, " + seen)
                .hasSizeLessThanOrEqualTo(written());
    }

    /** Nothing that was ever sent or given out writes a password or lifts another lock. */
    void assertNothingUsable() {
        int before = written();
        trouble.over();
        if (isUnlock()) {
            world.users.setStatus(World.ALICE_ID, AccountStatus.LOCKED);
        }
        for (Message message : world.notifier.messages()) {
            Sent.code(message).ifPresent(content -> {
                owner.handles().forEach(handle -> tryAll(handle, content.code()));
                content.link().map(World::token).ifPresent(link -> {
                    if (node.continueHere(link) instanceof AnswerResult.Moved moved) {
                        node.complete(moved.handle(), OTHER);
                    }
                });
            });
        }
        assertThat(written()).as("writes, " + seen).isEqualTo(before);
        if (isUnlock()) {
            assertThat(world.status()).as("status, " + seen).isEqualTo(AccountStatus.LOCKED);
            world.users.setStatus(World.ALICE_ID, AccountStatus.ACTIVE);
        }
        assertThat(world.users.signsIn(World.ALICE, isUnlock() ? World.OLD : World.NEW))
                .as("password, " + seen)
                .isEqualTo(SignIn.SIGNED_IN);
    }

    private void tryAll(FlowHandle handle, Secret code) {
        node.answer(handle, code);
        node.complete(handle, OTHER);
    }
}
