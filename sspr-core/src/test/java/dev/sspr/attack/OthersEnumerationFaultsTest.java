package dev.sspr.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.Sspr;
import dev.sspr.fixture.AccountClasses;
import dev.sspr.fixture.AccountClasses.Kind;
import dev.sspr.fixture.NodeFixture;
import dev.sspr.fixture.ResetFixture;
import dev.sspr.fixture.TestedFlow;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.StartResult;
import dev.sspr.policy.RecoveryPolicy;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.recovery.AccountRecovery;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.Secret;
import dev.sspr.spi.StoredFlow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults by which other products told a caller which accounts exist. */
class OthersEnumerationFaultsTest {
    private static final FlowContext HERE = FlowContext.of(Locale.ENGLISH);

    /** The ways in which a notifier fails. */
    @SuppressWarnings("ImmutableEnumChecker") // each failure has no state
    private enum Failure {
        UNAVAILABLE(() -> {
            throw new BackendUnavailableException("mail server");
        }),
        BROKEN(() -> {
            throw new IllegalStateException("a driver that throws what it must not");
        }),
        REFUSING(() -> new Notifier.Delivery.Refused(Notifier.Delivery.Refused.Reason.UNKNOWN_RECIPIENT)),
        BUSY(() -> new Notifier.Delivery.TryLater(Duration.ofHours(1)));

        private final Supplier<Notifier.Delivery> answer;

        Failure(Supplier<Notifier.Delivery> answer) {
            this.answer = answer;
        }
    }

    @ParameterizedTest
    @EnumSource(Failure.class)
    @Tag("V-ENUM-2")
    @DisplayName("V-ENUM-2: while no message can be sent, every caller hears the same for every kind of account")
    void notifier_thatAlwaysFails_isHeardByNoCaller(Failure failure) {
        AccountClasses accounts = new AccountClasses(Locale.ENGLISH);
        accounts.fixture.notifier.answerWith(message -> failure.answer.get());
        TestedFlow reset = accounts.fixture.flow();
        accounts.nextDay();

        Map<String, String> known = accounts.acts(reset, Kind.REGISTERED, OthersEnumerationFaultsTest::answer);
        for (Kind kind : Kind.values()) {
            if (kind != Kind.REGISTERED) {
                assertThat(accounts.acts(reset, kind, OthersEnumerationFaultsTest::answer))
                        .as("%s", kind)
                        .isEqualTo(known);
            }
        }
    }

    /** What a caller sees: the answer or the exception, without what is random. */
    private static String answer(Supplier<?> act) {
        try {
            Object result = act.get();
            return result instanceof StartResult.Started started
                    ? started.offers() + " " + started.nextSendAt() + " " + started.expiresAt()
                    : String.valueOf(result);
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    @Test
    @Tag("V-ENUM-4")
    @DisplayName("V-ENUM-4: a start echoes no address, answers an unknown name alike, and no token is stored in clear")
    void start_ofAnyName_echoesNoAddressAndStoresNoToken() {
        ResetFixture fixture = new ResetFixture().withAlice();
        List<StoredFlow> stored = new ArrayList<>();
        TestedFlow reset = fixture.through(call -> {
                    for (Object arg : call.args) {
                        if (arg instanceof StoredFlow flow) {
                            stored.add(flow);
                        }
                    }
                    return call.go();
                })
                .flow();
        List<String> seen = new ArrayList<>();
        List<String> secrets = new ArrayList<>();
        for (String name : List.of("alice", "nobody")) {
            StartResult.Started started = (StartResult.Started) reset.start(name, HERE);
            fixture.executor.runAll();
            String view = String.valueOf(reset.resume(started.handle()));
            seen.add(answer(() -> started) + view.replaceAll("[A-Za-z0-9_-]{65}", "handle"));
            secrets.add(started.handle().expose().substring(22));
        }
        secrets.add(fixture.linkTo(ResetFixture.MAIL).exposeTo(String::new).substring(22));
        secrets.add(fixture.codeTo(ResetFixture.MAIL).exposeTo(String::new));

        assertThat(seen.get(1)).isEqualTo(seen.get(0));
        assertThat(seen.get(0)).doesNotContain("@", "example", "m1");
        assertThat(stored).hasSizeGreaterThan(2);
        for (StoredFlow flow : stored) {
            String everything = flow + " " + new String(flow.body().bytes(), StandardCharsets.ISO_8859_1);
            assertThat(everything).doesNotContain(secrets);
        }
    }

    @Test
    @Tag("V-ENUM-5")
    @DisplayName("V-ENUM-5: a recovery answers each call alike for a known and an unknown name, until its end")
    void recovery_ofAnyName_saysTheSame() {
        NodeFixture host = new NodeFixture();
        RecoveryPolicy policy = new RecoveryPolicy(
                Duration.ofDays(2), Duration.ofHours(12), Duration.ofHours(24), RecoveryPolicy.Approval.NOT_NEEDED);
        try (Sspr sspr = host.node(SsprPolicy.standard(), builder -> builder.recovery(policy))) {
            AccountRecovery recovery = sspr.accountRecovery();
            List<FlowHandle> handles = new ArrayList<>();
            List<String> begun = new ArrayList<>();
            Instant start = host.now.get();
            for (String name : List.of("alice", "nobody")) {
                host.now.set(start);
                StartResult.Started started = (StartResult.Started) recovery.start(name, HERE);
                handles.add(started.handle());
                begun.add(answer(() -> started));
            }
            assertThat(begun.get(1)).isEqualTo(begun.get(0));
            for (int hour = 0; hour < 47; hour++) {
                host.later(Duration.ofHours(1));
                sspr.sweep();
                assertThat(said(recovery, handles.get(1)))
                        .as("hour %d", hour)
                        .isEqualTo(said(recovery, handles.get(0)));
            }
            assertThat(recovery.status(handles.get(0))).isEqualTo(FlowStatus.WAITING_PERIOD);
        }
    }

    private static List<String> said(AccountRecovery recovery, FlowHandle handle) {
        return List.of(
                answer(() -> recovery.status(handle)),
                answer(() -> recovery.resume(handle)),
                answer(() -> recovery.prompt(handle)),
                answer(() -> recovery.dueAt(handle)),
                answer(() -> recovery.reference(handle).map(String::length)),
                answer(() -> recovery.resend(handle)),
                answer(() -> recovery.answer(handle, Secret.of("AAAAAAAAAA"))),
                answer(() -> recovery.open(Secret.of("AAAAAAAAAA"), Optional.of(handle))),
                answer(() -> recovery.complete(handle, NodeFixture.NEW)));
    }
}
