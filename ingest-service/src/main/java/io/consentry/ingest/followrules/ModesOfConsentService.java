package io.consentry.ingest.followrules;

import io.consentry.ingest.checkmessage.RuleMode;
import io.consentry.web.internal.ServiceTokenFilter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The consent service's internal contract: the modes of safeguards, where changes of them are recorded. */
@Path("/internal/safeguards")
@RegisterRestClient(configKey = "consent")
@RegisterProvider(ServiceTokenFilter.class)
interface ModesOfConsentService {

    @GET
    Modes list();

    @RegisterForReflection
    record Modes(List<Mode> safeguards) {}

    /** What a safeguard does since its mode was last decided. */
    @RegisterForReflection
    record Mode(String name, RuleMode mode) {}
}
