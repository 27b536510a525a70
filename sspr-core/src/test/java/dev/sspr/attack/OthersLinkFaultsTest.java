package dev.sspr.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.Sspr;
import dev.sspr.SsprKey;
import dev.sspr.architecture.Classes;
import dev.sspr.fixture.NodeFixture;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.LinkView;
import dev.sspr.flow.StartResult;
import dev.sspr.flow.VerificationSteps;
import dev.sspr.spi.Message;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.Secret;
import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.memory.InMemoryNotifier;
import dev.sspr.spi.memory.InMemoryUserStore;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults that other products had in the address of a link and in who opens it. */
class OthersLinkFaultsTest {
    private static final String BASE = "https://example.org/account#";

    private final NodeFixture host = new NodeFixture();

    private static FlowHandle started(VerificationSteps steps, FlowContext context) {
        return ((StartResult.Started) steps.start("alice", context)).handle();
    }

    private static MessageContent.ResetCode content(InMemoryNotifier notifier) {
        return (MessageContent.ResetCode)
                notifier.lastTo(NodeFixture.MAIL).orElseThrow().content();
    }

    private static List<String> links(MessageContent.ResetCode content) {
        return Stream.of(content.link(), content.cancel())
                .flatMap(Optional::stream)
                .map(link -> link.exposeTo(String::new))
                .toList();
    }

    /** A host that passes what a client says of itself as the source, which the documentation forbids. */
    @ParameterizedTest
    @Tag("R-NOT-4")
    @Tag("V-HOST-1")
    @Tag("V-HOST-6")
    @Tag("V-HOST-9")
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:443",
                "https://evil.example/",
                "host=evil.example",
                "for=192.0.2.1;host=evil.example;proto=http",
                "example.org@evil.example",
                "example.org.evil.example",
                "//evil.example",
                "evil.example#",
            })
    @DisplayName("V-HOST-1, V-HOST-6, V-HOST-9: whatever a client calls itself, links lead to the configured page")
    void link_whateverTheClientSays_leadsToTheConfiguredPage(String client) {
        try (Sspr sspr = host.node()) {
            started(sspr.passwordReset(), FlowContext.of(Locale.ENGLISH, client));
        }

        assertThat(links(content(host.notifier)))
                .hasSize(2)
                .allMatch(link -> link.startsWith(BASE))
                .noneMatch(link -> link.contains("evil"));
        assertThat(host.notifier.messages()).extracting(Message::to).containsOnly(NodeFixture.MAIL);
    }

    @Test
    @Tag("R-NOT-4")
    @Tag("V-HOST-1")
    @Tag("V-HOST-4")
    @DisplayName("V-HOST-4: the link's base reaches the engine by the builder's setting alone")
    void linkBase_isMadeByTheBuilderAlone() {
        assertThat(Classes.main().stream()
                        .flatMap(type -> type.getMethodCallsFromSelf().stream())
                        .filter(call -> call.getTargetOwner().getName().equals("dev.sspr.internal.engine.LinkBase"))
                        .filter(call -> call.getName().equals("of"))
                        .map(call -> call.getOriginOwner().getName()))
                .containsExactly("dev.sspr.SsprBuilder");
    }

    @Test
    @Tag("V-HOST-4")
    @Tag("V-HOST-6")
    @Tag("V-HOST-8")
    @DisplayName("V-HOST-4, V-HOST-6, V-HOST-8: a host that configures no page sends codes and no link at all")
    void link_withoutAConfiguredPage_isNotSent() {
        InMemoryUserStore users = host.users;
        InMemoryNotifier notifier = new InMemoryNotifier();
        try (Sspr sspr = Sspr.builder(
                        users,
                        notifier,
                        SessionRevoker.hostHasNoSessions(),
                        SsprKey.ofHex(1, "00112233445566778899aabbccddeeff".repeat(2)))
                .executor(Runnable::run)
                .hostSweeps()
                .build()) {
            started(sspr.passwordReset(), FlowContext.of(Locale.ENGLISH, "evil.example"));

            assertThat(links(content(notifier))).isEmpty();
            assertThat(content(notifier).code().length()).isPositive();
            assertThat(sspr.report()).anyMatch(setting -> setting.setting().equals("linkBase"));
        }
    }

    @Test
    @Tag("V-HOST-8")
    @DisplayName("V-HOST-8: a mail scanner that requests the link never sends its token, which is in the fragment")
    void link_requestedByAScanner_showsTheServerNoToken() {
        try (Sspr sspr = host.node()) {
            FlowHandle handle = started(sspr.passwordReset(), FlowContext.of(Locale.ENGLISH));
            MessageContent.ResetCode content = content(host.notifier);
            for (String link : links(content)) {
                URI address = URI.create(link);
                String token = link.substring(link.indexOf('=') + 1);
                assertThat(address.getRawFragment()).contains(token);
                assertThat(address.getRawPath() + address.getRawQuery() + address.getHost())
                        .doesNotContain(token);
            }
            Secret token = NodeFixture.token(content.link().orElseThrow());
            assertThat(sspr.passwordReset().open(token, Optional.empty())).isEqualTo(LinkView.ELSEWHERE);
            assertThat(sspr.passwordReset().status(handle)).isEqualTo(FlowStatus.WAITING_FOR_PROOF);
        }
    }
}
