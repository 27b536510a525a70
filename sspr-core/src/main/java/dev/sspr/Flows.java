package dev.sspr;

import dev.sspr.flow.OpenFlow;
import dev.sspr.internal.change.ChangeFlow;
import dev.sspr.internal.lockout.LockoutService;
import dev.sspr.internal.recovery.RecoveryFlow;
import dev.sspr.internal.registration.RegistrationFlow;
import dev.sspr.internal.reset.ResetFlow;
import dev.sspr.internal.unlock.UnlockFlow;
import dev.sspr.internal.verification.VerificationFlow;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.UserId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The flows that a host has configured. */
record Flows(
        ResetFlow reset,
        LockoutService lockout,
        Optional<UnlockFlow> unlock,
        Optional<ChangeFlow> change,
        Optional<RecoveryFlow> recovery,
        Optional<RegistrationFlow> registration) {
    /** Returns the open flows of an account, except resets and registrations. */
    List<OpenFlow> open(UserId user) {
        List<OpenFlow> open = new ArrayList<>();
        unlock.ifPresent(flow -> open.addAll(flow.open(user)));
        change.ifPresent(flow -> open.addAll(flow.open(user)));
        recovery.ifPresent(flow -> open.addAll(flow.open(user)));
        return open;
    }

    /** What goes on with a flow, by its purpose. */
    Map<Purpose, Consumer<FlowId>> tasks() {
        Map<Purpose, Consumer<FlowId>> tasks = new EnumMap<>(Purpose.class);
        Stream.<Optional<? extends VerificationFlow>>of(Optional.of(reset), unlock, change, recovery)
                .flatMap(Optional::stream)
                .forEach(flow -> tasks.put(flow.purpose(), flow::goOn));
        registration.ifPresent(flow -> tasks.put(Purpose.REGISTER, flow::goOn));
        return tasks;
    }
}
