package dev.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.sspr.fixture.ResetFixture;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.internal.reset.ResetFlow;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A null argument is a NullPointerException before the host is asked anything, wherever the flow stands. */
class NullInputTest {
    /** Where a flow stands. */
    enum Stand {
        WAITING,
        PROVEN,
        DONE,
        UNKNOWN
    }

    private final AtomicInteger calls = new AtomicInteger();
    private final ResetFixture fixture = new ResetFixture().withAlice().through(call -> {
        calls.incrementAndGet();
        return call.go();
    });
    private final ResetFlow reset = fixture.reset();

    private FlowHandle handleAt(Stand stand) {
        if (stand == Stand.UNKNOWN) {
            return FlowHandle.of("");
        }
        FlowHandle handle = stand == Stand.WAITING ? fixture.started(reset, "alice") : fixture.proven(reset);
        if (stand == Stand.DONE) {
            reset.complete(handle, ResetFixture.NEW);
            fixture.executor.runAll();
        }
        return handle;
    }

    @ParameterizedTest
    @EnumSource(Stand.class)
    void argument_null_isRefusedBeforeAnything(Stand stand) {
        FlowHandle handle = handleAt(stand);
        calls.set(0);

        Stream.<ThrowingCallable>of(
                        () -> reset.start(null, FlowContext.of(Locale.ENGLISH)),
                        () -> reset.start("alice", null),
                        () -> reset.choose(null, MethodKind.EMAIL_CODE),
                        () -> reset.choose(handle, null),
                        () -> reset.resend(null),
                        () -> reset.answer(null, Secret.of("x")),
                        () -> reset.answer(handle, (Secret) null),
                        () -> reset.answer(handle, (Response) null),
                        () -> reset.prompt(null),
                        () -> reset.answerLink(null, Secret.of("x")),
                        () -> reset.answerLink(handle, null),
                        () -> reset.open(null, Optional.empty()),
                        () -> reset.open(handle.secret(), null),
                        () -> reset.continueHere(null),
                        () -> reset.report(null),
                        () -> reset.complete(null, ResetFixture.NEW),
                        () -> reset.complete(handle, null),
                        () -> reset.cancel(null),
                        () -> reset.status(null))
                .forEach(call -> assertThatNullPointerException().isThrownBy(call));

        assertThat(calls).hasValue(0);
    }

    @Test
    void context_null_isRefused() {
        assertThatNullPointerException().isThrownBy(() -> FlowContext.of((Locale) null));
        assertThatNullPointerException().isThrownBy(() -> FlowContext.of(Locale.ENGLISH, null));
        assertThatNullPointerException().isThrownBy(() -> FlowHandle.of((String) null));
    }
}
