package dev.sspr;

import dev.sspr.flow.LoginCanon;
import dev.sspr.internal.engine.LinkBase;
import dev.sspr.password.PasswordRules;
import dev.sspr.policy.RecoveryPolicy;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.AccountUnlocker;
import dev.sspr.spi.AdminAuthorizer;
import dev.sspr.spi.Administrators;
import dev.sspr.spi.AuditSink;
import dev.sspr.spi.BreachedPasswords;
import dev.sspr.spi.CounterStore;
import dev.sspr.spi.FlowStore;
import dev.sspr.spi.MailDomains;
import dev.sspr.spi.MethodStore;
import dev.sspr.spi.PhoneNumbers;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

/** The optional settings, each set at most once. The methods of the builder describe them. */
abstract sealed class Settings permits SsprBuilder {
    final Setting<MethodStore> methodStore = new Setting<>("methodStore");
    final Setting<AccountUnlocker> unlocker = new Setting<>("unlocker");
    final Setting<FlowStore> flows = new Setting<>("flowStore");
    final Setting<AdminAuthorizer> adminAuthorizer = new Setting<>("adminAuthorizer");
    final Setting<Administrators> administrators = new Setting<>("administrators");
    final Setting<CounterStore> counters = new Setting<>("counterStore");
    final Setting<AuditSink> audit = new Setting<>("auditSink");
    final Setting<SsprPolicy> policy = new Setting<>("policy");
    final Setting<UnaryOperator<PasswordRules>> passwords = new Setting<>("passwords");
    final Setting<PhoneNumbers> phoneNumbers = new Setting<>("phoneNumbers");
    final Setting<MailDomains> mailDomains = new Setting<>("mailDomains");
    final Setting<BreachedPasswords> breached = new Setting<>("breachedPasswords");
    final Setting<LinkBase> linkBase = new Setting<>("linkBase");
    final Setting<LoginCanon> logins = new Setting<>("loginCanon");
    final Setting<String> tenant = new Setting<>("tenant");
    final Setting<String> service = new Setting<>("serviceName");
    final Setting<RecoveryPolicy> recovery = new Setting<>("recovery");
    final Setting<InstantSource> clock = new Setting<>("clock");
    final Setting<SecureRandom> random = new Setting<>("random");
    final Setting<Executor> executor = new Setting<>("executor");
    final Setting<Executor> sendExecutor = new Setting<>("sendExecutor");
    final Setting<Boolean> hostSweeps = new Setting<>("hostSweeps");
}
