package dev.sspr.internal.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sspr.internal.engine.PendingNotice;
import dev.sspr.internal.securityinfo.InfoCodec;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.RegistrationRecord;
import dev.sspr.internal.securityinfo.RevertibleChange;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Credential;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Generation;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Notice.SecurityInfoChanged;
import dev.sspr.spi.UserId;
import dev.sspr.spi.VerifierState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** States of a registration and security info as bytes: what was written is read, by this release and all that follow. */
class RegistrationCodecTest {
    private static final Instant AT = Instant.ofEpochMilli(1_767_603_600_123L);
    private static final UserId USER = new UserId("u-\u4e2d-1");

    private final RegistrationCodec codec = new RegistrationCodec();

    private static Digest digest(int n) {
        return new Digest(0x1234_5678_9abc_def0L + n, -n);
    }

    private static RegisteredMethod address() {
        Destination to = new Destination("own-1", Channel.VOICE, "+31201234567");
        return new RegisteredMethod(
                "own-1",
                MethodKind.OFFICE_CODE,
                "At work \u2615",
                RegisteredMethod.State.VERIFIED,
                AT,
                AT.plusSeconds(86_400),
                Optional.empty(),
                Optional.of(to),
                Optional.of("4711"),
                Optional.empty(),
                Optional.empty());
    }

    private static RegisteredMethod token() {
        return new RegisteredMethod(
                "key",
                MethodKind.OATH_TOKEN,
                "Token 1",
                RegisteredMethod.State.GIVEN,
                AT,
                AT,
                Optional.of(AT.plusSeconds(60)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Credential.of("key", new byte[] {1, 2, 0})),
                Optional.of(digest(7)));
    }

    private static PendingChangeNotice pending(Optional<FlowId> flow, Set<Digest> settled) {
        return new PendingChangeNotice(
                SecurityInfoChanged.Change.REPLACED,
                MethodKind.OFFICE_CODE,
                AT,
                flow,
                new PendingNotice(2, AT.plusSeconds(60), AT.plus(Duration.ofDays(7)), settled));
    }

    private static final String OUTRANKING =
            "044d123456789abcdef1ffffffffffffffff019b8d70369b00056e6c2d42450007752de4b8ad2d310011616c69636540"
                    + "6578616d706c652e6f72670100086170702d636f6465000133";

    private static List<RegistrationPhase> states() {
        RegistrationHeader header = new RegistrationHeader(
                digest(1),
                AT.plusSeconds(900),
                Locale.forLanguageTag("nl-BE"),
                USER,
                "alice@example.org",
                Set.of(MethodKind.APP_CODE),
                Generation.of(3));
        EnrolmentInProgress inProgress = new EnrolmentInProgress(
                digest(2),
                MethodKind.OFFICE_CODE,
                AT,
                AT.plusSeconds(300),
                VerifierState.of(new byte[] {9, 8}),
                address().destination(),
                Optional.of("4711"),
                Optional.of("old"));
        MethodChange adds =
                new MethodChange(digest(3), MethodKind.OFFICE_CODE, Optional.of("old"), Optional.of(address()));
        MethodChange removes = new MethodChange(digest(4), MethodKind.OATH_TOKEN, Optional.of("key"), Optional.empty());
        PendingChangeNotice pending = pending(Optional.empty(), Set.of());
        return List.of(
                new Idle(header),
                new Enrolling(header, inProgress, 4, AT.plusSeconds(60)),
                new Saving(header, adds, AT),
                new Saving(header, removes, AT),
                new Closed(header),
                new RevertWindow(header, digest(5), Optional.empty()),
                new RevertWindow(header, digest(6), Optional.of(pending)));
    }

    private static SecurityInfo info() {
        return new SecurityInfo(
                USER,
                4,
                List.of(address(), token()),
                Optional.of("own-1"),
                new RegistrationRecord(
                        Optional.of(AT),
                        3,
                        Optional.of(AT.plusSeconds(1)),
                        Optional.of(AT.plusSeconds(2)),
                        Optional.empty(),
                        Optional.empty()),
                List.of(
                        new RevertibleChange(digest(8), AT, Optional.of(token()), Optional.of("own-1")),
                        new RevertibleChange(digest(9), AT, Optional.empty(), Optional.empty())));
    }

