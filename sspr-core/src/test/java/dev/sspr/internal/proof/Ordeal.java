package dev.sspr.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Message;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.PasswordWrite;
import dev.sspr.spi.Privilege;
import dev.sspr.spi.Secret;
import dev.sspr.spi.memory.SignIn;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One whole reset of alice, in which chosen calls to the host's roles go wrong. */
final class Ordeal implements Spied.Around {
    private static final Secret OTHER = Secret.of("what nobody may set any more");

    private static final Destination SECOND = new Destination("m2", Channel.EMAIL, "alice@example.net");

    /** What can become of a call. */
    enum Fate {
        CRASH_BEFORE,
        CRASH_AFTER,
        FAIL,
        LOSE_ANSWER,
        ANSWER_NULL,
        THROW
    }

    /** The process ends here. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    final World world = new World();
    final Owner owner = new Owner(world);
    final Map<Integer, String> seen = new TreeMap<>();
    int written;
    private final Map<Integer, Fate> fates;
    private final String oldSession;
    private final Destination told;
    private PasswordReset node;
    private int calls;

    Ordeal(Map<Integer, Fate> fates) {
        this(Privilege.ORDINARY, fates);
    }

    Ordeal(Privilege privilege, Map<Integer, Fate> fates) {
        this.fates = new HashMap<>(fates);
        this.told = privilege == Privilege.ORDINARY ? World.PHONE : SECOND;
        List<Destination> all = privilege == Privilege.ORDINARY
                ? List.of(World.MAIL, World.PHONE)
                : List.of(World.MAIL, SECOND, World.PHONE);
        world.with("alice", AccountStatus.ACTIVE, privilege, all.toArray(Destination[]::new));
        oldSession = world.sessions.open(World.ALICE_ID, world.clock.instant());
        world.clock.advance(Duration.ofSeconds(1));
        world.through(this);
        node = world.reset();
    }

    @Override
    public Object pass(Spied call) throws Throwable {
        int number = calls++;
        Fate fate = fates.get(number);
        if (fate != null) {
            seen.put(number, fate + " " + call.name());
        }
        if (fate == Fate.CRASH_BEFORE) {
            throw new Crash();
        }
        if (fate == Fate.FAIL) {
            throw new BackendUnavailableException("down, as a tester asked");
        }
        if (fate == Fate.THROW) {
            throw new IllegalStateException("broken, as a tester asked");
        }
        Object answer = call.go();
        if (answer instanceof PasswordWrite.Written) {
            written++;
        }
        if (fate == Fate.CRASH_AFTER) {
            throw new Crash();
        }
        if (fate == Fate.LOSE_ANSWER) {
            throw new BackendUnavailableException("the answer was lost, as a tester asked");
        }
        return fate == Fate.ANSWER_NULL ? null : answer;
    }

    int calls() {
        return calls;
    }

    /** Lives through everything; each crash is followed by a restart after a while. */
    boolean survives(Duration downtime) {
        for (int lives = 0; lives <= fates.size(); lives++) {
            try {
                for (int i = 0; i < (lives == 0 ? 0 : 3); i++) {
                    owner.minute(node);
                }
                return owner.finishes(node);
            } catch (Crash crash) {
                restart(downtime);
            }
        }
        return false;
    }

    /** What was only in the heap is gone. */
    void restart(Duration downtime) {
        world.executor.drop();
        world.clock.advance(downtime);
        node = world.reset();
    }

    /** All that is overdue is done. */
    Ordeal settle() {
        for (int lives = 0; lives <= fates.size(); lives++) {
            try {
                world.executor.runAll();
                for (int i = 0; i < 6; i++) {
                    world.clock.advance(Duration.ofMinutes(4));
                    owner.minute(node);
                }
                return this;
            } catch (Crash crash) {
                restart(Duration.ofSeconds(61));
            }
        }
        return this;
    }

    List<Message> notices() {
        return world.notifier.messages().stream()
                .filter(message -> message.content() instanceof MessageContent.PasswordChanged)
                .toList();
    }

    /** Neither the end of the sessions nor the notice is lost. */
    void assertNothingLost() {
        assertThat(world.sessions.accepts(oldSession))
                .as("old session, " + seen)
                .isFalse();
        assertThat(notices())
                .as("notices, " + seen)
                .isNotEmpty()
                .allMatch(one -> one.to().equals(told));
        assertThat(notices().stream().map(Message::id).distinct())
                .as("ids of the notices, " + seen)
                .hasSizeLessThanOrEqualTo(written);
    }

    /** Nothing that was ever sent or given out writes a password. */
    void assertNothingUsable() {
        int before = written;
        fates.clear();
        for (Message message : world.notifier.messages()) {
            if (message.content() instanceof MessageContent.ResetCode content) {
                owner.handles().forEach(handle -> tryAll(handle, content.code()));
                content.link().map(World::token).ifPresent(link -> {
                    if (node.continueHere(link) instanceof AnswerResult.Moved moved) {
                        node.complete(moved.handle(), OTHER);
                    }
                });
            }
        }
        assertThat(written).as("writes, " + seen).isEqualTo(before);
        assertThat(world.users.signsIn(World.ALICE, World.NEW))
                .as("new password, " + seen)
                .isEqualTo(SignIn.SIGNED_IN);
    }

    private void tryAll(FlowHandle handle, Secret code) {
        node.answer(handle, code);
        node.complete(handle, OTHER);
    }
}
