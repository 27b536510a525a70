package dev.sspr.spi.memory;

import dev.sspr.spi.AdminAction;
import dev.sspr.spi.AdminAuthorizer;
import dev.sspr.spi.AdminRequest;
import dev.sspr.spi.UserId;
import dev.sspr.spi.kit.AdminAuthorizerContract;

public class InMemoryAdminAuthorizerTest extends AdminAuthorizerContract {
    private static final UserId ACTOR = new UserId("u-desk");

    protected final InMemoryAdminAuthorizer authorizer =
            new InMemoryAdminAuthorizer().grant(ACTOR, AdminAction.ISSUE_PASS);

    @Override
    protected AdminAuthorizer authorizer() {
        return authorizer;
    }

    @Override
    protected AdminRequest granted() {
        return new AdminRequest(ACTOR, AdminAction.ISSUE_PASS, new UserId("u-anna"), "default");
    }

    @Override
    protected void outage(boolean on) {
        Twins.outage(authorizer.faults(), on);
    }
}
