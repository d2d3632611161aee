package io.consentry.gateway.console.signin;

import io.consentry.gateway.console.refuse.PageRefused;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;

/** Lets nobody see a page of the console, or send one of its forms, without a session that is theirs. */
@ApplicationScoped
class RequireSession {

    private static final String CONSOLE = "/console";
    private static final Set<String> BEFORE_SIGN_IN = Set.of("/console/sign-in", "/console/sign-out");

    private final Sandbox sandbox;
    private final SessionCookie cookie;
    private final ProviderSession provider;
    private final CurrentSession current;
    private final FormKey formKey;

    RequireSession(
            Sandbox sandbox, SessionCookie cookie, ProviderSession provider, CurrentSession current, FormKey formKey) {
        this.sandbox = sandbox;
        this.cookie = cookie;
        this.provider = provider;
        this.current = current;
        this.formKey = formKey;
    }

    @WithFormRead
    @ServerRequestFilter
    public Uni<@Nullable Response> check(ResteasyReactiveContainerRequestContext request, RoutingContext context) {
        String path = context.request().path();
        if (!path.equals(CONSOLE) && !path.startsWith(CONSOLE + "/")) {
            return Uni.createFrom().nullItem();
        }
        boolean form = request.getMethod().equals("POST");
        if (form && !SentByOurOwnPages.holdsFor(context.request())) {
            throw new PageRefused(403, "forbidden", "This form was not sent by a page of this site.");
        }
        if (BEFORE_SIGN_IN.contains(path) && sandbox.isOpen()) {
            return Uni.createFrom().nullItem();
        }
        if (!sandbox.isOpen()) {
            return provider.of(context, session -> admit(request, session, form));
        }
        Optional<Session> session = cookie.read(context);
        return Uni.createFrom().item(session.isEmpty() ? toSignIn(context) : admit(request, session.get(), form));
    }

    private @Nullable Response admit(ResteasyReactiveContainerRequestContext request, Session session, boolean form) {
        if (form && !formKey.fits(session, sentWith(request))) {
            throw new PageRefused(
                    403, "forbidden", "This form is out of date. Open its page again, and send it again.");
        }
        current.begin(session);
        return null;
    }

    private static @Nullable String sentWith(ResteasyReactiveContainerRequestContext request) {
        return request.getServerRequestContext() instanceof ResteasyReactiveRequestContext form
                ? (String) form.getFormParameter(FormKey.FIELD, true, false)
                : null;
    }

    /** A part of a page cannot show the sign-in: it asks the page to move there as a whole. */
    private static Response toSignIn(RoutingContext context) {
        return context.request().getHeader("HX-Request") == null
                ? Response.seeOther(URI.create("/console/sign-in")).build()
                : Response.noContent().header("HX-Redirect", "/console/sign-in").build();
    }
}
