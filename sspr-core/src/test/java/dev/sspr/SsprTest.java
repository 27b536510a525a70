package dev.sspr;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.sspr.spi.AccountId;
import org.junit.jupiter.api.Test;

final class SsprTest {

    @Test
    void fingerprint_anyId_is32Bytes() {
        assertThat(Sspr.fingerprint(new AccountId("a-1"))).hasSize(32);
    }

    @Test
    void spi_anyClass_ignoresCore() {
        noClasses()
                .that()
                .resideInAPackage("dev.sspr.spi..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.sspr")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.sspr"));
    }
}
