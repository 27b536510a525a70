package dev.sspr.register;

import dev.sspr.flow.FlowHandle;
import dev.sspr.internal.engine.Auditor;
import dev.sspr.internal.engine.Backstage;
import dev.sspr.internal.engine.Budget;
import dev.sspr.internal.engine.Digests;
import dev.sspr.internal.engine.FlowRunner;
import dev.sspr.internal.engine.Loaded;
import dev.sspr.internal.engine.Plugs;
import dev.sspr.internal.engine.Spi;
import dev.sspr.internal.info.SecurityInfo;
import dev.sspr.internal.secret.Token;
import dev.sspr.internal.verify.AccessPasses;
import dev.sspr.internal.verify.Methods;
import dev.sspr.internal.verify.SecurityInfos;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.PhoneNumbers;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the parts of this room share: the loop, the guards, the budgets and the store of methods. */
final class Office {
    private static final String STORE = "method-store";

    final Plugs plugs;
    final RegisterRules rules;
    final Methods methods;
    final SecurityInfos infos;
    final Map<MethodKind, CredentialVerifier> credentials;
    final AccessPasses passes;
    final PhoneNumbers numbers;
    final String service;
    final int toReset;
    final Digests digests;
    final Budget budget;
    final Auditor auditor;
    final FlowRunner<RegisterState> runner;

    Office(Plugs plugs, RegisterRules rules, Methods methods, SecurityInfos infos, Registrable registrable) {
        this.plugs = plugs;
        this.rules = rules;
        this.methods = methods;
        this.infos = infos;
        this.credentials = registrable.credentials();
        this.passes = registrable.passes();
        this.numbers = registrable.numbers();
        this.service = registrable.service();
        this.toReset = registrable.toReset();
        this.digests = new Digests(plugs.keys(), plugs.mint());
        this.budget = new Budget(plugs.counters(), plugs.keys().digest(), plugs.clock());
        this.auditor = new Auditor(plugs.audit(), plugs.clock(), Purpose.REGISTER);
        Saver saver = new Saver(this);
        Backstage stage = new Backstage(auditor, plugs.executor(), saver::recover);
        this.runner = new FlowRunner<>(plugs.flows(), plugs.keys(), new RegisterCodec(), Purpose.REGISTER, stage);
    }

    /** The time, in the milliseconds that every store can keep. */
    Instant now() {
        return Instant.ofEpochMilli(plugs.clock().millis());
    }

    /** The open registration that a browser's handle opens. */
    Optional<Loaded<RegisterState>> opened(FlowHandle handle) {
        return Token.parse(handle.secret())
                .flatMap(token -> runner.load(token.flow())
                        .filter(found -> !(found.state() instanceof Reversible)
                                && !(found.state() instanceof Closed)
                                && rules.live(found.state().ticket(), now())
                                && digests.handleFits(
                                        token,
                                        digest ->
                                                rules.sameBrowser(found.state().ticket(), digest))));
    }

    /** The account as it is now, if it may use self-service. */
    Optional<Account> account(UserId user) {
        return Spi.ask("user-store", () -> plugs.users().load(user)).filter(rules::usable);
    }

    SecurityInfo info(UserId user) {
        return Spi.ask(STORE, () -> infos.load(user));
    }

    CredentialVerifier verifierOf(MethodKind kind) {
        CredentialVerifier verifier = credentials.get(kind);
        if (verifier == null) {
            throw new IllegalStateException("no credential verifier for " + kind.value());
        }
        return verifier;
    }

    /** The kinds that something here can carry out. */
    Set<MethodKind> carried() {
        Set<MethodKind> carried = new HashSet<>(methods.messageKinds());
        carried.addAll(credentials.keySet());
        return carried;
    }

    Overview overview(SecurityInfo info) {
        Instant now = now();
        int missing = rules.policy().toRegister() - rules.counting(info, now);
        return new Overview(Views.of(info, now), rules.mayAdd(info, carried()), Math.max(0, missing));
    }

    /** The tag of a flow that no other flow of the account may end. */
    static OwnerTag ownTag(FlowId flow) {
        return new OwnerTag(flow.digest());
    }

    Optional<Instant> charge(Budget.Line line) {
        return budget.charge(List.of(line));
    }

    void note(AuditType type, Outcome outcome, Optional<FlowId> flow, UserId user, Map<String, String> attributes) {
        auditor.note(type, outcome, flow, Optional.of(user), attributes);
    }
}
