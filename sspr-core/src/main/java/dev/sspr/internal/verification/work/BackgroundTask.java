package dev.sspr.internal.verification.work;

import dev.sspr.internal.engine.Applied;
import dev.sspr.internal.engine.Effect;
import dev.sspr.internal.engine.Step;
import dev.sspr.internal.engine.StoredState;
import dev.sspr.internal.messages.Recipient;
import dev.sspr.internal.verification.state.AwaitingResponse;
import dev.sspr.internal.verification.state.FlowEnded;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.internal.verification.state.Identifying;
import dev.sspr.internal.verification.state.PendingChallenge;
import dev.sspr.internal.verification.state.Proof;
import dev.sspr.internal.verification.state.Publication;
import dev.sspr.internal.verification.state.Subject;
import dev.sspr.internal.verification.state.Waiting;
import dev.sspr.internal.verification.state.WaitingPeriod;
import dev.sspr.spi.Account;
import dev.sspr.spi.Channel;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MethodKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The work of a flow away from the caller's thread; safe at any time, on any node, twice at once. What a look-up finds is
 * stored at the time of its publication, which is the same for every name (F2-S5).
 */
public final class BackgroundTask {
    private final FlowServices services;
    private final Executor sends;
    private final AccountResolver resolver;
    private final ChallengeSender sender;
    private final CommitFollowUp followUp;
    private final WaitingPeriodNotices notices;

