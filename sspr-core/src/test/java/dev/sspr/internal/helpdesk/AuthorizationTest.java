package dev.sspr.internal.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sspr.Sspr;
import dev.sspr.SsprKey;
import dev.sspr.admin.AccountView;
import dev.sspr.admin.HelpDeskRequest;
import dev.sspr.admin.Operations;
import dev.sspr.fixture.HelpDeskFixture;
import dev.sspr.flow.HelpDeskResult;
import dev.sspr.flow.HelpDeskResult.Refused;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.UnavailableException;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AdminAction;
import dev.sspr.spi.AdminAuthorizer.Decision;
import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Secret;
import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.WriteId;
import dev.sspr.spi.memory.InMemoryNotifier;
import dev.sspr.spi.memory.InMemoryUserStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets through to the help desk's deeds, for every one of them. */
@Tag("R-ADM-2")
@Tag("R-ADM-3")
class AuthorizationTest {
    /** Published audit events keep their words. */
    private static final Map<Refusal, String> AUDITED = Map.of(
            Refusal.SELF, "ONESELF",
            Refusal.INVALID_REASON, "UNFIT_REASON",
            Refusal.NOT_CONFIGURED, "NOT_PLUGGED_IN");

    private final HelpDeskFixture host = new HelpDeskFixture();

