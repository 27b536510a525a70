package dev.sspr.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.change.ChangeRequest;
import dev.sspr.fixture.NodeFixture;
import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.fixture.ResetFixture;
import dev.sspr.lockout.SmartLockout;
import dev.sspr.policy.RecoveryPolicy;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.recovery.AccountRecovery;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Notice;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every link that a message carries is taken apart by one parser. */
@Tag("F2-H1")
class MessageLinkTest {
    private static final String TOKEN = "A".repeat(65);

    private final Set<LinkKind> seen = new TreeSet<>();

    /** Parses a link of a real message, in each way it may arrive. */
    private Secret parsed(LinkKind kind, Secret url) {
        MessageLink link = MessageLink.parse(url).orElseThrow();
        assertThat(link.kind()).isEqualTo(kind);
        String text = url.exposeTo(String::new);
        String fragment = text.substring(text.indexOf('#') + 1);
        assertThat(text).endsWith(fragment).contains(kind.fragmentName() + "=");
        for (String way : new String[] {fragment, "#" + fragment, "%23" + fragment, text.replace("#", "%23")}) {
            assertThat(MessageLink.parse(Secret.of(way))).contains(link);
            assertThat(MessageLink.parse(Secret.of(" " + way.substring(0, 20) + "\r\n\t" + way.substring(20) + "\n")))
                    .contains(link);
        }
        seen.add(kind);
        return link.token();
    }

    @Test
    @Tag("F2-P11")
    void link_ofEachKind_isParsedAndTaken() {
        resetLinks();
        unlockLinks();
        changeLink();
        recoveryLink();
        undoLink();

        assertThat(seen).containsExactly(LinkKind.values());
    }

    private void resetLinks() {
        ResetFixture fixture = new ResetFixture().withAlice();
        var reset = fixture.reset();
        fixture.started(reset, "alice");
        MessageContent.ResetCode content = fixture.content(ResetFixture.MAIL);
        Secret token = parsed(LinkKind.CONTINUE, content.link().orElseThrow());
        assertThat(reset.open(token, Optional.empty())).isEqualTo(LinkView.ELSEWHERE);
        assertThat(reset.report(parsed(LinkKind.CANCEL, content.cancel().orElseThrow())))
                .isEqualTo(ReportResult.REPORTED);
    }

    private void unlockLinks() {
        ResetFixture fixture = new ResetFixture().withLockedAlice();
        fixture.purpose = Purpose.UNLOCK;
        var unlock = fixture.unlock();
        fixture.started(unlock, "alice");
        MessageContent.ResetCode content = fixture.content(ResetFixture.MAIL);
        Secret token = parsed(LinkKind.UNLOCK_CONTINUE, content.link().orElseThrow());
        assertThat(unlock.open(token, Optional.empty())).isEqualTo(LinkView.ELSEWHERE);
        assertThat(unlock.report(parsed(LinkKind.UNLOCK_CANCEL, content.cancel().orElseThrow())))
                .isEqualTo(ReportResult.REPORTED);
    }

    private void changeLink() {
        NodeFixture host = new NodeFixture();
        var change = host.node().passwordChange();
        ChangeStartResult start = change.begin(
                ChangeRequest.voluntary(NodeFixture.ALICE, host.now.get()), FlowContext.of(Locale.ENGLISH));
        change.complete(
                ((ChangeStartResult.Started) start).handle(),
                SmartLockout.Location.FAMILIAR,
                NodeFixture.OLD,
                NodeFixture.NEW);
        Notice.PasswordChanged notice = (Notice.PasswordChanged)
                host.notifier.lastTo(NodeFixture.MAIL).orElseThrow().content();
        assertThat(change.report(parsed(LinkKind.CHANGE_CANCEL, notice.notMe().orElseThrow())))
                .isEqualTo(ReportResult.SECURED);
    }

    private void recoveryLink() {
        NodeFixture host = new NodeFixture();
        AccountRecovery recovery = host.node(
                        SsprPolicy.standard(),
                        builder ->
                                builder.recovery(RecoveryPolicy.careful().approval(RecoveryPolicy.Approval.NOT_NEEDED)))
                .accountRecovery();
        recovery.start("alice", FlowContext.of(Locale.ENGLISH));
        Notice.RecoveryStarted notice = (Notice.RecoveryStarted)
                host.notifier.lastTo(NodeFixture.MAIL).orElseThrow().content();
        assertThat(recovery.report(parsed(LinkKind.RECOVERY_CANCEL, notice.object())))
                .isEqualTo(ReportResult.REPORTED);
    }

    private void undoLink() {
        RegistrationFixture fixture = new RegistrationFixture();
        FlowHandle handle = fixture.opened(MethodKind.EMAIL_CODE);
        fixture.withAddress(handle, MethodKind.EMAIL_CODE, "alice@example.com");
        Secret undo = fixture.notices().stream()
                .flatMap(notice -> notice.undo().stream())
                .reduce((first, last) -> last)
                .orElseThrow();
        assertThat(fixture.registration.undo(parsed(LinkKind.UNDO, undo))).isEqualTo(UndoResult.UNDONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#",
                "=",
                "continue",
                "#continue=",
                "continue=A",
                "javascript:#continue=",
                "https://example.org/reset",
                "other=",
                "#continue=\u0000",
                "Continue="
            })
    void junk_isEmpty(String start) {
        assertThat(MessageLink.parse(Secret.of(start))).isEmpty();
        assertThat(
                        start.endsWith("=") && start.startsWith("#")
                                ? Optional.empty()
                                : MessageLink.parse(Secret.of(start + TOKEN)))
                .isEmpty();
    }

    @Test
    void junk_ofAnySize_isEmpty() {
        char[] long1 = new char[1 << 20];
        Arrays.fill(long1, 'a');

        assertThat(MessageLink.parse(Secret.of(new String(long1)))).isEmpty();
        assertThat(MessageLink.parse(Secret.of("#continue=" + TOKEN + new String(long1))))
                .isEmpty();
        for (char c = 0; c < 256; c++) {
            boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
            assertThat(MessageLink.parse(Secret.of("#continue=" + TOKEN.substring(1) + c))
                                    .isPresent()
                            && !space)
                    .as("character %d", (int) c)
                    .isEqualTo((Character.isLetterOrDigit(c) && c < 128) || c == '-' || c == '_');
        }
        assertThat(MessageLink.parse(Secret.of("#continue=" + TOKEN))).isPresent();
    }
}
