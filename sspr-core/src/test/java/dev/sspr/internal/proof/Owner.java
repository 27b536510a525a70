package dev.sspr.internal.proof;

import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.StartResult;
import dev.sspr.flow.UnavailableException;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.Destination;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MethodKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The honest owner of an account: does what the page says, types what the message says, comes back after a failure. */
final class Owner {
    private final World world;
    private final List<FlowHandle> handles = new ArrayList<>();
    private Optional<FlowHandle> current = Optional.empty();
    private boolean proved;

    Owner(World world) {
        this.world = world;
    }

    /** Every handle the owner was ever given. */
    List<FlowHandle> handles() {
        return handles;
    }

    /** Comes back every minute, while the node sweeps, until the password is set; gives up after half an hour. */
    boolean finishes(PasswordReset reset) {
        for (int visit = 0; visit < 30; visit++) {
            if (visits(reset)) {
                return true;
            }
            minute(reset);
        }
        return false;
    }

    /** A minute goes by, and the node does what is overdue. */
    void minute(PasswordReset reset) {
        world.clock.advance(Duration.ofSeconds(61));
        try {
            reset.sweep();
        } catch (UnavailableException e) {
            // the next sweep is due in a while
            return;
        } finally {
            world.executor.runAll();
        }
    }

    private boolean visits(PasswordReset reset) {
        try {
            return goesOn(reset);
        } catch (UnavailableException e) {
            return false;
        }
    }

    private boolean goesOn(PasswordReset reset) {
        if (current.isEmpty() && !begins(reset)) {
            return false;
        }
        FlowHandle handle = current.orElseThrow();
        return switch (reset.status(handle)) {
            case DONE -> true;
            case IN_PROGRESS, WAITING_PERIOD -> false;
            case UNKNOWN, ENDED -> {
                current = Optional.empty();
                yield false;
            }
            case PROVEN -> chooses(reset, handle);
            case WAITING_FOR_PROOF -> proves(reset, handle) && chooses(reset, handle);
        };
    }

    private boolean begins(PasswordReset reset) {
        StartResult result = reset.start("alice", FlowContext.of(Locale.ENGLISH));
        if (result instanceof StartResult.Started started) {
            handles.add(started.handle());
            proved = false;
            current = Optional.of(started.handle());
        }
        world.executor.runAll();
        return current.isPresent();
    }

    private boolean proves(PasswordReset reset, FlowHandle handle) {
        AnswerResult mail = types(reset, handle, World.MAIL);
        AnswerResult last =
                mail instanceof AnswerResult.MoreNeeded || proved ? types(reset, handle, World.PHONE) : mail;
        proved |= mail instanceof AnswerResult.MoreNeeded;
        if (last instanceof AnswerResult.Proven) {
            return true;
        }
        if (!proved || reset.choose(handle, MethodKind.SMS_CODE) instanceof Refused) {
            reset.resend(handle);
        }
        world.executor.runAll();
        return false;
    }

    private AnswerResult types(PasswordReset reset, FlowHandle handle, Destination to) {
        return world.notifier
                .lastTo(to)
                .filter(message -> message.content() instanceof MessageContent.ResetCode)
                .map(message -> reset.answer(handle, ((MessageContent.ResetCode) message.content()).code()))
                .orElse(Refused.of(Refusal.NOT_NOW));
    }

    private boolean chooses(PasswordReset reset, FlowHandle handle) {
        boolean done = reset.complete(handle, World.NEW) instanceof CompleteResult.Done;
        world.executor.runAll();
        return done;
    }
}
