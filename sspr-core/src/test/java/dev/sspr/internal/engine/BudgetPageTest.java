package dev.sspr.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.policy.Limits;
import dev.sspr.policy.SsprPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page of budgets lists every counter of the code, with the numbers of the presets. */
@Tag("F2-S2")
@Tag("R-RATE-12")
class BudgetPageTest {
    private static final Path PAGE = Path.of("docs/budgets.md");
    private static final String HEAD = """
            # Budgets

            Each row is a counter in the `CounterStore`. `BudgetPageTest` compares this page with the code: a counter without a row fails it.

            "Sliding" means: never more in any span of that length. "Fixed" means: the window opens with the first charge, and the next one opens
            after its end. A response of 64 bits or more (a passkey, a link, a recovery code, a mail code of 13 characters or more) is counted in
            its flow only. When guesses at short codes in messages are used up, the next message carries a code of 13 characters. Before the first
            proof a full budget looks like a wrong response, for every name.

            | budget | counted for each | numbers | who can fill it | what the owner has left |
            |---|---|---|---|---|
            """;

    private final Map<Budget, String> rows = new EnumMap<>(Budget.class);

    private void row(Budget budget, String key, Function<Limits, String> numbers, String whoFills, String ownersWay) {
        Map<String, List<String>> byNumbers = new LinkedHashMap<>();
        for (SsprPolicy preset : List.of(SsprPolicy.standard(), SsprPolicy.nist(), SsprPolicy.entra())) {
            byNumbers
                    .computeIfAbsent(numbers.apply(preset.limits()), all -> new ArrayList<>())
                    .add(preset.name());
        }
        String text = byNumbers.size() == 1
                ? byNumbers.keySet().iterator().next()
                : byNumbers.entrySet().stream()
                        .map(one -> String.join(", ", one.getValue()) + ": " + one.getKey())
                        .collect(Collectors.joining("; "));
        rows.put(budget, String.join(" | ", "| " + budget.name(), key, text, whoFills, ownersWay + " |"));
    }

