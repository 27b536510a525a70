package dev.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.ResetFixture;
import dev.sspr.flow.FlowHandle;
import dev.sspr.internal.reset.ResetFlow;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Administrators;
import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Message;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Notice;
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
class AdministratorNoticesTest {
    private static final Destination BOB = mail("bob");
    private static final Destination CARL = mail("carl");

    private final ResetFixture fixture = new ResetFixture();
    private final InMemoryAdministrators others = new InMemoryAdministrators()
            .add(ResetFixture.ALICE_ID, ResetFixture.MAIL)
            .add(new UserId("u-bob"), BOB)
            .add(new UserId("u-carl"), CARL);

    private static Destination mail(String name) {
        return new Destination("m1", Channel.EMAIL, name + "@example.com");
    }

    private ResetFlow completed(Account.Privilege privilege, Administrators told) {
        fixture.administratorsPlug = Optional.of(told);
        fixture.with("alice", AccountStatus.ACTIVE, privilege, ResetFixture.MAIL, ResetFixture.PHONE);
        ResetFlow reset = fixture.reset();
        FlowHandle handle = fixture.proven(reset);
        if (privilege == Account.Privilege.PRIVILEGED) {
            reset.choose(handle, MethodKind.SMS_CODE);
            fixture.executor.runAll();
            reset.answer(handle, fixture.codeTo(ResetFixture.PHONE));
        }
        reset.complete(handle, ResetFixture.NEW);
        fixture.executor.runAll();
        return reset;
    }

    private List<Destination> told() {
        return fixture.notifier.messages().stream()
                .filter(message -> message.content() instanceof Notice.AdministratorChanged)
                .map(Message::to)
                .toList();
    }

    private List<AuditEvent> events() {
        return fixture.audit.events().stream()
                .filter(event -> event.type() == AuditType.ADMINISTRATORS_TOLD)
                .toList();
    }

    /** Both destinations have one id: ids are apart within an account only. */
    @Test
    void others_areToldOnceEach_andTheAccountItselfIsNot() {
        completed(Account.Privilege.PRIVILEGED, others);

        assertThat(told()).containsExactly(BOB, CARL);
        assertThat(events())
                .singleElement()
                .satisfies(event -> assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.SUCCESS));
    }

    @Test
    void ordinaryAccount_isNobodysBusiness() {
        completed(Account.Privilege.ORDINARY, others);

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
        completed(Account.Privilege.PRIVILEGED, about -> {
            List<Destination> all = new ArrayList<>(List.of(ResetFixture.MAIL, ResetFixture.PHONE));
            all.addAll(crowd);
            all.addAll(more);
            return all;
        });

        assertThat(told())
                .hasSize(Administrators.MAX_RECIPIENTS)
                .doesNotHaveDuplicates()
                .doesNotContain(ResetFixture.MAIL, ResetFixture.PHONE);
    }

    @Test
    void outage_ofTheRole_isTriedAgainAndTellsOnce() {
        others.faults().failNext(1);
        ResetFlow reset = completed(Account.Privilege.PRIVILEGED, others);
        assertThat(told()).isEmpty();

        fixture.clock.advance(Duration.ofMinutes(5));
        reset.sweep();
        fixture.executor.runAll();

        assertThat(told()).containsExactly(BOB, CARL);
    }

    @Test
    void outage_ofTheNotifier_isTriedAgain() {
        fixture.notifier.faults().beforeEachCall(operation -> {
            if (fixture.notifier.messages().stream()
                    .anyMatch(message -> message.content() instanceof Notice.AdministratorChanged)) {
                fixture.notifier.faults().failNext(1);
                fixture.notifier.faults().beforeEachCall(any -> {});
            }
        });
        ResetFlow reset = completed(Account.Privilege.PRIVILEGED, others);
        assertThat(told()).containsExactly(BOB);

        fixture.clock.advance(Duration.ofMinutes(5));
        reset.sweep();
        fixture.executor.runAll();

        assertThat(told())
                .as("sent again with the same id, for the receiving side to drop")
                .containsOnly(BOB, CARL);
        assertThat(fixture.notifier.messages().stream()
                        .filter(message -> message.content() instanceof Notice.AdministratorChanged)
                        .map(Message::id)
                        .distinct())
                .hasSize(2);
    }
}
