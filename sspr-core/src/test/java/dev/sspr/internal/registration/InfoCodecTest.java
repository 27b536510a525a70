package dev.sspr.internal.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.internal.securityinfo.InfoCodec;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.RegistrationRecord;
import dev.sspr.internal.securityinfo.ResetHold;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.policy.HoldPolicy;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The stored form of security info: what an older release wrote demands by the date of its methods. */
@Tag("F2-S1")
class InfoCodecTest {
    private static final UserId USER = new UserId("u-alice");
    private static final Instant AT = Instant.parse("2026-01-05T09:00:00Z");
    private static final Instant LATER = AT.plus(Duration.ofDays(1));

    /** A mailbox that counts, an app disabled before it counts, and a phone that an undo would restore. */
    private static final String FORM_1 =
            "010200026d31000a656d61696c2d636f646500016100085645524946494544019b8d627a80019b8d627a80000100026d"
                    + "310005454d41494c0011616c696365406578616d706c652e6e65740000000002613100086170702d636f646500036170"
                    + "70000844495341424c4544019b8d627a80019b9288d68000000001000261310003010203010000000000000001000000"
                    + "0000000002010002613101019b8d627a800201019b8d6364e0000100000000000000030000000000000004019b92bfc5"
                    + "0001000273310008736d732d636f64650003736d7300085645524946494544019b8d627a80019b8d627a800001000273"
                    + "310003534d53000c2b333136313233343536373801000231320000000001019b8d6266f8";

    /** The same, with an app whose kind was demanded before. */
    private static final String FORM_2 =
            "020200026d31000a656d61696c2d636f646500016100085645524946494544019b8d627a80019b8d627a80000100026d"
                    + "310005454d41494c0011616c696365406578616d706c652e6e6574000000019b8d627a800002613100086170702d636f"
                    + "6465000361707000085645524946494544019b8d627a80019b9288d68000000001000261310003010203010000000000"
                    + "0000010000000000000002019b8d627a80010002613101019b8d627a800201019b8d6364e00001000000000000000300"
                    + "00000000000004019b92bfc50001000273310008736d732d636f64650003736d7300085645524946494544019b8d627a"
                    + "80019b8d627a800001000273310003534d53000c2b333136313233343536373801000231320000019b8d627a80000000"
                    + "01019b8d6266f8";

    /** Form 2 with a freeze and a hold after a recovery. */
    private static final String FORM_3 =
            "030200026d31000a656d61696c2d636f646500016100085645524946494544019b8d627a80019b8d627a80000100026d"
                    + "310005454d41494c0011616c696365406578616d706c652e6e6574000000019b8d627a800002613100086170702d636f"
                    + "6465000361707000085645524946494544019b8d627a80019b9288d68000000001000261310003010203010000000000"
                    + "0000010000000000000002019b8d627a80010002613101019b8d627a800201019b8d6364e00001000000000000000300"
                    + "00000000000004019b92bfc50001000273310008736d732d636f64650003736d7300085645524946494544019b8d627a"
                    + "80019b8d627a800001000273310003534d53000c2b333136313233343536373801000231320000019b8d627a80000000"
                    + "01019b8d627a8001019b8d627a80019b9288f1d8019b97af4dd8019b6e7c6dd8019b9288f1d801019b9288f1d8";

    private static SecurityInfo read(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        return InfoCodec.read(USER, 7, Arrays.copyOf(bytes, bytes.length + 100));
    }

    private static String written(SecurityInfo info) {
        return HexFormat.of().formatHex(InfoCodec.write(info)).replaceAll("(00)+$", "");
    }

    private static SecurityInfo inherited() {
        SecurityInfo old = read(FORM_1);
        RegisteredMethod app = old.method("a1").orElseThrow();
        return old.with(app.in(RegisteredMethod.State.VERIFIED).demandingFrom(AT));
    }

    @Test
    @DisplayName("F2-S1: in the old form a confirmed method demands from when it counts, whatever its state")
    void info_ofTheOldForm_demandsByDate() {
        SecurityInfo old = read(FORM_1);

        assertThat(old.demanded(AT).kinds()).isEqualTo(Set.of(MethodKind.EMAIL_CODE));
        assertThat(old.demanded(LATER.minusMillis(1)).kinds()).isEqualTo(Set.of(MethodKind.EMAIL_CODE));
        assertThat(old.demanded(LATER).kinds()).isEqualTo(Set.of(MethodKind.EMAIL_CODE, MethodKind.APP_CODE));
        assertThat(written(old)).isEqualTo(FORM_1);
    }

