package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.Generation;
import dev.sspr.spi.RepairStore;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The clauses of {@link RepairStore}. */
public abstract class RepairStoreContract extends Contract {
    private static final Instant LATER = Samples.at(1_000_000);
    private static final int ALL = 1000;

    /** For vendors to extend. */
    protected RepairStoreContract() {}

    /**
     * The store, which holds no task when a test begins.
     *
     * @return the same within a test
     */
    protected abstract RepairStore repairs();

    /**
     * A second instance on the same backend, as on another node.
     *
     * @return empty if there cannot be two
     */
    protected Optional<RepairStore> otherNode() {
        return Optional.empty();
    }

    private RepairStore.Task task(long millis) {
        return task(new UserId(samples.unique("user-")), millis);
    }

    private RepairStore.Task task(UserId user, long millis) {
        return new RepairStore.Task(
                samples.unique("task-"),
                user,
                new Generation(samples.unique("one-")),
                new Generation(samples.unique("two-")),
                Optional.empty(),
                Samples.at(millis - 1),
                Samples.at(millis));
    }

    private RepairStore.Task kept(RepairStore.Task task) {
        repairs().put(task);
        return task;
    }

    private void holds(String clause, String what, RepairStore.Task... tasks) {
        assertThat(repairs().due(LATER, ALL)).as(clause + ": " + what).containsExactlyInAnyOrder(tasks);
    }

    @Test
    @DisplayName("RP1: a task is returned whole")
    void rp1_task_comesBackWhole() {
        RepairStore.Task plain = kept(task(0));
        RepairStore.Task overtaken = kept(task(0).overtaken(new Generation(samples.unique("three-"))));
        holds("RP1", "the tasks as they were put", plain, overtaken);
    }

    @Test
    @DisplayName("RP1: syntax of a backend is kept as it is")
    void rp1_hostileText_comesBackWhole() {
        for (String text : Hostile.syntax()) {
            RepairStore.Task task = kept(task(new UserId(text), 0));
            holds("RP1", "a task for the account '" + text + "'", task);
            repairs().remove(task.id());
        }
    }

    @Test
    @DisplayName("RP1: a task with the same id is replaced")
    void rp1_sameId_isReplaced() {
        RepairStore.Task first = kept(task(0));
        RepairStore.Task next = kept(first.overtaken(new Generation("later")).at(Samples.at(77)));
        holds("RP1", "the task that was put last", next);
    }

    @Test
    @DisplayName("RP1: a second node sees a task, and parallel puts of both nodes are kept")
    void rp1_secondNode_seesIt() {
        RepairStore second = need(otherNode(), "RP1", "second node");
        RepairStore.Task task = kept(task(0));
        assertThat(second.due(LATER, ALL)).as("RP1: on the second node").containsExactly(task);
        List<RepairStore.Task> tasks =
                IntStream.range(0, 64).mapToObj(i -> task(i)).toList();
        Race.run(i -> {
            (i % 2 == 0 ? second : repairs()).put(tasks.get(i));
            return i;
        });
        assertThat(second.due(LATER, ALL)).as("RP1: of 64 at once").containsAll(tasks);
    }

    @Test
    @DisplayName("RP2: the tasks that are due, the earliest first")
    void rp2_due_isTheEarliestFirst() {
        RepairStore.Task third = kept(task(30));
        RepairStore.Task first = kept(task(10));
        RepairStore.Task second = kept(task(20));
        assertThat(repairs().due(Samples.at(9), ALL))
                .as("RP2: before the first one's time")
                .isEmpty();
        assertThat(repairs().due(Samples.at(20), ALL))
                .as("RP2: at the second one's time")
                .containsExactly(first, second);
        assertThat(repairs().due(LATER, ALL)).as("RP2: later").containsExactly(first, second, third);
    }

    @Test
    @DisplayName("RP2: never more than requested")
    void rp2_limit_isTheMost() {
        RepairStore.Task first = kept(task(10));
        RepairStore.Task second = kept(task(20));
        kept(task(30));
        assertThat(repairs().due(LATER, 1)).as("RP2: one").containsExactly(first);
        assertThat(repairs().due(LATER, 2)).as("RP2: two").containsExactly(first, second);
        for (int limit : new int[] {Integer.MIN_VALUE, -1, 0}) {
            assertThat(Assertions.catchThrowable(() -> repairs().due(LATER, limit)))
                    .as("RP2: a limit of %d", limit)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    @DisplayName("RP3: only that task is removed; removing an unknown one does nothing")
    void rp3_remove_removesThatTaskOnly() {
        UserId user = new UserId(samples.unique("user-"));
        RepairStore.Task goes = kept(task(user, 0));
        RepairStore.Task stays = kept(task(user, 0));
        repairs().remove(goes.id());
        holds("RP3", "what is left of two for one account", stays);
        repairs().remove(goes.id());
        for (String id : List.of("%", "*", "'", stays.id().toUpperCase(Locale.ROOT))) {
            repairs().remove(id);
        }
        holds("RP3", "after removing what is not there", stays);
    }

    @Test
    @Tag("WB-13")
    @DisplayName("RP4: a task is kept until it is removed, regardless of its age and of reads")
    void rp4_oldTask_staysUntilRemoved() {
        long tenYears = 10L * 365 * 24 * 3600 * 1000;
        RepairStore.Task old = kept(task(-tenYears));
        RepairStore.Task fresh = kept(task(0));
        for (int i = 0; i < 100; i++) {
            assertThat(repairs().due(LATER, ALL))
                    .as("RP4: read the %dth time", i + 1)
                    .containsExactly(old, fresh);
        }
        assertThat(repairs().due(Samples.at(tenYears), ALL))
                .as("RP4: ten years later")
                .containsExactly(old, fresh);
        repairs().remove(old.id());
        holds("RP4", "after one was removed", fresh);
    }

    @Test
    @DisplayName("RP5: an outage throws BackendUnavailableException, never an empty list")
    void rp5_outage_isUnavailable() {
        RepairStore.Task task = kept(task(0));
        failsWhileDown(
                "RP5",
                () -> repairs().put(task(0)),
                () -> repairs().due(LATER, ALL),
                () -> repairs().remove(task.id()));
        holds("RP5", "after the outage", task);
    }

    @Test
    @DisplayName("RP5: a hanging backend causes BackendUnavailableException within 30 seconds")
    void rp5_hang_isUnavailable() {
        RepairStore.Task task = kept(task(0));
        failsWhileHanging(
                "RP5",
                () -> repairs().put(task(0)),
                () -> repairs().due(LATER, ALL),
                () -> repairs().remove(task.id()));
    }
}
