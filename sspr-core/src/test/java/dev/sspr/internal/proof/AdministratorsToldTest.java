package dev.sspr.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.flow.FlowHandle;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Administrators;
import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Message;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Notice;
import dev.sspr.spi.Privilege;
import dev.sspr.spi.UserId;
import dev.sspr.spi.memory.InMemoryAdministrators;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When an administrator has a new password, the others are told. */
@Tag("NOT-02")
class AdministratorsToldTest {
    private static final Destination BOB = mail("bob");
    private static final Destination CARL = mail("carl");

    private final World world = new World();
    private final InMemoryAdministrators others = new InMemoryAdministrators()
            .add(World.ALICE_ID, World.MAIL)
            .add(new UserId("u-bob"), BOB)
            .add(new UserId("u-carl"), CARL);

    private static Destination mail(String name) {
        return new Destination("m1", Channel.EMAIL, name + "@example.com");
    }

    private PasswordReset completed(Privilege privilege, Administrators told) {
        world.administratorsPlug = Optional.of(told);
        world.with("alice", AccountStatus.ACTIVE, privilege, World.MAIL, World.PHONE);
        PasswordReset reset = world.reset();
        FlowHandle handle = world.proven(reset);
        if (privilege == Privilege.PRIVILEGED) {
            reset.choose(handle, MethodKind.SMS_CODE);
            world.executor.runAll();
            reset.answer(handle, world.codeTo(World.PHONE));
        }
        reset.complete(handle, World.NEW);
        world.executor.runAll();
        return reset;
    }

    private List<Destination> told() {
        return world.notifier.messages().stream()
                .filter(message -> message.content() instanceof Notice.AdministratorChanged)
                .map(Message::to)
                .toList();
    }

    private List<AuditEvent> events() {
        return world.audit.events().stream()
                .filter(event -> event.type() == AuditType.ADMINISTRATORS_TOLD)
                .toList();
    }

    /** Both destinations have one id: ids are apart within an account only. */
    @Test
    void others_areToldOnceEach_andTheAccountItselfIsNot() {
        completed(Privilege.PRIVILEGED, others);

        assertThat(told()).containsExactly(BOB, CARL);
        assertThat(events())
                .singleElement()
                .satisfies(event -> assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.SUCCESS));
    }

    @Test
    void ordinaryAccount_isNobodysBusiness() {
        completed(Privilege.ORDINARY, others);

        assertThat(told()).isEmpty();
        assertThat(events()).isEmpty();
    }

    /** A role that forgets to leave the account out, and to count (G1, G2). */
    @Test
    @Tag("NOT-03")
    void role_thatBreaksItsClauses_isCut() {
        List<Destination> crowd =
                IntStream.range(0, 150).mapToObj(i -> mail("admin" + i / 2)).toList();
        List<Destination> more =
                IntStream.range(0, 150).mapToObj(i -> mail("more" + i)).toList();
        completed(Privilege.PRIVILEGED, about -> {
            List<Destination> all = new ArrayList<>(List.of(World.MAIL, World.PHONE));
            all.addAll(crowd);
            all.addAll(more);
            return all;
        });

        assertThat(told())
                .hasSize(Administrators.MAX_RECIPIENTS)
                .doesNotHaveDuplicates()
                .doesNotContain(World.MAIL, World.PHONE);
    }

    @Test
    void outage_ofTheRole_isTriedAgainAndTellsOnce() {
        others.faults().failNext(1);
        PasswordReset reset = completed(Privilege.PRIVILEGED, others);
        assertThat(told()).isEmpty();

        world.clock.advance(Duration.ofMinutes(5));
        reset.sweep();
        world.executor.runAll();

        assertThat(told()).containsExactly(BOB, CARL);
    }

    @Test
    void outage_ofTheNotifier_isTriedAgain() {
        world.notifier.faults().beforeEachCall(operation -> {
            if (world.notifier.messages().stream()
                    .anyMatch(message -> message.content() instanceof Notice.AdministratorChanged)) {
                world.notifier.faults().failNext(1);
                world.notifier.faults().beforeEachCall(any -> {});
            }
        });
        PasswordReset reset = completed(Privilege.PRIVILEGED, others);
        assertThat(told()).containsExactly(BOB);

        world.clock.advance(Duration.ofMinutes(5));
        reset.sweep();
        world.executor.runAll();

        assertThat(told())
                .as("sent again with the same id, for the receiving side to drop")
                .containsOnly(BOB, CARL);
        assertThat(world.notifier.messages().stream()
                        .filter(message -> message.content() instanceof Notice.AdministratorChanged)
                        .map(Message::id)
                        .distinct())
                .hasSize(2);
    }
}