    @Test
    void states_ofEveryKind_comeBackEqual() {
        for (RegistrationPhase state : states()) {
            assertThat(codec.read(codec.write(state))).isEqualTo(state);
        }
        assertThat(states().stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(Set.of(RegistrationPhase.class.getPermittedSubclasses()));
    }

    @Test
    @Tag("F2-R2")
    void messages_thatReachedSome_comeBackEqual() {
        PendingChangeNotice pending = pending(Optional.of(new FlowId(digest(5))), Set.of(digest(6), digest(7)));
        RegistrationPhase state = new RevertWindow(states().get(0).header(), digest(5), Optional.of(pending));

        assertThat(codec.read(codec.write(state))).isEqualTo(state);
    }

    @Test
    @Tag("F2-S8")
    @DisplayName("F2-S8: what an undo leaves comes back equal, in a form of its own")
    void whatAnUndoLeaves_comesBackEqual() {
        PendingNotice sessions = PendingNotice.due(AT, AT.plusSeconds(60));
        PendingChangeNotice freeze = PendingChangeNotice.frozen(MethodKind.EMAIL_CODE, AT);
        RegistrationHeader header = states().get(0).header();
        for (RegistrationPhase state : List.of(
                new RevertWindow(header, digest(5), Optional.empty(), Optional.of(sessions)),
                new RevertWindow(header, digest(5), Optional.of(freeze), Optional.of(sessions)),
                new RevertWindow(header, digest(5), Optional.of(freeze), Optional.empty()))) {
            byte[] written = codec.write(state);
            assertThat(written[0]).isEqualTo((byte) 3);
            assertThat(codec.read(written)).isEqualTo(state);
        }
        assertThat(codec.wakeAt(new RevertWindow(header, digest(5), Optional.of(freeze), Optional.of(sessions))))
                .contains(AT);
    }

    @Test
    @Tag("R-HOLD-1")
    @DisplayName("R-HOLD-1: a registration that outranks the hold after a reset comes back equal, in a form of its own")
    void registrationThatOutranksTheHold_takesFormFour() {
        RegistrationHeader header = states().get(0).header().outrankingHold(true);
        Saving saving = (Saving) states().get(2);
        Enrolling enrolling = (Enrolling) states().get(1);
        for (RegistrationPhase state : List.of(
                new Idle(header),
                new Enrolling(header, enrolling.inProgress(), 4, AT.plusSeconds(60)),
                new Saving(header, saving.methodChange(), AT),
                new Closed(header))) {
            byte[] written = codec.write(state);
            assertThat(written[0]).isEqualTo((byte) 4);
            assertThat(codec.read(written)).isEqualTo(state);
        }
        assertThat(hex(codec.write(new Idle(header)))).isEqualTo(OUTRANKING);
        assertThat(saving.saved(saving.methodChange()).next().header().outranksHold())
                .isFalse();
        assertThat(new Saving(header, saving.methodChange(), AT)
                        .saved(saving.methodChange())
                        .next()
                        .header()
                        .outranksHold())
                .isTrue();
    }

    @Test
    @Tag("F2-S8")
    @Tag("F2-S9")
    @DisplayName(
            "F2-S9: cloned methods, removals with a stronger proof and freezes take form 2; all else stays in form 1")
    void securityInfo_takesFormTwoOnlyIfItMust() {
        assertThat(InfoCodec.write(info())[0]).isEqualTo((byte) 1);
        List<RevertibleChange> stronger =
                List.of(new RevertibleChange(digest(8), AT, Optional.of(address()), Optional.empty(), true));
        SecurityInfo removed = new SecurityInfo(USER, 4, info().methods(), Optional.empty(), info().record(), stronger);
        for (SecurityInfo info : List.of(
                info().with(token().in(RegisteredMethod.State.CLONED)),
                removed,
                info().frozen(AT),
                removed.frozen(AT))) {
            byte[] written = InfoCodec.write(info);
            assertThat(written[0]).isEqualTo((byte) 2);
            assertThat(InfoCodec.read(USER, 4, written)).isEqualTo(info);
        }
        assertThat(removed.frozen(AT).decided().revertible()).isEmpty();
    }

    @Test
    void securityInfo_comesBackEqual() {
        SecurityInfo off = info().record(info().record().off(Optional.of(AT)));
        SecurityInfo onAgain = off.record(off.record().off(Optional.empty()));

        for (SecurityInfo one : List.of(info(), off, onAgain)) {
            assertThat(InfoCodec.read(USER, 4, InfoCodec.write(one))).isEqualTo(one);
        }
        assertThat(onAgain.record().ended()).contains(AT);
    }

    /** The trailing zeros are padding: their number may change, and is not part of the form. */
    private static String hex(byte[] body) {
        int end = body.length;
        while (end > 0 && body[end - 1] == 0) {
            end--;
        }
        return HexFormat.of().formatHex(body, 0, end);
    }

    private static byte[] padded(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        return Arrays.copyOf(bytes, bytes.length + 100);
    }

    private List<String> fresh() {
        List<String> lines = new ArrayList<>();
        states().forEach(state -> lines.add(hex(codec.write(state))));
        lines.add(hex(InfoCodec.write(info())));
        return lines;
    }

    /** Lines are added for a new form, and none is ever changed. */
    @Test
    void bodies_thatWereEverReleased_areReadAsTheyWereMeant() throws IOException {
        List<String> kept;
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("register-form-1.txt"))) {
            kept = new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        }

        assertThat(fresh()).isEqualTo(kept);
        for (int i = 0; i < states().size(); i++) {
            assertThat(codec.read(padded(kept.get(i)))).isEqualTo(states().get(i));
        }
        assertThat(InfoCodec.read(USER, 4, padded(kept.get(kept.size() - 1)))).isEqualTo(info());
    }

    @Test
    void body_ofAnotherForm_isNotRead() {
        byte[] state = codec.write(states().get(0));
        byte[] info = InfoCodec.write(info());
        state[0] = 5;
        info[0] = 4;

        assertThatIllegalStateException().isThrownBy(() -> codec.read(state)).withMessageContaining("form 5");
        assertThatIllegalStateException()
                .isThrownBy(() -> InfoCodec.read(USER, 1, info))
                .withMessageContaining("form 4");
    }
}
