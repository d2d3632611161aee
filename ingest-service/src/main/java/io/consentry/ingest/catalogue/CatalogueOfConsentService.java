package io.consentry.ingest.catalogue;

import io.consentry.web.internal.ServiceTokenFilter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The consent service's internal contract: the catalogue, where services are added. */
@Path("/internal/catalogue")
@RegisterRestClient(configKey = "consent")
@RegisterProvider(ServiceTokenFilter.class)
interface CatalogueOfConsentService {

    @GET
    Services list();

    @RegisterForReflection
    record Services(List<Service> services) {}

    /**
     * A service.
     *
     * @param codes SNOMED CT codes that name it in a message
     * @param notice id of the notice that announced it; of no concern here
     */
    @RegisterForReflection
    record Service(String key, List<String> codes, @Nullable String notice) {}
}
