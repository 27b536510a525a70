package dev.sspr.spi.memory;

import dev.sspr.spi.MailDomains;
import dev.sspr.spi.kit.MailDomainsContract;

public class InMemoryMailDomainsTest extends MailDomainsContract {
    protected final InMemoryMailDomains domains = new InMemoryMailDomains();

    public InMemoryMailDomainsTest() {
        FORMS.forEach(domains::put);
        DEVIATIONS.forEach(domains::put);
    }

    @Override
    protected MailDomains domains() {
        return domains;
    }

    @Override
    protected String kept() {
        return "";
    }

    @Override
    protected void outage(boolean on) {
        Twins.outage(domains.faults(), on);
    }
}