    private void refuses(AdminAction action, HelpDeskRequest help, Refusal why) {
        int before = host.methods.size();
        host.notifier.clear();
        host.audit.clear();
        assertThat(Operations.run(action, host, help)).as("%s", action).isEqualTo(new Refused<>(why));
        assertThat(host.notifier.messages())
                .as("messages after a refused %s", action)
                .isEmpty();
        assertThat(host.methods.size()).as("what is stored").isEqualTo(before);
        assertThat(host.audit.events())
                .as("events of a refused %s", action)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.type()).isEqualTo(AuditType.HELP_DESK_REFUSED);
                    assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.FAILURE);
                    assertThat(event.attributes())
                            .containsEntry("action", action.name())
                            .containsEntry("actor", help.actor().value())
                            .containsEntry("refusal", AUDITED.getOrDefault(why, why.name()));
                });
    }

    static Stream<Arguments> cases() {
        List<Arguments> all = new ArrayList<>();
        for (AdminAction action : AdminAction.values()) {
            all.add(Arguments.of(action, "dora", "dora", Refusal.SELF));
            all.add(Arguments.of(action, "ghost", "anna", Refusal.UNKNOWN_ACTOR));
            all.add(Arguments.of(action, "off", "anna", Refusal.ACTOR_NOT_USABLE));
            all.add(Arguments.of(action, "expired", "anna", Refusal.ACTOR_NOT_USABLE));
            all.add(Arguments.of(action, "anna", "dora", Refusal.NOT_ALLOWED));
            all.add(Arguments.of(action, "dora", "ghost", Refusal.NOT_ALLOWED));
            all.add(Arguments.of(action, "junior", "dora", Refusal.MORE_PRIVILEGED));
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0}: {1} helps {2}: {3}")
    @Tag("V-AUTHZ-5")
    @MethodSource("cases")
    void actor_whoMayNot_isRefusedAndAudited(AdminAction action, String actor, String person, Refusal why) {
        host.add("off", AccountStatus.DISABLED, Account.Privilege.PRIVILEGED);
        host.add("expired", AccountStatus.EXPIRED, Account.Privilege.PRIVILEGED);
        host.add("junior", AccountStatus.ACTIVE, Account.Privilege.ORDINARY);
        for (String name : List.of("off", "expired", "junior", "ghost")) {
            host.authorizer.grant(new UserId("u-" + name), AdminAction.values());
        }

        refuses(action, HelpDeskFixture.of(actor, person), why);
    }

    @ParameterizedTest
    @EnumSource(AdminAction.class)
    void grant_forOneAction_isNoneForAnother(AdminAction action) {
        for (AdminAction other : AdminAction.values()) {
            if (other != action) {
                host.authorizer.grant(HelpDeskFixture.DORA, other);
                refuses(action, HelpDeskFixture.help(), Refusal.NOT_ALLOWED);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(AdminAction.class)
    @Tag("V-AUTHZ-4")
    void authorizer_isAskedForThisTenantActorAndPerson(AdminAction action) {
        List<Object> asked = new ArrayList<>();
        HelpDeskFixture other = new HelpDeskFixture(store -> store, builder -> builder.tenant("acme"));
        other.authorizer.faults().beforeEachCall(asked::add);

        assertThat(Operations.run(action, other, HelpDeskFixture.help()))
                .as("a grant for the tenant default")
                .isEqualTo(new Refused<>(Refusal.NOT_ALLOWED));
        assertThat(asked).hasSize(1);
    }

    /** The answer, the event but for whose it is, and the calls to the host are the same. */
    @Test
    @Tag("R-ENUM-1")
    void look_atNobody_isLikeALookThatIsNotGranted() {
        host.authorizer.grant(HelpDeskFixture.DORA);
        List<String> calls = new ArrayList<>();
        host.users.faults().beforeEachCall(calls::add);
        host.authorizer.faults().beforeEachCall(calls::add);
        HelpDeskResult<AccountView> somebody = host.desk.inspect(HelpDeskFixture.help());
        List<String> first = List.copyOf(calls);
        calls.clear();

        assertThat(host.desk.inspect(HelpDeskFixture.of("dora", "ghost"))).isEqualTo(somebody);
        assertThat(calls).isEqualTo(first);
        assertThat(host.audit.events())
                .extracting(AuditEvent::attributes)
                .containsExactly(
                        host.audit.events().get(0).attributes(),
                        host.audit.events().get(0).attributes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\u0007", "a\u202eb", "a\u2028b", "\ud800", "LONG"})
    @Tag("R-LOG-3")
    void reason_thatCouldForgeALog_isRefusedAndNotAudited(String reason) {
        String typed = reason.equals("LONG") ? "x".repeat(201) : reason;
        HelpDeskRequest help = new HelpDeskRequest(HelpDeskFixture.DORA, HelpDeskFixture.ANNA, typed);

        refuses(AdminAction.TURN_OFF, help, Refusal.INVALID_REASON);
        assertThat(host.audit.events().get(0).attributes()).doesNotContainKey("reason");
    }

    @Test
    void reason_of200Characters_isTaken() {
        HelpDeskRequest help = new HelpDeskRequest(HelpDeskFixture.DORA, HelpDeskFixture.ANNA, "x".repeat(200));

        assertThat(host.desk.inspect(help)).isInstanceOf(HelpDeskResult.Done.class);
    }

    /** Loads somebody else than asked for. */
    private static UserStore mixedUp(UserStore store, String about) {
        return new UserStore() {
            @Override
            public UserStore.Lookup find(LoginName login) {
                return store.find(login);
            }

            @Override
            public Optional<Account> load(UserId id) {
                return store.load(id.value().equals(about) ? new UserId("u-anna2") : id);
            }

            @Override
            public UserStore.PasswordWrite setPassword(UserId id, Generation expected, Secret password, WriteId write) {
                return store.setPassword(id, expected, password, new WriteId("w-1"));
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"u-dora", "u-anna"})
    void store_thatAnswersAboutSomebodyElse_isRefused(String about) {
        HelpDeskFixture mixed = new HelpDeskFixture(store -> mixedUp(store, about), builder -> builder);
        mixed.add("anna2", AccountStatus.ACTIVE, Account.Privilege.ORDINARY);
        for (AdminAction action : AdminAction.values()) {
            assertThat(Operations.run(action, mixed, HelpDeskFixture.help()))
                    .isEqualTo(new Refused<>(Refusal.STORE_MISMATCH));
        }
        assertThat(mixed.notifier.messages()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(AdminAction.class)
    @Tag("V-AUTHZ-3")
    void authorizer_thatFails_grantsNothing(AdminAction action) {
        host.authorizer.faults().fail();

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> Operations.run(action, host, HelpDeskFixture.help()))
                .withMessageContaining("admin-authorizer");
        assertThat(host.notifier.messages()).isEmpty();
        assertThat(host.audit.events())
                .singleElement()
                .satisfies(event -> assertThat(event.attributes()).containsEntry("refusal", "unavailable"));
    }

    @Test
    @Tag("V-AUTHZ-3")
    @SuppressWarnings("NullAway")
    void authorizer_thatAnswersNullOrThrows_grantsNothing() {
        for (int i = 0; i < 2; i++) {
            boolean silent = i == 0;
            HelpDeskFixture rude = new HelpDeskFixture(store -> store, builder -> builder);
            rude.decides = request -> {
                if (silent) {
                    return (Decision) null;
                }
                throw new IllegalStateException("canary");
            };
            assertThatExceptionOfType(UnavailableException.class)
                    .isThrownBy(() -> rude.desk.disableSelfService(HelpDeskFixture.help()))
                    .withNoCause();
        }
    }

    @Test
    @Tag("V-AUTHZ-2")
    @Tag("V-AUTHZ-5")
    void builder_withoutAnAuthorizer_handsOutNoHelpDesk() {
        try (Sspr sspr = Sspr.builder(
                        InMemoryUserStore.forTests(),
                        new InMemoryNotifier(),
                        SessionRevoker.hostHasNoSessions(),
                        SsprKey.ofHex(1, "07".repeat(31) + "08"))
                .executor(task -> {})
                .hostSweeps()
                .build()) {
            assertThatIllegalStateException().isThrownBy(sspr::helpDesk).withMessageContaining("adminAuthorizer");
        }
    }

    @Test
    void builder_withAnAuthorizerAndNoMethodStore_namesTheSetting() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Sspr.builder(
                                InMemoryUserStore.forTests(),
                                new InMemoryNotifier(),
                                SessionRevoker.hostHasNoSessions(),
                                SsprKey.ofHex(1, "07".repeat(31) + "08"))
                        .adminAuthorizer(request -> new Decision.Granted())
                        .build())
                .withMessageContaining("adminAuthorizer")
                .withMessageContaining("methodStore");
    }
}
