package dev.sspr.internal.proof;

import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Limits;
import dev.sspr.internal.engine.Auditor;
import dev.sspr.internal.engine.Backstage;
import dev.sspr.internal.engine.Budget;
import dev.sspr.internal.engine.Digests;
import dev.sspr.internal.engine.FlowRunner;
import dev.sspr.internal.engine.Loaded;
import dev.sspr.internal.engine.Plugs;
import dev.sspr.internal.engine.Spi;
import dev.sspr.internal.secret.Token;
import dev.sspr.internal.verify.Methods;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.CounterKey;
import dev.sspr.spi.Destination;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Generation;
import dev.sspr.spi.MadeOfTwo;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the parts of this room share: the loop, the guards, the budgets, and how secrets become digests. */
final class Desk {
    /** As many as strangers can begin: 20 a day for each of two names, in the 18 days a waiting period can last at most. */
    private static final int MOST_LISTED = 720;

    private static final Duration DAY = Duration.ofHours(24);
    /** From 50 bits on, a code may be guessed at more often, so that strangers do not use up everybody's day. */
    private static final int LONG_CODE = 10;

    final Plugs plugs;
    final Rules rules;
    final Methods methods;
    final Intent intent;
    final Digests digests;
    final Budget budget;
    final Auditor auditor;
    final FlowRunner<ProofState> runner;

    private final CounterKey tenantGuesses;

    Desk(Plugs plugs, Rules rules, Intent intent, Methods methods) {
        this.plugs = plugs;
        this.rules = rules;
        this.methods = methods;
        this.intent = intent;
        this.digests = new Digests(plugs.keys(), plugs.mint());
        this.budget = new Budget(plugs.counters(), plugs.keys().digest(), plugs.clock());
        this.tenantGuesses = budget.key("guess-tenant", "");
        this.auditor = new Auditor(plugs.audit(), plugs.clock(), intent.purpose(), intent.wording());
        Job job = new Job(this);
        Backstage stage = new Backstage(auditor, plugs.executor(), job::run);
        this.runner = new FlowRunner<>(plugs.flows(), plugs.keys(), new ProofCodec(), intent.purpose(), stage);
    }

    /** The time, in the milliseconds that every store can keep. */
    Instant now() {
        return Instant.ofEpochMilli(plugs.clock().millis());
    }

    /** When the help desk last ended all that an account had open. */
    Optional<Instant> endedAt(UserId user) {
        return Spi.ask("method-store", () -> methods.endedAt(user));
    }

    /** How long a flow may take. */
    Duration life() {
        return intent.waits()
                .map(wait -> wait.period().plus(wait.window()))
                .orElse(rules.policy().flowLife());
    }

    /** What must follow the deed. */
    Finishing.Tasks tasks(Instant now) {
        return new Finishing.Tasks(intent.renewsCredentials(), true, true, 0, now, Finishing.Reach.ALL);
    }

    /** How far a password came that is known to have landed by the generation only. */
    Finishing.Reach foundReach() {
        boolean one = intent.renewsCredentials()
                && plugs.users() instanceof MadeOfTwo store
                && store.parts() == MadeOfTwo.Parts.TWO;
        return one ? Finishing.Reach.ONE_STORE : Finishing.Reach.ALL;
    }

    /** The tenant's day of guesses at one kind: short codes and long ones apart (R-RATE-5). */
    Budget.Line tenantGuesses(MethodKind kind) {
        boolean isLong = kind.equals(MethodKind.EMAIL_CODE) && plugs.codes().mailCharacters() >= LONG_CODE;
        return isLong
                ? new Budget.Line(
                        Budget.beside(tenantGuesses, 1),
                        Limits.LONG_CODE_FACTOR * rules.limits().guessesPerTenantPerDay(),
                        DAY)
                : new Budget.Line(tenantGuesses, rules.limits().guessesPerTenantPerDay(), DAY);
    }

    /** The flow that a browser's handle opens. */
    Optional<Loaded<ProofState>> opened(FlowHandle handle) {
        return Token.parse(handle.secret())
                .flatMap(token -> runner.load(token.flow()).filter(found -> fits(token, found.state())));
    }

    boolean fits(Token token, ProofState state) {
        return digests.handleFits(token, handle -> rules.sameBrowser(state.ticket(), handle));
    }

    /** Whether a flow still belongs to the browser whose handle found it, when the step is stored (R-FLOW-10). */
    boolean sameHolder(Loaded<ProofState> found, ProofState state) {
        return state.ticket().handle().equals(found.state().ticket().handle());
    }

    /** R-FLOW-3, under every key: a proof made before a key was rotated still counts for its mailbox or line. */
    boolean distinct(List<Proof> proofs, AuthMethod method) {
        return proofs.isEmpty()
                || !digests.endpointFits(
                        method.endpoint(), endpoint -> !rules.distinct(proofs, method.kind(), endpoint));
    }

