package dev.sspr.internal.engine;

import dev.sspr.policy.Limits;
import dev.sspr.spi.Channel;
import dev.sspr.spi.CounterKey;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Notice;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The limits of messages to one mailbox or line, to one account and to one range of numbers, over all flows (R-RATE-9,
 * R-RATE-10).
 */
public final class SendLimits {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofHours(24);
    /** The allowed difference of node clocks, so that a resend at the exact second succeeds. */
    private static final Duration SKEW = Duration.ofSeconds(2);
    /** The digits of a range: a country, or a part of a large one. */
    private static final int PREFIX = 4;

    private SendLimits() {}

    /** Returns the limits of one mailbox or line, the pause between two messages first. */
    public static List<RateLimit> lines(RateLimiter limiter, Limits limits, Destination to) {
        return lines(limiter, limits, to, Budget.MESSAGES);
    }

    /** Returns all limits of a message of an anonymous flow: of its destination, its account and its prefix. */
    public static List<RateLimit> all(RateLimiter limiter, Limits limits, Destination to, UserId user) {
        List<RateLimit> all = new ArrayList<>(lines(limiter, limits, to));
        all.add(account(limiter, limits, to, user, Budget.MESSAGES_TO_ACCOUNT));
        prefix(limiter, limits, to).ifPresent(all::add);
        return all;
    }

    /**
     * Returns all limits of a message of a registration, whose account only its signed-in owner can use up. A mailbox or
     * line has separate limits for registrations, because any user can name it: they cannot use up the codes with which its
     * owner resets (V-LOCK-2, R-RATE-12). Only the pause between two messages is shared.
     */
    public static List<RateLimit> registering(RateLimiter limiter, Limits limits, Destination to, UserId user) {
        List<RateLimit> all = new ArrayList<>(lines(limiter, limits, to).subList(0, 1));
        all.addAll(lines(limiter, limits, to, Budget.MESSAGES_OF_REGISTRATION_TO_LINE)
                .subList(1, 3));
        all.add(account(limiter, limits, to, user, Budget.MESSAGES_OF_REGISTRATION));
        prefix(limiter, limits, to).ifPresent(all::add);
        return all;
    }

    /** Returns separate limits for flows of the help desk, which an attacker cannot use up (R-RATE-12). */
    public static List<RateLimit> helped(RateLimiter limiter, Limits limits, Destination to) {
        List<RateLimit> all = new ArrayList<>(lines(limiter, limits, to, Budget.MESSAGES_OF_HELP_DESK));
        prefix(limiter, limits, to).ifPresent(all::add);
        return all;
    }

    /** Returns the limit of an account, for all its mailboxes, or for all its lines, together. */
    public static RateLimit account(RateLimiter limiter, Limits limits, Destination to, UserId user, Budget whose) {
        boolean mail = to.channel() == Channel.EMAIL;
        return RateLimit.spreadOverDay(
                limiter.key(whose, user.value() + (mail ? "/mail" : "/text")),
                mail ? limits.mailsPerAccountPerDay() : limits.textsPerAccountPerDay());
    }

    /**
     * Returns the limit of the notices of recoveries that one address of an account gets, of the start and of the end
     * apart. No other message can use it up, so the first and the last notice of a recovery are reserved (R-RATE-12).
     */
    public static RateLimit recoveryNotices(
            RateLimiter limiter, Limits limits, Destination to, UserId user, Notice.RecoveryStarted.Stage stage) {
        return RateLimit.sliding(
                limiter.key(Budget.RECOVERY_NOTICES, user.value() + "/" + to.endpoint() + "/" + stage.name()),
                to.channel() == Channel.EMAIL ? limits.mailsPerDay() : limits.textsPerDay(),
                DAY);
    }

    /** Returns the limit of a range of numbers and a cost class: texts and calls are counted apart. */
    private static Optional<RateLimit> prefix(RateLimiter limiter, Limits limits, Destination to) {
        if (to.channel() == Channel.EMAIL) {
            return Optional.empty();
        }
        String digits = to.address().substring(1);
        String range = digits.substring(0, Math.min(PREFIX, digits.length()));
        return Optional.of(RateLimit.fixed(
                limiter.key(Budget.MESSAGES_TO_PREFIX, to.channel() + "/" + range),
                limits.textsPerPrefixPerDay(),
                DAY));
    }

    private static List<RateLimit> lines(RateLimiter limiter, Limits limits, Destination to, Budget whose) {
        boolean mail = to.channel() == Channel.EMAIL;
        CounterKey key = limiter.key(whose, to.endpoint());
        return List.of(
                RateLimit.sliding(key, 1, limits.sendGap().minus(SKEW)),
                RateLimit.sliding(
                        RateLimiter.beside(key, 1), mail ? limits.mailsPerHour() : limits.textsPerHour(), HOUR),
                RateLimit.spreadOverDay(
                        RateLimiter.beside(key, 2), mail ? limits.mailsPerDay() : limits.textsPerDay()));
    }
}
