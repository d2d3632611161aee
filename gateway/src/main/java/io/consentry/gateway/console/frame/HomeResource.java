package io.consentry.gateway.console.frame;

import io.consentry.gateway.console.refuse.PageRefused;
import io.consentry.gateway.console.signin.CurrentSession;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Leads everybody to their first page. */
@Path("/console")
@PermitAll
public class HomeResource {

    private final CurrentSession session;

    HomeResource(CurrentSession session) {
        this.session = session;
    }

    @GET
    public Response home() {
        return Menu.home(session.get())
                .map(page -> Response.seeOther(URI.create(page)).build())
                .orElseThrow(() -> new PageRefused(404, "", "Your token names no role that has pages here."));
    }
}
