package dev.sspr.internal.verification.work;

import dev.sspr.internal.engine.Applied;
import dev.sspr.internal.engine.Effect;
import dev.sspr.internal.engine.Step;
import dev.sspr.internal.engine.StoredState;
import dev.sspr.internal.verification.state.AwaitingResponse;
import dev.sspr.internal.verification.state.FlowEnded;
import dev.sspr.internal.verification.state.FlowHeader;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.internal.verification.state.Identifying;
import dev.sspr.internal.verification.state.Subject;
import dev.sspr.internal.verification.state.Waiting;
import dev.sspr.internal.verification.state.WaitingPeriod;
import dev.sspr.spi.Account;
import dev.sspr.spi.Channel;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MethodKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The work of a flow away from the caller's thread; safe at any time, on any node, twice at once. */
public final class BackgroundTask {
    private final FlowServices services;
    private final AccountResolver resolver;
    private final ChallengeSender sender;
    private final CommitFollowUp followUp;
    private final WaitingPeriodNotices notices;

    public BackgroundTask(FlowServices services) {
        this.services = services;
        this.resolver = new AccountResolver(services);
        this.sender = new ChallengeSender(services);
        this.followUp = new CommitFollowUp(services);
        this.notices = new WaitingPeriodNotices(services);
    }

    public void run(FlowId flow) {
        services.runner.load(flow).ifPresent(this::proceed);
    }

    private void proceed(StoredState<FlowState> found) {
        FlowState state = found.state();
        boolean live = services.guards.live(state.header(), services.now());
        if (!live && (state instanceof Identifying || state instanceof AwaitingResponse || state instanceof Waiting)) {
            services.runner.apply(found, now -> now.end(FlowEnded.Why.EXPIRED, services.guards, services.now()));
        } else if (state instanceof Identifying identifying) {
            identify(found, identifying);
        } else if (state instanceof Waiting waiting) {
            notices.proceed(found, waiting);
        } else if (state instanceof AwaitingResponse awaitingResponse) {
            if (awaitingResponse.wanted().isPresent()) {
                ask(found, awaitingResponse, awaitingResponse.wanted().get());
            } else {
                sendAgain(found, awaitingResponse);
            }
        } else {
            followUp.proceed(found);
        }
    }

    /** Resolves the account and, in the same step, issues the challenge that is asked for. */
    private void identify(StoredState<FlowState> found, Identifying identifying) {
        AccountResolver.Identity identity = resolver.of(identifying.login());
        Optional<WaitingPeriod> waitingPeriod = services.flowKind.waitingPeriod();
        if (waitingPeriod.isPresent()) {
            services.runner.apply(
                    found,
                    identity.owner(),
                    state -> state.waitsFor(identity.subject(), waitingPeriod.get(), services.now()));
            return;
        }
        Optional<Account> provable = services.guards.real(identity.subject()) ? identity.account() : Optional.empty();
        AwaitingResponse seen =
                (AwaitingResponse) identifying.identified(identity.subject()).next();
        Optional<ChallengeSender.Prepared> prepared =
                identifying.wanted().map(kind -> sender.prepare(found.id(), seen, provable, kind));
        Optional<Applied<FlowState, Progress>> applied = services.runner.apply(
                found,
                identity.owner(),
                state -> identified(state, identity.subject(), prepared, identifying.header()));
        if (applied.isEmpty() || applied.get().answer() == Progress.NOTHING) {
            return;
        }
        AwaitingResponse awaitingResponse =
                (AwaitingResponse) applied.get().now().state();
        if (applied.get().answer() == Progress.ASKED) {
            Locale locale = locale(identity.account(), awaitingResponse);
            prepared.ifPresent(one -> sender.deliver(applied.get().now(), awaitingResponse, locale, one));
        }
        identity.whyNot().ifPresent(why -> explain(found.id(), awaitingResponse, identity.account(), why));
    }

    /** The change that one run has made; only the run that made it sends the messages. */
    private enum Progress {
        NOTHING,
        IDENTIFIED,
        ASKED
    }

    private static Step<FlowState, Progress> identified(
            FlowState state, Subject subject, Optional<ChallengeSender.Prepared> prepared, FlowHeader seen) {
        Step<FlowState, Boolean> first = state.identified(subject);
        if (!first.answer() || prepared.isEmpty()) {
            return new Step<>(first.next(), first.answer() ? Progress.IDENTIFIED : Progress.NOTHING, first.effects());
        }
        Step<FlowState, Boolean> second = first.next().challenged(prepared.get().pendingChallenge(), seen.sends());
        List<Effect> both = new ArrayList<>(first.effects());
        both.addAll(second.effects());
        return new Step<>(second.next(), second.answer() ? Progress.ASKED : Progress.IDENTIFIED, both);
    }

    private Optional<Account> account(AwaitingResponse awaitingResponse) {
        return services.guards.real(awaitingResponse.subject())
                ? services.environment.users().load(awaitingResponse.subject().user())
                : Optional.empty();
    }

    /** Retries the pending challenge's message if it is due. */
    private void sendAgain(StoredState<FlowState> found, AwaitingResponse awaitingResponse) {
        if (awaitingResponse
                .delivery()
                .filter(delivery -> services.guards.sendsAgain(delivery, services.now()))
                .isEmpty()) {
            return;
        }
        Optional<Account> account = account(awaitingResponse);
        sender.deliver(
                found,
                awaitingResponse,
                locale(account, awaitingResponse),
                sender.again(
                        found.id(),
                        awaitingResponse,
                        awaitingResponse.pendingChallenge().orElseThrow(),
                        account));
    }

    private void ask(StoredState<FlowState> found, AwaitingResponse awaitingResponse, MethodKind kind) {
        Optional<Account> account = account(awaitingResponse);
        ChallengeSender.Prepared prepared = sender.prepare(found.id(), awaitingResponse, account, kind);
        Optional<Applied<FlowState, Boolean>> applied = services.runner.apply(
                found,
                state -> state.challenged(
                        prepared.pendingChallenge(), awaitingResponse.header().sends()));
        if (applied.isPresent() && applied.get().answer()) {
            sender.deliver(applied.get().now(), awaitingResponse, locale(account, awaitingResponse), prepared);
        }
    }

    /** Explains to the account's own mailbox, and nowhere else, why it cannot be reset (R-ENUM-9). */
    private void explain(
            FlowId flow,
            AwaitingResponse awaitingResponse,
            Optional<Account> account,
            MessageContent.ResetNotPossible.Reason why) {
        account.stream()
                .flatMap(one -> services.addresses(one).stream())
                .filter(to -> to.channel() == Channel.EMAIL)
                .findFirst()
                .ifPresent(to -> sender.send(
                        flow,
                        awaitingResponse.subject(),
                        "why-not",
                        to,
                        services.flowKind.notPossible(why),
                        locale(account, awaitingResponse),
                        awaitingResponse.header().deadline()));
    }

    static Locale locale(Optional<Account> account, FlowState state) {
        return account.flatMap(Account::locale).orElse(state.header().locale());
    }
}
