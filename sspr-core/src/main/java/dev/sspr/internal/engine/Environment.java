package dev.sspr.internal.engine;

import dev.sspr.flow.LoginCanon;
import dev.sspr.internal.secret.KeyRing;
import dev.sspr.internal.secret.RandomSource;
import dev.sspr.policy.CodePolicy;
import dev.sspr.policy.Limits;
import dev.sspr.spi.Administrators;
import dev.sspr.spi.AuditSink;
import dev.sspr.spi.CounterStore;
import dev.sspr.spi.FlowStore;
import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.UserStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The guarded roles and settings of a host, for all flows; the clock has whole milliseconds.
 *
 * @param publicationDelay the time from a request until its result is published, for every name
 */
public record Environment(
        UserStore users,
        FlowStore flows,
        CounterStore counters,
        SessionRevoker sessions,
        AuditSink audit,
        MessageDispatcher dispatcher,
        KeyRing keys,
        RandomSource random,
        LoginCanon logins,
        Limits limits,
        CodePolicy codes,
        Optional<LinkBase> linkBase,
        InstantSource clock,
        Workers executor,
        Optional<Administrators> administrators,
        Duration publicationDelay) {
    /** Returns a copy with another view of the accounts. */
    public Environment users(UserStore seen) {
        return new Environment(
                seen,
                flows,
                counters,
                sessions,
                audit,
                dispatcher,
                keys,
                random,
                logins,
                limits,
                codes,
                linkBase,
                clock,
                executor,
                administrators,
                publicationDelay);
    }

    /** Makes an environment without administrators that publishes at once. */
    public Environment(
            UserStore users,
            FlowStore flows,
            CounterStore counters,
            SessionRevoker sessions,
            AuditSink audit,
            MessageDispatcher dispatcher,
            KeyRing keys,
            RandomSource random,
            LoginCanon logins,
            Limits limits,
            CodePolicy codes,
            Optional<LinkBase> linkBase,
            InstantSource clock,
            Executor executor) {
        this(
                users,
                flows,
                counters,
                sessions,
                audit,
                dispatcher,
                keys,
                random,
                logins,
                limits,
                codes,
                linkBase,
                clock,
                Workers.of(executor),
                Optional.empty(),
                Duration.ZERO);
    }
}
