package dev.sspr.register;

import dev.sspr.spi.MethodKind;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/** What a host does about security info after its own sign-in (REG-02, REG-09, CAM-01). */
public sealed interface SignInAdvice {
    /** Nothing to do. */
    record Nothing() implements SignInAdvice {}

    /**
     * The person should register, and may put it off.
     *
     * @param missing how many methods are missing, 1 or more
     * @param kinds which would do, the strongest first
     * @param snoozesLeft how often it may still be put off; empty for any number
     */
    record MaySnooze(int missing, List<MethodKind> kinds, OptionalInt snoozesLeft) implements SignInAdvice {
        /** Copies the list. */
        public MaySnooze {
            kinds = List.copyOf(kinds);
        }
    }

    /**
     * The person must register before going on.
     *
     * @param missing how many methods are missing, 1 or more
     * @param kinds which would do, the strongest first
     * @param why why it cannot be put off
     */
    record MustRegister(int missing, List<MethodKind> kinds, Why why) implements SignInAdvice {
        /** Why it cannot be put off. */
        public enum Why {
            /** It was put off as often as it may be. */
            NO_SNOOZES_LEFT,
            /** The help desk requires it. */
            REQUIRED
        }

        /** Copies the list. */
        public MustRegister {
            kinds = List.copyOf(kinds);
        }
    }

    /**
     * The person should look through the security info and say that it is still right.
     *
     * @param lastReviewed when that was last done
     */
    record Reconfirm(Instant lastReviewed) implements SignInAdvice {}
}
