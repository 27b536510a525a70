package dev.sspr.internal.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sspr.fixture.HelpDeskFixture;
import dev.sspr.spi.AdminAction;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A notice as bytes: what was written is read, by this release and all that follow. */
class PendingAdminNoticeCodecTest {
    private static final Instant AT = Instant.ofEpochMilli(1_767_603_600_123L);
    private static final PendingAdminNotice OWED = PendingAdminNotice.before(
            HelpDeskFixture.ANNA,
            AdminAction.TURN_OFF,
            AT,
            Locale.forLanguageTag("nl-BE"),
            List.of(HelpDeskFixture.MAIL, HelpDeskFixture.PHONE));

    /** The form of version 1, which later releases read. */
    private static final String FORM_1 =
            "010006752d616e6e6100085455524e5f4f4646019b8d627afb00056e6c2d42450200026d310005454d41494c001061"
                    + "6e6e61406578616d706c652e6f7267000270310003534d53000c2b333136313233343536373800019b8d644fbb";

    private final PendingAdminNoticeCodec codec = new PendingAdminNoticeCodec();

    @Test
    void form1_isWrittenAndRead() {
        byte[] body = codec.write(OWED);

        assertThat(HexFormat.of().formatHex(body).replaceFirst("(00)+$", "")).isEqualTo(FORM_1);
        assertThat(codec.read(body)).isEqualTo(OWED);
    }

    @Test
    void whatIsOwed_isDueAfterTheDeed_andForgottenAfterAWeek() {
        assertThat(codec.wakeAt(OWED)).contains(AT.plus(Duration.ofMinutes(2)));
        assertThat(codec.wakeAt(OWED.nothing())).isEmpty();
        assertThat(codec.keepUntil(OWED)).isEqualTo(AT.plus(Duration.ofDays(7)));
    }

    @Test
    void unknownForm_isRefusedByName() {
        assertThatIllegalStateException()
                .isThrownBy(() -> codec.read(new byte[] {2}))
                .withMessage("a stored notice has form 2, this release reads 1");
    }
}