    private void rows() {
        row(
                Budget.STARTS_OF_NAME,
                "login name, all flow kinds together",
                limits -> limits.startsPerName() + " in 24 h sliding, then 1 in "
                        + limits.startGap().toMinutes() + " min",
                "anybody",
                "the link in the message that a stranger's start sends; one start in each gap; the help desk");
        row(
                Budget.STARTS_OF_SOURCE,
                "source that the host names",
                limits -> limits.startsPerSource() + " in 1 h fixed",
                "anybody at that source",
                "another network");
        row(
                Budget.GUESSES_TODAY,
                "account and kind of method",
                limits -> limits.guessesPerDay() + " in 24 h sliding",
                "anybody who begins a flow",
                "the link and a long code in the next message; another method; the help desk");
        row(
                Budget.GUESSES_IN_A_ROW,
                "account, kind, method and generation of the password",
                limits -> limits.guessesInARow() + " since the last right one",
                "anybody who begins a flow",
                "the link and a long code in the next message; else a new method, another method or the help desk");
        row(
                Budget.GUESSES_OF_TENANT,
                "tenant; mail codes of 50 bits or more apart",
                limits -> limits.guessesPerTenantPerDay() + " in 24 h fixed; "
                        + Limits.LONG_CODE_FACTOR * limits.guessesPerTenantPerDay()
                        + " at mail codes of 50 bits or more",
                "anybody who knows many names of accounts; names without an account do not count",
                "links, passkeys, recovery codes and long codes in messages");
        row(
                Budget.DECOY_GUESSES,
                "tenant; makes a guess that cannot be right cost as much time as another",
                limits -> "no limit",
                "nobody",
                "everything");
        row(
                Budget.MESSAGES,
                "mailbox or line",
                limits -> "1 in " + limits.sendGap().toSeconds() + " s; mail " + limits.mailsPerHour() + " in 1 h and "
                        + limits.mailsPerDay() + " in 24 h; text and call " + limits.textsPerHour() + " in 1 h and "
                        + limits.textsPerDay() + " in 24 h; all sliding, half of a day's spread over the day",
                "anybody",
                "a message in each part of the day, whose link the owner may use even if a stranger asked for it; the help desk");
        row(
                Budget.MESSAGES_OF_HELP_DESK,
                "mailbox or line, in flows that the help desk began",
                limits -> "as for `MESSAGES`",
                "the help desk",
                "an access pass");
        row(
                Budget.MESSAGES_TO_ACCOUNT,
                "account, all its mailboxes or all its lines, anonymous flows",
                limits -> "mail " + limits.mailsPerAccountPerDay() + ", text and call " + limits.textsPerAccountPerDay()
                        + " in 24 h sliding, half of them spread over the day",
                "anybody",
                "a message in each part of the day; the help desk");
        row(
                Budget.MESSAGES_OF_REGISTRATION,
                "account, in its registrations",
                limits -> "as for `MESSAGES_TO_ACCOUNT`",
                "the signed-in user",
                "methods without a message");
        row(
                Budget.MESSAGES_OF_REGISTRATION_TO_LINE,
                "mailbox or line, in registrations; the pause is that of `MESSAGES`",
                limits -> "as for `MESSAGES`",
                "signed-in users",
                "resets by the methods that are registered; the help desk");
        row(
                Budget.MESSAGES_TO_PREFIX,
                "tenant, first four digits of a number, text or call",
                limits -> limits.textsPerPrefixPerDay() + " in 24 h fixed",
                "anybody who knows many accounts with such numbers",
                "mail and methods without a message; the help desk by mail");
        row(
                Budget.RECOVERY_NOTICES,
                "account, address, and start or end of a recovery",
                limits ->
                        "mail " + limits.mailsPerDay() + ", text and call " + limits.textsPerDay() + " in 24 h sliding",
                "anybody who begins recoveries",
                "the notices that were sent: an objection to one ends all recoveries; a recovery goes on without a further notice");
        row(
                Budget.PROMPTS,
                "account, prompts on its devices",
                limits -> "3 in 10 min and 10 in 24 h sliding",
                "anybody who may choose that method",
                "another method");
        row(
                Budget.PASSES,
                "account, typed access passes",
                limits -> limits.guessesPerDay() + " in 24 h sliding",
                "anybody at the host's sign-in",
                "the help desk, which empties it");
        row(
                Budget.PASSWORDS_REFUSED,
                "flow, passwords that the host's store refused",
                limits -> "5 in 24 h sliding",
                "the proven user",
                "a new flow");
        row(
                Budget.PASSWORDS_AFTER_COMMIT,
                "flow, wrong passwords compared after its commit",
                limits -> "10 in 24 h fixed",
                "the proven user",
                "a sign-in, or a new flow");
        row(
                Budget.REGISTRATIONS_OPENED,
                "account",
                limits -> "100 in 24 h fixed",
                "the signed-in user",
                "the next day");
        row(Budget.ENROLMENTS, "account", limits -> "30 in 24 h sliding", "the signed-in user", "the next day");
        row(
                Budget.CONFIRMATIONS,
                "account and kind of method",
                limits -> 5 * limits.guessesPerDay() + " in 24 h sliding",
                "the signed-in user",
                "another kind of method");
        row(Budget.CHANGES_OPENED, "account", limits -> "100 in 24 h fixed", "the signed-in user", "a reset");
        row(
                Budget.REPORTS,
                "account; a report asks for one more proof for a day",
                limits -> "no limit",
                "who holds a link of a message of the account",
                "a second proof, if the account has one");
        row(Budget.HELPED, "flow; a mark", limits -> "1 in 24 h fixed", "the help desk", "everything");
        row(
                Budget.USED_CODES,
                "account, method and used code; a mark",
                limits -> "1 while the code could be right again",
                "the user",
                "the next code");
        row(
                Budget.NOTICE_ACCEPTED,
                "address and notice; a mark against sending it again",
                limits -> "1 in 30 days fixed; of a disabled method 7 days",
                "the engine",
                "everything");
        row(
                Budget.ACCOUNTS_OF_DESTINATION,
                "mailbox or line; a count that is reported",
                limits -> "no limit",
                "signed-in users",
                "everything");
    }

    @Test
    @DisplayName(
            "F2-S2: the page lists every budget with its key, its numbers, who fills it and what the owner has left")
    void page_listsEveryBudget() throws IOException {
        rows();
        assertThat(rows).as("budgets of the code").containsOnlyKeys(Budget.values());
        String page = HEAD
                + Stream.of(Budget.values())
                        .map(budget ->
                                rows.get(budget).replaceFirst("\\| " + budget.name(), "| `" + budget.name() + "`"))
                        .collect(Collectors.joining("\n"))
                + "\n";
        if (Boolean.getBoolean("sspr.docs.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as("write it with -Dsspr.docs.write=true")
                .isEqualTo(page);
    }

    @Test
    @DisplayName("F2-S2: no counter is named but by a budget")
    void words_ofBudgets_areUnique() {
        assertThat(Stream.of(Budget.values()).map(Budget::word)).doesNotHaveDuplicates();
    }
}