    /** Makes the work of a flow kind; {@code sends} runs what waits for a notifier. */
    public BackgroundTask(FlowServices services, Executor sends) {
        this.services = services;
        this.sends = sends;
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
        } else if (state instanceof AwaitingResponse asked
                && asked.wanted().isPresent()
                && asked.next().isEmpty()) {
            ask(found, asked, asked.wanted().get());
        } else {
            sends.execute(() -> services.runner.load(found.id()).ifPresent(this::send));
        }
    }

    /** Sends what is due by now: the task may have waited for a thread. */
    private void send(StoredState<FlowState> found) {
        if (found.state() instanceof Waiting waiting) {
            notices.proceed(found, waiting);
        } else if (found.state() instanceof AwaitingResponse awaitingResponse) {
            sendAgain(found, awaitingResponse);
        } else {
            followUp.proceed(found);
        }
    }

    /** Resolves the account and, in the same step, issues the challenge that is asked for. */
    private void identify(StoredState<FlowState> found, Identifying identifying) {
        AccountResolver.Identity identity = resolver.of(identifying.login());
        Instant at = publication(identifying.askedAt(), List.of());
        Optional<WaitingPeriod> waitingPeriod = services.flowKind.waitingPeriod();
        if (waitingPeriod.isPresent()) {
            publish(
                    at,
                    () -> services.runner.apply(
                            found,
                            identity.owner(),
                            state -> state.waitsFor(identity.subject(), waitingPeriod.get(), services.now())));
            return;
        }
        Optional<Account> provable = services.guards.real(identity.subject()) ? identity.account() : Optional.empty();
        AwaitingResponse seen =
                (AwaitingResponse) identifying.identified(identity.subject()).next();
        Optional<Ask> ask = identifying
                .wanted()
                .map(kind -> new Ask(
                        sender.prepare(found.id(), seen, provable, kind, at),
                        identifying.header().sends(),
                        at));
        publish(at, () -> store(found, identity, ask));
    }

    private void store(StoredState<FlowState> found, AccountResolver.Identity identity, Optional<Ask> ask) {
        Optional<Applied<FlowState, Progress>> applied =
                services.runner.apply(found, identity.owner(), state -> identified(state, identity.subject(), ask));
        if (applied.isEmpty() || applied.get().answer() == Progress.NOTHING) {
            return;
        }
        AwaitingResponse awaitingResponse =
                (AwaitingResponse) applied.get().now().state();
        if (applied.get().answer() != Progress.IDENTIFIED) {
            ask.ifPresent(one -> deliver(found.id(), one, recipient(identity.account(), awaitingResponse)));
        }
        if (applied.get().answer() != Progress.ASKED_LATER) {
            identity.whyNot()
                    .ifPresent(
                            why -> sends.execute(() -> explain(found.id(), awaitingResponse, identity.account(), why)));
        }
    }

    /** A prepared challenge, the request it answers, and its publication. */
    private record Ask(ChallengeSender.Prepared prepared, int sends, Instant at) {
        Step<FlowState, Boolean> issued(FlowState state, FlowServices services) {
            return services.guards.published(at, services.now())
                    ? state.challenged(prepared.pendingChallenge(), sends)
                    : state.prepared(new Publication(prepared.pendingChallenge(), at), sends);
        }
    }

    /** The change that one run has made; only the run that made it sends the messages. */
    private enum Progress {
        NOTHING,
        IDENTIFIED,
        ASKED,
        /** An earlier run has identified the account. */
        ASKED_LATER
    }

    private Step<FlowState, Progress> identified(FlowState state, Subject subject, Optional<Ask> ask) {
        boolean before =
                state instanceof AwaitingResponse awaiting && awaiting.subject().equals(subject);
        Step<FlowState, Boolean> first = before ? Step.to(state, true) : state.identified(subject);
        if (!first.answer() || ask.isEmpty()) {
            boolean now = first.answer() && !before;
            return new Step<>(first.next(), now ? Progress.IDENTIFIED : Progress.NOTHING, first.effects());
        }
        Step<FlowState, Boolean> second = ask.get().issued(first.next(), services);
        List<Effect> both = new ArrayList<>(first.effects());
        both.addAll(second.effects());
        Progress asked = before ? Progress.ASKED_LATER : Progress.ASKED;
        Progress unasked = before ? Progress.NOTHING : Progress.IDENTIFIED;
        return new Step<>(second.next(), second.answer() ? asked : unasked, both);
    }

    private Instant publication(Instant request, List<Proof> proofs) {
        return Publication.after(request, services.publicationDelay(proofs), services.now());
    }

    /** Stores a result at the time of its publication, or earlier if the workers cannot wait: then the state hides it. */
    private void publish(Instant at, Runnable store) {
        Instant now = services.now();
        if (at.isAfter(now)) {
            services.environment.executor().publish(Duration.between(now, at), store);
        } else {
            store.run();
        }
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
                recipient(account, awaitingResponse),
                sender.again(
                        found.id(), awaitingResponse, awaitingResponse.newest().orElseThrow(), account));
    }

    private void ask(StoredState<FlowState> found, AwaitingResponse awaitingResponse, MethodKind kind) {
        Instant at = publication(awaitingResponse.askedAt(), awaitingResponse.proofs());
        Optional<Account> account = account(awaitingResponse);
        Ask ask = new Ask(
                sender.prepare(found.id(), awaitingResponse, account, kind, at),
                awaitingResponse.header().sends(),
                at);
        publish(at, () -> {
            Optional<Applied<FlowState, Boolean>> applied =
                    services.runner.apply(found, state -> ask.issued(state, services));
            if (applied.isPresent() && applied.get().answer()) {
                deliver(found.id(), ask, recipient(account, awaitingResponse));
            }
        });
    }

    /** Sends a challenge's message, unless the sweeper or a later request was faster. */
    private void deliver(FlowId flow, Ask ask, Recipient recipient) {
        PendingChallenge put = ask.prepared().pendingChallenge();
        if (put.delivery().isPresent()) {
            sends.execute(() -> services.runner
                    .load(flow)
                    .filter(found -> found.state() instanceof AwaitingResponse now
                            && now.header().sends() == ask.sends()
                            && now.newest().equals(Optional.of(put)))
                    .ifPresent(found ->
                            sender.deliver(found, (AwaitingResponse) found.state(), recipient, ask.prepared())));
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
                        recipient(account, awaitingResponse),
                        awaitingResponse.header().deadline()));
    }

    private static Recipient recipient(Optional<Account> account, FlowState state) {
        return new Recipient(account, state.header().locale());
    }
}
