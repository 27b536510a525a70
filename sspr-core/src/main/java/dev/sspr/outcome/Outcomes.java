package dev.sspr.outcome;

import dev.sspr.spi.Finding;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.UserStore;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The catalogue of all outcomes. A result of a flow knows its own outcome: see {@link HasOutcome}. This class finds the
 * outcomes of findings and of what adapters answer. The page {@code docs/common-problems.md} shows all of them.
 *
 * <p><b>Threads.</b> Safe for use by many threads.
 */
public final class Outcomes {
    static final String PREFIX = "SSPR-";
    /** Stands for the findings of a host's own rules, whose codes only the host knows. */
    static final Object HOSTS_OWN = Finding.class;

    private static final Table TABLE = table();

    /** The part of an adapter's answer that selects the outcome, if the class alone does not. */
    private static final Map<Class<?>, Function<Object, Object>> REASONS = Map.of(
            Finding.class, answer -> code((Finding) answer),
            Notifier.Delivery.Refused.class, answer -> ((Notifier.Delivery.Refused) answer).reason(),
            UserStore.PasswordWrite.NotUsable.class, answer -> ((UserStore.PasswordWrite.NotUsable) answer).status());

    private Outcomes() {}

    private static Table table() {
        Table table = new Table();
        ResetRows.into(table);
        RegisterRows.into(table);
        AdminRows.into(table);
        ChangeRows.into(table);
        UnlockRows.into(table);
        FindingRows.into(table);
        StoreRows.into(table);
        return table;
    }

    static Map<Object, Outcome> keys() {
        return Collections.unmodifiableMap(TABLE.keys());
    }

    /** {@return all outcomes, in the order of the page} */
    public static Collection<Outcome> all() {
        return Collections.unmodifiableCollection(TABLE.ids().values());
    }

    /**
     * Returns the outcome with an id.
     *
     * @param id such as {@code SSPR-R-015}
     * @return the outcome; empty if there is none with this id
     */
    public static Optional<Outcome> byId(String id) {
        return Optional.ofNullable(TABLE.ids().get(Objects.requireNonNull(id, "id")));
    }

    /**
     * Returns the outcome with a short id that the library itself uses.
     *
     * @param id such as {@code R-015}
     * @return the outcome
     * @throws IllegalArgumentException if there is none with this id
     */
    public static Outcome withId(String id) {
        return byId(PREFIX + id).orElseThrow(() -> new IllegalArgumentException("no outcome has the id " + id));
    }

    /**
     * Returns the outcome of a finding or of an adapter's answer.
     *
     * @param answer a {@link Finding}, a role's answer, one of the enums in it, or a {@link
     *     dev.sspr.spi.BackendUnavailableException}
     * @return the outcome
     * @throws IllegalArgumentException if it is none of these
     */
    public static Outcome of(Object answer) {
        Class<?> type = Objects.requireNonNull(answer, "answer").getClass();
        Object reason = REASONS.getOrDefault(type, same -> same).apply(answer);
        Outcome found = TABLE.keys().getOrDefault(reason, TABLE.keys().get(type));
        if (found == null) {
            throw new IllegalArgumentException(type.getName() + " is not the answer of a role");
        }
        return found;
    }

    private static Object code(Finding finding) {
        return TABLE.keys().containsKey(finding.code()) ? finding.code() : HOSTS_OWN;
    }
}
