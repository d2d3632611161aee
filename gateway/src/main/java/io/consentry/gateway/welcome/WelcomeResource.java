package io.consentry.gateway.welcome;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The page at the root. */
@Path("/")
@PermitAll
class WelcomeResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance welcome();

        private Templates() {}
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance welcome() {
        return Templates.welcome();
    }
}
