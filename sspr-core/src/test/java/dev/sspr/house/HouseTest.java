package dev.sspr.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The floor plan: a room uses lower floors only, never its own floor's other rooms or a higher one. */
class HouseTest {
    private static final Map<String, Integer> FLOORS = Map.ofEntries(
            Map.entry("dev.sspr", 5),
            Map.entry("dev.sspr.outcome", 5),
            Map.entry("dev.sspr.reset", 4),
            Map.entry("dev.sspr.unlock", 4),
            Map.entry("dev.sspr.register", 4),
            Map.entry("dev.sspr.admin", 4),
            Map.entry("dev.sspr.change", 4),
            Map.entry("dev.sspr.recovery", 4),
            Map.entry("dev.sspr.internal.proof", 3),
            Map.entry("dev.sspr.lockout", 3),
            Map.entry("dev.sspr.internal.engine", 2),
            Map.entry("dev.sspr.internal.verify", 2),
            Map.entry("dev.sspr.audit", 1),
            Map.entry("dev.sspr.flow", 1),
            Map.entry("dev.sspr.password", 1),
            Map.entry("dev.sspr.messages", 1),
            Map.entry("dev.sspr.writeback", 1),
            Map.entry("dev.sspr.internal.secret", 1),
            Map.entry("dev.sspr.internal.info", 1),
            Map.entry("dev.sspr.internal.bounds", 0),
            Map.entry("dev.sspr.internal.bytes", 0),
            Map.entry("dev.sspr.spi", 0),
            Map.entry("dev.sspr.spi.memory", 0));

    /** What hosts see. */
    private static final Set<String> API = Set.of(
            "dev.sspr",
            "dev.sspr.admin",
            "dev.sspr.audit",
            "dev.sspr.change",
            "dev.sspr.flow",
            "dev.sspr.lockout",
            "dev.sspr.outcome",
            "dev.sspr.password",
            "dev.sspr.recovery",
            "dev.sspr.register",
            "dev.sspr.reset",
            "dev.sspr.unlock",
            "dev.sspr.writeback");

    /** Rooms of the ground floor that are parts of one: the twins belong to the roles, the byte forms to the words. */
    private static final Map<String, String> ANNEXES =
            Map.of("dev.sspr.spi.memory", "dev.sspr.spi", "dev.sspr.internal.bytes", "dev.sspr.spi");

    private static int floor(String room) {
        Integer floor = FLOORS.get(room);
        assertThat(floor).as("room %s is on the floor plan", room).isNotNull();
        return floor;
    }

    private static boolean ours(String room) {
        return room.equals("dev.sspr") || room.startsWith("dev.sspr.");
    }

    private static boolean allowed(String from, String to) {
        return from.equals(to) || to.equals(ANNEXES.get(from)) || floor(to) < floor(from);
    }

    @Test
    void rooms_useLowerFloorsOnly() {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass type : Classes.main()) {
            for (Dependency use : type.getDirectDependenciesFromSelf()) {
                String to = use.getTargetClass().getBaseComponentType().getPackageName();
                if (ours(to) && !allowed(type.getPackageName(), to)) {
                    wrong.add(type.getPackageName() + " -> " + to + " (" + type.getSimpleName() + ")");
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void rooms_ofThePlan_allExist() {
        assertThat(Classes.main().stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
                .isSubsetOf(FLOORS.keySet())
                .contains("dev.sspr", "dev.sspr.reset", "dev.sspr.internal.engine", "dev.sspr.internal.verify");
    }

    @Test
    void rooms_haveNoCycles() {
        SlicesRuleDefinition.slices()
                .matching("dev.sspr.(**)")
                .should()
                .beFreeOfCycles()
                .check(Classes.main());
    }

    @Test
    void spi_knowsNothingOfTheEngine() {
        assertThat(Classes.main().stream()
                        .filter(type -> type.getPackageName().startsWith("dev.sspr.spi"))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(use -> use.getTargetClass().getBaseComponentType().getPackageName())
                        .filter(HouseTest::ours)
                        .distinct())
                .isSubsetOf("dev.sspr.spi", "dev.sspr.spi.memory");
    }

    @Test
    void descriptor_exportsTheApiOnly() {
        Optional<Path> descriptor = Optional.of(Path.of("target/classes/module-info.class"));
        ModuleDescriptor module = descriptor.map(Modules::read).orElseThrow();

        assertThat(module.exports())
                .allMatch(export -> !export.isQualified())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactlyInAnyOrderElementsOf(API);
        assertThat(module.opens()).extracting(ModuleDescriptor.Opens::source).containsExactly("dev.sspr.flow");
    }

    @Test
    void files_areShort() {
        Map<Path, Integer> lengths = new TreeMap<>();
        Classes.allSources()
                .forEach(source ->
                        lengths.put(source, (int) Classes.read(source).lines().count()));
        int[] sorted =
                lengths.values().stream().mapToInt(Integer::intValue).sorted().toArray();

        assertThat(sorted).hasSizeGreaterThan(50);
        assertThat(lengths).allSatisfy((source, lines) -> assertThat(lines).isLessThanOrEqualTo(300));
        assertThat(sorted[sorted.length / 2]).as("median").isLessThan(90);
    }

    @Test
    void types_thatAHostSees_areTheMinority() {
        List<String> shown = Classes.main().stream()
                .filter(type -> API.contains(type.getPackageName()))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> type.getEnclosingClass().isEmpty())
                .map(JavaClass::getName)
                .sorted()
                .toList();
        System.out.println(
                shown.size() + " public types in the exported packages of sspr-core:\n  " + String.join("\n  ", shown));
        long all = Classes.main().stream()
                .filter(type ->
                        ours(type.getPackageName()) && !type.getPackageName().startsWith("dev.sspr.spi"))
                .filter(type -> type.getEnclosingClass().isEmpty())
                .count();

        assertThat(shown).hasSizeLessThan((int) all / 2);
        assertThat(shown)
                .noneMatch(name -> Arrays.stream(new String[] {"Admin", "Query", "Search", "Export", "List"})
                        .anyMatch(name::contains));
    }
}