    @Test
    @DisplayName("F2-S1: an inherited demand is stored in a form of its own and comes back")
    void info_withAnInheritedDemand_hasItsOwnForm() {
        assertThat(written(inherited())).isEqualTo(FORM_2);
        assertThat(read(FORM_2)).isEqualTo(inherited());
        assertThat(read(FORM_2).demanded(AT).kinds()).isEqualTo(Set.of(MethodKind.EMAIL_CODE, MethodKind.APP_CODE));
    }

    @Test
    @DisplayName("F2-S1: a new method joins the demand of a removed one that an undo can still restore")
    void method_joinsTheDemandOfItsKind() {
        SecurityInfo old = read(FORM_1);
        RegisteredMethod phone = old.revertible().get(0).before().orElseThrow();
        RegisteredMethod next = phone.countingFrom(LATER);

        assertThat(old.demanding(next, AT).demandsFrom()).isEqualTo(AT);
        assertThat(old.demanding(next, AT.plusSeconds(90_000)).demandsFrom()).isEqualTo(LATER);
        assertThat(old.demanding(next, AT.minusMillis(1)).demandsFrom()).isEqualTo(LATER);
    }

    @Test
    @Tag("R-HOLD-3")
    @DisplayName("R-HOLD-3: a hold is stored in a form of its own, beside all that form 2 says, and comes back")
    void info_withAHold_hasItsOwnForm() {
        SecurityInfo held = inherited()
                .frozen(AT)
                .heldAfterReset(HoldPolicy.standard(), ResetHold.Cause.RECOVERY, LATER.plusSeconds(7));

        assertThat(written(held)).isEqualTo(FORM_3);
        assertThat(read(FORM_3)).isEqualTo(held);
        assertThat(read(FORM_1).heldAfterReset(HoldPolicy.standard(), ResetHold.Cause.RESET, LATER))
                .satisfies(info -> assertThat(read(written(info))).isEqualTo(info));
    }

    @Test
    @Tag("R-HOLD-3")
    @DisplayName("R-HOLD-3: whatever else changes, the hold stays")
    void hold_staysWhateverElseChanges() {
        SecurityInfo held = inherited().heldAfterReset(HoldPolicy.standard(), ResetHold.Cause.RESET, AT);
        RegistrationRecord record = held.record();

        assertThat(List.of(
                        record.reviewed(AT),
                        record.snoozed(Optional.of(AT)),
                        record.requiredAt(AT),
                        record.off(Optional.of(AT)),
                        record.off(Optional.empty()),
                        held.frozen(AT).record(),
                        held.frozen(AT).decided().record(),
                        held.requiredAgain(AT).record(),
                        held.unhindered(AT).record(),
                        held.preferring("a1").record(),
                        held.next().record()))
                .allSatisfy(next -> assertThat(next.hold()).isEqualTo(record.hold()));
        assertThat(record.hold()).isPresent();
    }

    @Test
    @Tag("R-HOLD-3")
    @DisplayName("R-HOLD-3: a further reset moves no end back and no date of what was there before on")
    void furtherReset_onlyStrengthens() {
        HoldPolicy week = HoldPolicy.standard().period(Duration.ofDays(7));
        HoldPolicy short1 = HoldPolicy.standard().period(Duration.ofHours(1)).lately(Duration.ZERO);
        SecurityInfo first = read(FORM_1).heldAfterReset(week, ResetHold.Cause.RECOVERY, AT);
        ResetHold begun = first.record().hold().orElseThrow();

        ResetHold next = first.heldAfterReset(short1, ResetHold.Cause.RESET, LATER)
                .record()
                .hold()
                .orElseThrow();
        ResetHold earlier = first.heldAfterReset(week, ResetHold.Cause.RESET, AT.minusSeconds(2))
                .record()
                .hold()
                .orElseThrow();
        ResetHold over = first.heldAfterReset(short1, ResetHold.Cause.RESET, begun.until())
                .record()
                .hold()
                .orElseThrow();

        assertThat(next).isEqualTo(new ResetHold(LATER, begun.until(), begun.lately(), LATER, Optional.of(AT)));
        assertThat(earlier.at()).as("another node's clock is behind").isEqualTo(AT);
        assertThat(earlier.until()).isEqualTo(begun.until());
        assertThat(over.lately()).isEqualTo(begun.until());
        assertThat(over.recovered()).isEmpty();
    }
}
