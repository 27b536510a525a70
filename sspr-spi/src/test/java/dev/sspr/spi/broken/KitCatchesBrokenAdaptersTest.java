package dev.sspr.spi.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.broken.KitRunner.Failure;
import dev.sspr.spi.kit.AccountsByKeyContract;
import dev.sspr.spi.kit.AdminAuthorizerContract;
import dev.sspr.spi.kit.AdministratorsContract;
import dev.sspr.spi.kit.AuditSinkContract;
import dev.sspr.spi.kit.AuditTrailContract;
import dev.sspr.spi.kit.AvailabilityContract;
import dev.sspr.spi.kit.BreachedPasswordsContract;
import dev.sspr.spi.kit.CounterStoreContract;
import dev.sspr.spi.kit.CredentialVerifierContract;
import dev.sspr.spi.kit.FlowStoreContract;
import dev.sspr.spi.kit.MailDomainsContract;
import dev.sspr.spi.kit.MethodStoreContract;
import dev.sspr.spi.kit.MfaVerifierContract;
import dev.sspr.spi.kit.NamesTheClause;
import dev.sspr.spi.kit.NotifierContract;
import dev.sspr.spi.kit.PasswordExpiryContract;
import dev.sspr.spi.kit.PasswordHistoryContract;
import dev.sspr.spi.kit.PasswordRuleContract;
import dev.sspr.spi.kit.PasswordVerifierContract;
import dev.sspr.spi.kit.PhoneNumbersContract;
import dev.sspr.spi.kit.RepairStoreContract;
import dev.sspr.spi.kit.SessionRevokerContract;
import dev.sspr.spi.kit.UserStoreContract;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kit's own test: an adapter that breaks one clause fails the tests of this clause and of no other. */
class KitCatchesBrokenAdaptersTest {
    static List<Broken> adapters() {
        return Stream.of(
                        BrokenLookups.all(),
                        BrokenWrites.all(),
                        BrokenWriteIds.all(),
                        BrokenHalves.all(),
                        BrokenUnlockers.all(),
                        BrokenFlowStores.all(),
                        BrokenCounterStores.all(),
                        BrokenVerifiers.all(),
                        BrokenPushes.all(),
                        BrokenNotifiers.all(),
                        BrokenRevokers.all(),
                        BrokenAuditSinks.all(),
                        BrokenAuditTrails.all(),
                        BrokenMethodStores.all(),
                        BrokenKeyLists.all(),
                        BrokenEnrolments.all(),
                        BrokenCredentialChecks.all(),
                        BrokenPasswordHistories.all(),
                        BrokenPasswordRules.all(),
                        BrokenPhoneNumbers.all(),
                        BrokenMailDomains.all(),
                        BrokenBreachLists.all(),
                        BrokenAdminAuthorizers.all(),
                        BrokenAdministrators.all(),
                        BrokenPasswordVerifiers.all(),
                        BrokenAvailabilities.all(),
                        BrokenExpiries.all(),
                        BrokenRepairStores.all())
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("adapters")
    void brokenAdapter_failsItsClauseOnly(Broken broken) {
        List<Failure> failures = KitRunner.run(broken.fixture());
        List<Failure> own = failures.stream()
                .filter(f -> f.clause().equals(broken.clause()))
                .toList();
        Set<String> others = failures.stream()
                .map(Failure::clause)
                .filter(clause -> !clause.equals(broken.clause()))
                .collect(Collectors.toCollection(TreeSet::new));
        System.out.printf(
                Locale.ROOT,
                "%-4s %-50s %s%s%n",
                broken.clause(),
                broken.name(),
                own.isEmpty() ? "NOT CAUGHT" : "caught by " + own.get(0).test(),
                others.isEmpty() ? "" : ", and by " + others);
        assertThat(own).as("tests of %s that fail", broken.clause()).isNotEmpty();
        assertThat(own)
                .as("messages of the tests of %s", broken.clause())
                .allMatch(failure -> failure.message().startsWith(broken.clause() + ":"));
        assertThat(others).as("clauses that fail too: %s", failures).isEqualTo(new TreeSet<>(broken.overlaps()));
    }

    @Test
    void everyClause_hasATestAndABrokenAdapter() {
        Set<String> tested = Stream.of(
                        UserStoreContract.class,
                        FlowStoreContract.class,
                        CounterStoreContract.class,
                        MfaVerifierContract.class,
                        NotifierContract.class,
                        SessionRevokerContract.class,
                        AuditSinkContract.class,
                        AuditTrailContract.class,
                        MethodStoreContract.class,
                        AccountsByKeyContract.class,
                        CredentialVerifierContract.class,
                        PasswordHistoryContract.class,
                        PasswordRuleContract.class,
                        PhoneNumbersContract.class,
                        MailDomainsContract.class,
                        BreachedPasswordsContract.class,
                        AdminAuthorizerContract.class,
                        AdministratorsContract.class,
                        PasswordVerifierContract.class,
                        AvailabilityContract.class,
                        PasswordExpiryContract.class,
                        RepairStoreContract.class)
                .flatMap(contract -> KitRunner.tests(contract).stream())
                .map(NamesTheClause::clause)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> broken = adapters().stream().map(Broken::clause).collect(Collectors.toCollection(TreeSet::new));
        Set<String> clauses = Stream.of(
                        "U 18", "L 10", "F 13", "C 13", "V 11", "N 10", "S 7", "A 5", "T 6", "M 10", "SK 5", "AK 4",
                        "K 12", "H 9", "P 7", "PN 8", "MD 7", "B 8", "Z 8", "G 6", "Q 8", "AV 4", "PE 5", "RP 5")
                .map(role -> role.split(" ", 2))
                .flatMap(role ->
                        IntStream.rangeClosed(1, Integer.parseInt(role[1])).mapToObj(i -> role[0] + i))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(tested).as("clauses with a test").isEqualTo(clauses);
        assertThat(broken).as("clauses with a broken adapter").isEqualTo(clauses);
    }
}