    /** Whether one of the proofs was made through this mailbox or line. */
    boolean provenThrough(List<Proof> proofs, String endpoint) {
        return digests.endpointFits(
                endpoint,
                one -> proofs.stream().anyMatch(proof -> proof.endpoint().equals(one)));
    }

    /**
     * The tag of a flow that may have set a password. What must follow is still to be done, so no other flow of the
     * account may end it; it gets the account's tag back when that is over.
     */
    static OwnerTag ownTag(FlowId flow) {
        return new OwnerTag(flow.digest());
    }

    OwnerTag owner(UserId user) {
        return digests.owner(user);
    }

    /** Ends every other flow of an account, those included that were begun before a key was rotated (R-CFG-4). */
    void endOthers(UserId user, FlowId except) {
        digests.owners(user)
                .forEach(tag -> Spi.ask("flow-store", () -> plugs.flows().endOwner(tag, except)));
    }

    /** The flows of an account, those included that were begun before a key was rotated (R-CFG-4). */
    List<Loaded<ProofState>> flowsOf(UserId user) {
        return digests.owners(user).stream()
                .flatMap(tag -> runner.ofOwner(tag, MOST_LISTED).stream())
                .toList();
    }

    /** The counter of reports by an owner, which raise the bar for a day. */
    private CounterKey reportsKey(OwnerTag owner) {
        return budget.key("report", owner.digest().hex());
    }

    /** What an account holds now and what a reset takes; a report asks for one more only if the account can make it. */
    Holdings holdings(Account account, OwnerTag owner) {
        List<AuthMethod> all = held(account, rules.kinds());
        List<AuthMethod> first = new ArrayList<>(all);
        first.removeIf(one -> !rules.first().contains(one.kind()));
        Holdings base = new Holdings(
                first,
                all,
                rules.needed(account, 0),
                rules.demanded(Spi.ask("mfa-verifier", () -> methods.secondFactors(account, all))),
                rules);
        Holdings raised = base.needing(rules.needed(account, budget.total(reportsKey(owner), DAY)));
        return raised.needed() > base.needed() && raised.canProve() ? raised : base;
    }

    /** What an account holds of some kinds, as their verifiers say. */
    List<AuthMethod> held(Account account, List<MethodKind> kinds) {
        List<AuthMethod> held = Spi.ask("mfa-verifier", () -> methods.held(account, kinds));
        held.removeIf(one -> !rules.provesFor(account, one.kind()));
        return held;
    }

    /** What an account holds that is a strong factor: enrolled, and no code that travels in a message. */
    Set<MethodKind> strong(Account account) {
        Set<MethodKind> enrolled =
                Spi.ask("mfa-verifier", () -> methods.secondFactors(account, methods.held(account, rules.kinds())));
        return enrolled.stream().filter(kind -> !Parts.carriedInMessages(kind)).collect(Collectors.toUnmodifiableSet());
    }

    /** Everywhere an account can be told something. */
    List<Destination> addresses(Account account) {
        return Spi.ask("method-store", () -> methods.addresses(account));
    }

    /** R-FLOW-6: every proof was made with a method that the account still holds. */
    boolean stillHeld(List<Proof> proofs, List<AuthMethod> all) {
        return proofs.stream()
                .allMatch(proof -> all.stream()
                        .anyMatch(one -> one.kind().equals(proof.kind())
                                && digests.endpointFits(one.endpoint(), proof.endpoint()::equals)));
    }

    /** The counter of wrong responses of an account to one kind in a day (R-RATE-2). */
    CounterKey guesses(UserId user, MethodKind kind) {
        return budget.key("guess", user.value() + "/" + kind.value());
    }

    /**
     * The count in a row, per method and generation: registering another, or a signed-in change of the password or an
     * address, restores the kind (R-RATE-3).
     */
    CounterKey guessesInARow(UserId user, MethodKind kind, String methodId, Generation generation) {
        return budget.key("guess-row", user.value() + "/" + kind.value() + "/" + methodId + "/" + generation.value());
    }

    /** Says of a flow that a help desk has begun it; its messages have a budget of their own. */
    Budget.Line helped(FlowId flow) {
        return new Budget.Line(budget.key("helped", flow.digest().hex()), 1, DAY);
    }

    /** Ruling 15: somebody can object, and nobody has objected to an earlier one today. */
    boolean mayWait(Account account, OwnerTag owner) {
        return !addresses(account).isEmpty() && !objected(owner);
    }

    /** Ruling 15: somebody has said "this was not me" for the account today. */
    boolean objected(OwnerTag owner) {
        return budget.total(reportsKey(owner), DAY) > 0;
    }

    void raiseBar(OwnerTag owner) {
        budget.charge(List.of(new Budget.Line(reportsKey(owner), Long.MAX_VALUE, DAY)));
    }

    void note(AuditType type, AuditEvent.Outcome outcome, FlowId flow, Optional<UserId> user, String... attributes) {
        auditor.note(type, outcome, Optional.of(flow), user, Notes.attributes(type, attributes));
    }
}
