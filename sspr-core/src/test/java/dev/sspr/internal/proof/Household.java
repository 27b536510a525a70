package dev.sspr.internal.proof;

import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.ResetPolicy;
import dev.sspr.flow.ResetPolicy.MethodRule;
import dev.sspr.flow.ResetPolicy.Use;
import dev.sspr.flow.StartResult;
import dev.sspr.internal.engine.Budget;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Privilege;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** One account of each class that an anonymous caller must not tell apart, and what such a caller may do. */
final class Household {
    private static final Secret WRONG = Secret.of("AAAAAAAAAA");
    private static final Duration DAY = Duration.ofHours(25);

    /** The classes of security section 6(a). */
    enum Kind {
        REGISTERED('a'),
        UNKNOWN('b'),
        NOTHING_REGISTERED('c'),
        LOCKED('d'),
        DISABLED('e'),
        OLD_HASH('f'),
        OVER_SEND_BUDGET('g');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        /** Names of one length: the length is the caller's own. */
        LoginName login() {
            return new LoginName("person-" + letter);
        }

        Destination mail() {
            return new Destination("mailbox-" + letter + "01234", Channel.EMAIL, "person" + letter + "@example.org");
        }

        /** Ids as most hosts have them: a UUID. */
        UserId id() {
            return new UserId(new UUID(77, letter).toString());
        }
    }

    final World world = new World();
    private final FlowContext context;
    private Instant today = TestClock.START;

    Household(Locale locale) {
        this.context = FlowContext.of(locale);
        world.policy = new ResetPolicy(
                1,
                2,
                List.of(
                        new MethodRule(MethodKind.EMAIL_CODE, Use.ALONE),
                        new MethodRule(MethodKind.SMS_CODE, Use.ALONE_RISK_ACKNOWLEDGED)),
                Duration.ofMinutes(15));
        for (Kind kind : Kind.values()) {
            if (kind != Kind.UNKNOWN) {
                world.users.add(account(kind), World.OLD, kind.login());
            }
        }
    }

    private static Account account(Kind kind) {
        AccountStatus status = switch (kind) {
            case LOCKED -> AccountStatus.LOCKED;
            case DISABLED -> AccountStatus.DISABLED;
            default -> AccountStatus.ACTIVE;
        };
        return new Account(
                kind.id(),
                status,
                Privilege.ORDINARY,
                Generation.of(1),
                Optional.empty(),
                kind == Kind.NOTHING_REGISTERED ? List.of() : List.of(kind.mail()),
                List.of());
    }

    /** Another day, on which all budgets are whole but one. */
    void nextDay() {
        today = today.plus(DAY);
        world.clock.set(today);
        world.notifier.clear();
        world.audit.clear();
        Budget budget = new Budget(world.counters, world.keys().digest(), world.clock);
        budget.charge(List.of(
                new Budget.Line(budget.key("send", Kind.OVER_SEND_BUDGET.mail().endpoint()), 1, Duration.ofHours(24))));
    }

    /** What a caller does in a day, each act observed in some way. */
    <T> Map<String, T> acts(Face reset, Kind kind, Function<Supplier<?>, T> observed) {
        world.clock.set(today);
        Map<String, T> seen = new LinkedHashMap<>();
        StartResult[] begun = new StartResult[1];
        seen.put(
                "start",
                observed.apply(() -> begun[0] = reset.start(kind.login().value(), context)));
        FlowHandle handle = ((StartResult.Started) begun[0]).handle();
        world.executor.runAll();
        seen.put("guess before choosing", observed.apply(() -> reset.answer(handle, WRONG)));
        seen.put("choose", observed.apply(() -> reset.choose(handle, MethodKind.EMAIL_CODE)));
        world.executor.runAll();
        seen.put("guess", observed.apply(() -> reset.answer(handle, WRONG)));
        seen.put("guess again", observed.apply(() -> reset.answer(handle, WRONG)));
        seen.put("resend at once", observed.apply(() -> reset.resend(handle)));
        seen.put("password", observed.apply(() -> reset.complete(handle, World.NEW)));
        world.clock.advance(Duration.ofSeconds(61));
        seen.put("resend", observed.apply(() -> reset.resend(handle)));
        world.executor.runAll();
        seen.put("guess after resend", observed.apply(() -> reset.answer(handle, WRONG)));
        seen.put("choose another", observed.apply(() -> reset.choose(handle, MethodKind.SMS_CODE)));
        world.executor.runAll();
        seen.put("guess another", observed.apply(() -> reset.answer(handle, WRONG)));
        seen.put("status", observed.apply(() -> reset.status(handle)));
        world.clock.set(today.plus(Duration.ofMinutes(15)));
        seen.put("guess too late", observed.apply(() -> reset.answer(handle, WRONG)));
        seen.put("resend too late", observed.apply(() -> reset.resend(handle)));
        return seen;
    }
}
