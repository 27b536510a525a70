package dev.sspr.spi.memory;

import dev.sspr.spi.Administrators;
import dev.sspr.spi.Destination;
import dev.sspr.spi.UserId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Administrators as a test names them; the first added is notified first.
 *
 * <p><b>Threads.</b> Safe for use by many threads; a change is seen by every call that begins after it.
 */
public final class InMemoryAdministrators implements Administrators {
    private final Faults faults = new Faults("the administrators");
    private final Map<UserId, List<Destination>> all = new LinkedHashMap<>();

    /** Makes an empty list. */
    public InMemoryAdministrators() {}

    /**
     * The failures that a test can request.
     *
     * @return always the same
     */
    public Faults faults() {
        return faults;
    }

    /**
     * Adds an administrator.
     *
     * @param user the administrator
     * @param destinations the administrator's destinations
     * @return this
     */
    public InMemoryAdministrators add(UserId user, Destination... destinations) {
        synchronized (all) {
            all.put(Objects.requireNonNull(user, "user"), List.of(destinations));
        }
        return this;
    }

    @Override
    public List<Destination> toTell(UserId about) {
        Objects.requireNonNull(about, "about");
        return faults.around("toTell", () -> others(about));
    }

    private List<Destination> others(UserId about) {
        synchronized (all) {
            List<Destination> others = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            all.getOrDefault(about, List.of()).forEach(own -> seen.add(own.endpoint()));
            all.values().stream()
                    .flatMap(List::stream)
                    .filter(to -> seen.add(to.endpoint()))
                    .limit(MAX_RECIPIENTS)
                    .forEach(others::add);
            return List.copyOf(others);
        }
    }
}
