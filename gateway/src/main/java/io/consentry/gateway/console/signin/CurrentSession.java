package io.consentry.gateway.console.signin;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The session of the page at hand. */
@RequestScoped
public class CurrentSession {

    private @Nullable Session session;

    void begin(Session found) {
        session = found;
    }

    /** The session; pages that need none may look. */
    public Optional<Session> find() {
        return Optional.ofNullable(session);
    }

    /** The session of a page that is only shown to people who are signed in. */
    public Session get() {
        return find().orElseThrow(() -> new IllegalStateException("This page is not behind the sign-in"));
    }
}
