package io.consentry.web.caller;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The caller of the request at hand. */
@RequestScoped
public class CurrentCaller {

    /** The attribute of a verified identity that holds the organisation its token acts for. */
    static final String ORGANISATION = "consentry.organisation";

    /** The attribute of an identity that is remembered: the library throws and catches at each claim it does not know. */
    static final String CALLER = "consentry.caller";

    private final SecurityIdentity identity;

    CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * The verified caller.
     *
     * @throws UnauthorizedException when the request carries no verified token
     */
    public Caller get() {
        return of(identity).orElseThrow(UnauthorizedException::new);
    }

    /** The caller that a verified identity names, for code that runs before there is a request scope. */
    public static Optional<Caller> of(SecurityIdentity identity) {
        Caller known = identity.getAttribute(CALLER);
        if (known != null) {
            return Optional.of(known);
        }
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Optional.empty();
        }
        String id = token.getSubject() == null ? token.getName() : token.getSubject();
        String name = token.getClaim("name");
        String ods = identity.getAttribute(ORGANISATION);
        return Optional.of(new Caller(id, name == null ? id : name, ods == null ? "" : ods, identity.getRoles()));
    }
}
