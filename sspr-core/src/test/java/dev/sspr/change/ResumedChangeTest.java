package dev.sspr.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.FlowView;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A browser that returns to a change learns what the new password must meet. */
@Tag("F2-H4")
class ResumedChangeTest extends ChangeFixture {
    @Test
    @Tag("F2-H6")
    void resume_ofAChange_listsTheRequirementsOfThePassword() {
        FlowView view = change.resume(begun()).orElseThrow();

        assertThat(view.status()).isEqualTo(FlowStatus.PROVEN);
        assertThat(view.requirements()).extracting(it -> it.rule().code()).contains("password.too-short");
    }
}
