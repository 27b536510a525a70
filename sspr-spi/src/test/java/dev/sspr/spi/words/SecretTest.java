package dev.sspr.spi.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MessageText.Part;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.kit.Race;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R-LOG-1")
class SecretTest {
    private static final String TEXT = "correct horse";

    private static String read(Secret secret) {
        return secret.exposeTo(String::new);
    }

    @Test
    void of_arrayChangedLater_keepsTheText() {
        char[] chars = TEXT.toCharArray();
        Secret secret = Secret.of(chars);
        chars[0] = 'X';
        assertThat(read(secret)).isEqualTo(TEXT);
    }

    @Test
    void exposeTo_lendsACopyThatIsWipedAfterwards() {
        Secret secret = Secret.of(TEXT);
        char[] stolen = secret.exposeTo(chars -> {
            chars[0] = 'X';
            return chars;
        });
        assertThat(stolen).containsOnly('\0');
        assertThat(read(secret)).isEqualTo(TEXT);
    }

    @Test
    void exposeTo_readerThrows_wipesTheCopyToo() {
        char[][] stolen = new char[1][];
        Throwable thrown = catchThrowable(() -> Secret.of(TEXT).exposeTo(chars -> {
            stolen[0] = chars;
            throw new IllegalStateException();
        }));
        assertThat(thrown).isInstanceOf(IllegalStateException.class);
        assertThat(stolen[0]).containsOnly('\0');
    }

    @Test
    void wiped_cannotBeReadAndEqualsOnlyItself() {
        Secret secret = Secret.of(TEXT);
        Secret other = Secret.of(TEXT);
        secret.close();
        secret.wipe();
        assertThatThrownBy(() -> read(secret)).isInstanceOf(IllegalStateException.class);
        assertThat(secret).isNotEqualTo(other).isEqualTo(secret);
        assertThat(other).isNotEqualTo(secret);
        assertThat(secret.length()).isEqualTo(TEXT.length());
    }

    @Test
    void equals_comparesTheText() {
        assertThat(Secret.of(TEXT)).isEqualTo(Secret.of(TEXT)).hasSameHashCodeAs(Secret.of(TEXT));
        for (String other : List.of("", "correct hors", "correct horsE", "Correct horse", "correct horse ")) {
            assertThat(Secret.of(TEXT)).isNotEqualTo(Secret.of(other));
        }
        assertThat(Secret.of(TEXT).equals((Object) TEXT)).isFalse();
    }

    @Test
    void hashCode_tellsTheLengthOnly() {
        assertThat(Secret.of("12345678")).hasSameHashCodeAs(Secret.of("00000000"));
    }

    @Test
    void secret_isNotSerializable() {
        assertThat(Serializable.class.isAssignableFrom(Secret.class)).isFalse();
    }

    @Test
    void toString_ofEverythingAroundIt_hidesTheText() {
        Secret secret = Secret.of("07316482");
        Destination to = new Destination("d", Channel.EMAIL, "anna@example.com");
        for (Object holder : List.of(
                secret,
                new Response.Typed(secret),
                new Response.Link(secret),
                new MfaVerifier.PreparedChallenge.CodeToSend(to, secret, Optional.of(secret)),
                new MessageContent.ResetCode(secret, Optional.of(secret), Optional.of(secret), Instant.EPOCH),
                new Part.Code(secret),
                new Part.Link("label", secret))) {
            assertThat(holder.toString()).doesNotContain("07316482").doesNotContain("anna@");
        }
    }

    @Test
    void wipe_whileOthersRead_givesTheTextOrAnException() {
        for (int round = 0; round < 200; round++) {
            Secret secret = Secret.of(TEXT);
            List<String> seen = Race.run(4, i -> {
                if (i == 0) {
                    secret.wipe();
                    return TEXT;
                }
                try {
                    return read(secret);
                } catch (IllegalStateException e) {
                    return TEXT;
                }
            });
            assertThat(seen).containsOnly(TEXT);
        }
    }
}
