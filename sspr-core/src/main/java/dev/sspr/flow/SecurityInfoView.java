package dev.sspr.flow;

import dev.sspr.spi.MethodKind;
import java.util.List;

/**
 * The methods of an account, and those it may add.
 *
 * @param methods the methods, the default first, then the oldest
 * @param mayAdd kinds it may enrol now, the strongest first (REG-07)
 * @param missing how many more methods the policy requires, 0 or more (REG-06)
 */
public record SecurityInfoView(List<RegisteredMethodView> methods, List<MethodKind> mayAdd, int missing) {
    /** Copies the lists. */
    public SecurityInfoView {
        methods = List.copyOf(methods);
        mayAdd = List.copyOf(mayAdd);
    }
}
