package dev.sspr.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which ids a source holds. The marks are made of two parts, so that this file holds none itself. */
class NamedIdsTest {
    private static final String TAG = "@" + "Tag(\"%s\")\n";
    private static final String JAVADOC = "/*" + "* %s. */\n";
    private static final String TEST = "@Test\nvoid a_b_c() {}\n";

    @Test
    void tag_ofATest_isHeld() {
        assertThat(NamedIds.heldIn(TAG.formatted("R-ADM-1") + TEST)).containsExactly("R-ADM-1");
    }

    @Test
    void range_inJavadoc_isHeldWhole() {
        assertThat(NamedIds.heldIn(JAVADOC.formatted("R-SQ-1 to R-SQ-3, V-INJ-5..6") + TEST))
                .containsExactly("R-SQ-1", "R-SQ-2", "R-SQ-3", "V-INJ-5", "V-INJ-6");
    }

    @Test
    void javadoc_whereNoTestIs_holdsNothing() {
        assertThat(NamedIds.heldIn(JAVADOC.formatted("R-ADM-1") + "class Fixture {}"))
                .isEmpty();
    }

    @Test
    void text_ofATest_holdsNothing() {
        assertThat(NamedIds.heldIn(TEST + "String id = \"R-ADM-1\";")).isEmpty();
    }
}
