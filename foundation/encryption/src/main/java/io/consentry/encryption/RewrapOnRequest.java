package io.consentry.encryption;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/**
 * Rotates without a restart: {@code POST /keys/rewrap} at the management port, which only who runs the suite can reach.
 *
 * <p>Put the new key in front of the old one in the file of keys, ask every process, and take the old key out when each
 * has answered. No key travels: each process reads the file by itself.
 */
@Singleton
class RewrapOnRequest {

    private static final Logger LOG = Logger.getLogger(RewrapOnRequest.class);
    private static final int UNAVAILABLE = 503;

    private final RewrapKeys keys;

    RewrapOnRequest(RewrapKeys keys) {
        this.keys = keys;
    }

    void register(@Observes ManagementInterface management) {
        management.router().post("/keys/rewrap").blockingHandler(this::rewrap);
    }

    private void rewrap(RoutingContext http) {
        try {
            RewrapKeys.Rewrapped done = keys.rewrap();
            answer(http, new JsonObject().put("wrappedBy", done.wrappedBy()).put("keys", done.keys()));
        } catch (SQLException | RuntimeException e) {
            LOG.errorf("Keys were not wrapped anew: %s", e.getMessage());
            http.response().setStatusCode(UNAVAILABLE);
            answer(http, new JsonObject().put("detail", "Nothing was changed. The log of the service says why."));
        }
    }

    private static void answer(RoutingContext http, JsonObject body) {
        http.response().putHeader("Content-Type", "application/json").end(body.toBuffer());
    }
}
