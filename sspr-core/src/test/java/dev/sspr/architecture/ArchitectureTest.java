package dev.sspr.architecture;

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

/** The floor plan: an import always leads downwards. */
class ArchitectureTest {
    /** From top to bottom. A package imports only packages that stand below it. */
    static final List<String> PLAN = List.of(
            "dev.sspr",
            // one flow kind, one package
            "dev.sspr.internal.reset",
            "dev.sspr.internal.unlock",
            "dev.sspr.internal.recovery",
            "dev.sspr.internal.change",
            "dev.sspr.internal.helpdesk",
            "dev.sspr.internal.registration",
            "dev.sspr.internal.lockout",
            // the machine of proofs and commits
            "dev.sspr.internal.verification",
            "dev.sspr.internal.verification.work",
            "dev.sspr.internal.verification.state",
            // built-in methods; runner, outbox, sweeper, limits, audit; security info; secrets; texts
            "dev.sspr.internal.verify",
            "dev.sspr.internal.engine",
            "dev.sspr.internal.securityinfo",
            "dev.sspr.internal.secret",
            "dev.sspr.internal.messages",
            // what a host calls
            "dev.sspr.reset",
            "dev.sspr.unlock",
            "dev.sspr.recovery",
            "dev.sspr.change",
            "dev.sspr.register",
            "dev.sspr.admin",
            "dev.sspr.lockout",
            "dev.sspr.flow",
            "dev.sspr.outcome",
            "dev.sspr.password",
            "dev.sspr.policy",
            "dev.sspr.oath",
            "dev.sspr.audit",
            "dev.sspr.writeback",
            // bytes and bounds, which the public packages use too
            "dev.sspr.internal.bytes",
            "dev.sspr.internal.bounds",
            // what a host implements
            "dev.sspr.spi.memory",
            "dev.sspr.spi");

    /** What hosts see. */
    private static final Set<String> API = Set.of(
            "dev.sspr",
            "dev.sspr.admin",
            "dev.sspr.audit",
            "dev.sspr.change",
            "dev.sspr.flow",
            "dev.sspr.lockout",
            "dev.sspr.oath",
            "dev.sspr.outcome",
            "dev.sspr.password",
            "dev.sspr.policy",
            "dev.sspr.recovery",
            "dev.sspr.register",
            "dev.sspr.reset",
            "dev.sspr.unlock",
            "dev.sspr.writeback");

    private static int position(String name) {
        int position = PLAN.indexOf(name);
        assertThat(position).as("package %s is on the floor plan", name).isNotNegative();
        return position;
    }

    private static boolean ours(String room) {
        return room.equals("dev.sspr") || room.startsWith("dev.sspr.");
    }

    private static boolean allowed(String from, String to) {
        return position(from) <= position(to);
    }

    @Test
    void packages_importOnlyWhatStandsBelow() {
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
    void packages_areThoseOfThePlan() {
        assertThat(Classes.main().stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(PLAN);
    }

    @Test
    void packages_haveNoCycles() {
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
                        .filter(ArchitectureTest::ours)
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
        assertThat(module.opens())
                .extracting(ModuleDescriptor.Opens::source)
                .containsExactlyInAnyOrder("dev.sspr.flow", "dev.sspr.policy");
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
