package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sspr.internal.info.Entry;
import dev.sspr.internal.info.InfoCodec;
import dev.sspr.internal.info.SecurityInfo;
import dev.sspr.internal.info.Standing;
import dev.sspr.internal.info.Undoable;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Credential;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Digest;
import dev.sspr.spi.Generation;
import dev.sspr.spi.Memo;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Notice.SecurityInfoChanged;
import dev.sspr.spi.UserId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.api.Test;

/** States of a registration and security info as bytes: what was written is read, by this release and all that follow. */
class RegisterCodecTest {
    private static final Instant AT = Instant.ofEpochMilli(1_767_603_600_123L);
    private static final UserId USER = new UserId("u-\u4e2d-1");

    private final RegisterCodec codec = new RegisterCodec();

    private static Digest digest(int n) {
        return new Digest(0x1234_5678_9abc_def0L + n, -n);
    }

    private static Entry address() {
        Destination to = new Destination("own-1", Channel.VOICE, "+31201234567");
        return new Entry(
                "own-1",
                MethodKind.OFFICE_CODE,
                "At work \u2615",
                Entry.State.VERIFIED,
                AT,
                AT.plusSeconds(86_400),
                Optional.empty(),
                Optional.of(to),
                Optional.of("4711"),
                Optional.empty(),
                Optional.empty());
    }

    private static Entry token() {
        return new Entry(
                "key",
                MethodKind.OATH_TOKEN,
                "Token 1",
                Entry.State.GIVEN,
                AT,
                AT,
                Optional.of(AT.plusSeconds(60)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Credential.of("key", new byte[] {1, 2, 0})),
                Optional.of(digest(7)));
    }

    private static List<RegisterState> states() {
        Ticket ticket = new Ticket(
                digest(1),
                AT.plusSeconds(900),
                Locale.forLanguageTag("nl-BE"),
                USER,
                "alice@example.org",
                Set.of(MethodKind.APP_CODE),
                Generation.of(3));
        Task task = new Task(
                digest(2),
                MethodKind.OFFICE_CODE,
                AT,
                AT.plusSeconds(300),
                Memo.of(new byte[] {9, 8}),
                address().destination(),
                Optional.of("4711"),
                Optional.of("old"));
        Change adds = new Change(digest(3), MethodKind.OFFICE_CODE, Optional.of("old"), Optional.of(address()));
        Change removes = new Change(digest(4), MethodKind.OATH_TOKEN, Optional.of("key"), Optional.empty());
        Duty duty = new Duty(SecurityInfoChanged.Change.REPLACED, MethodKind.OFFICE_CODE, AT, 2, AT.plusSeconds(60));
        return List.of(
                new Managing(ticket),
                new Enrolling(ticket, task, 4, AT.plusSeconds(60)),
                new Saving(ticket, adds, AT),
                new Saving(ticket, removes, AT),
                new Closed(ticket),
                new Reversible(ticket, digest(5), Optional.empty()),
                new Reversible(ticket, digest(6), Optional.of(duty)));
    }

    private static SecurityInfo info() {
        return new SecurityInfo(
                USER,
                4,
                List.of(address(), token()),
                Optional.of("own-1"),
                new Standing(
                        Optional.of(AT),
                        3,
                        Optional.of(AT.plusSeconds(1)),
                        Optional.of(AT.plusSeconds(2)),
                        Optional.empty(),
                        Optional.empty()),
                List.of(
                        new Undoable(digest(8), AT, Optional.of(token()), Optional.of("own-1")),
                        new Undoable(digest(9), AT, Optional.empty(), Optional.empty())));
    }

    @Test
    void states_ofEveryKind_comeBackEqual() {
        for (RegisterState state : states()) {
            assertThat(codec.read(codec.write(state))).isEqualTo(state);
        }
        assertThat(states().stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(Set.of(RegisterState.class.getPermittedSubclasses()));
    }

    @Test
    void securityInfo_comesBackEqual() {
        SecurityInfo off = info().standing(info().standing().off(Optional.of(AT)));
        SecurityInfo onAgain = off.standing(off.standing().off(Optional.empty()));

        for (SecurityInfo one : List.of(info(), off, onAgain)) {
            assertThat(InfoCodec.read(USER, 4, InfoCodec.write(one))).isEqualTo(one);
        }
        assertThat(onAgain.standing().ended()).contains(AT);
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
        state[0] = 2;
        info[0] = 2;

        assertThatIllegalStateException().isThrownBy(() -> codec.read(state)).withMessageContaining("form 2");
        assertThatIllegalStateException()
                .isThrownBy(() -> InfoCodec.read(USER, 1, info))
                .withMessageContaining("form 2");
    }
}
