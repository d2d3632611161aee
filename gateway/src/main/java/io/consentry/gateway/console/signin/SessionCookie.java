package io.consentry.gateway.console.signin;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * The sandbox's session: the token itself, sealed, in a cookie that no script can read and no other site can send.
 *
 * <p>Not marked {@code Secure}: the sandbox is reached over plain HTTP on the loopback interface, where a browser would
 * otherwise drop it. Production's sessions are the platform's, see {@link ProviderSession}.
 */
@Singleton
class SessionCookie {

    static final String NAME = "consentry-session";

    private final ConsoleKey key;
    private final TokenReader reader;
    private final Clock clock;

    SessionCookie(ConsoleKey key, TokenReader reader, Clock clock) {
        this.key = key;
        this.reader = reader;
        this.clock = clock;
    }

    Optional<Session> read(RoutingContext context) {
        return Optional.ofNullable(context.request().getCookie(NAME))
                .flatMap(cookie -> key.open(cookie.getValue()))
                .flatMap(reader::read)
                .filter(session -> session.ends().isAfter(clock.instant()));
    }

    void write(RoutingContext context, String token) {
        put(context, Cookie.cookie(NAME, key.seal(token)));
    }

    void clear(RoutingContext context) {
        put(context, Cookie.cookie(NAME, "").setMaxAge(0));
    }

    private static void put(RoutingContext context, Cookie cookie) {
        context.response()
                .addCookie(cookie.setPath("/console").setHttpOnly(true).setSameSite(CookieSameSite.LAX));
    }
}
