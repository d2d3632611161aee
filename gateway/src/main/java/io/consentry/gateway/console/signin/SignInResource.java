package io.consentry.gateway.console.signin;

import io.consentry.gateway.console.frame.Frame;
import io.consentry.gateway.console.frame.Frames;
import io.consentry.gateway.console.refuse.PageRefused;
import io.consentry.web.ods.OdsCode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Signing in where no identity provider stands behind the suite, and signing out. */
@Path("/console")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class SignInResource {

    private static final int LONGEST_NAME = 60;

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance signin(Frame frame, List<SandboxPerson> people, List<String> roles);

        private Templates() {}
    }

    private final Sandbox sandbox;
    private final SessionCookie cookie;
    private final Frames frames;
    private final RoutingContext context;

    SignInResource(Sandbox sandbox, SessionCookie cookie, Frames frames, RoutingContext context) {
        this.sandbox = sandbox;
        this.cookie = cookie;
        this.frames = frames;
        this.context = context;
    }

    @GET
    @Path("/sign-in")
    public Response choose() {
        return sandbox.isOpen()
                ? Response.ok(Templates.signin(frames.bare(), SandboxPerson.READY_MADE, SandboxPerson.ROLES))
                        .build()
                : to("/console");
    }

    @POST
    @Path("/sign-in")
    public Response signIn(@RestForm String role, @RestForm String ods, @RestForm @Nullable String name) {
        if (!sandbox.isOpen()) {
            throw new PageRefused(404, "not-found", "No such address is known here.");
        }
        if (!SandboxPerson.ROLES.contains(role) || ods == null || !OdsCode.isValid(ods)) {
            throw new PageRefused(400, "invalid-ods-code", "An ODS code is 3 to 12 upper-case letters and digits.");
        }
        String known = name == null || name.isBlank() ? role + " at " + ods : name.strip();
        String shown = known.length() > LONGEST_NAME ? known.substring(0, LONGEST_NAME) : known;
        cookie.write(context, sandbox.token(new SandboxPerson(shown, role, ods, "")));
        return to("/console");
    }

    @POST
    @Path("/sign-out")
    public Response signOut() {
        cookie.clear(context);
        return to("/");
    }

    private static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
