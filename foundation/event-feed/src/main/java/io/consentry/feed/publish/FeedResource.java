package io.consentry.feed.publish;

import io.consentry.feed.CloudEventBatch;
import io.consentry.web.caller.Role;
import io.consentry.web.internal.ServiceIdentity;
import io.consentry.web.problem.ProblemType;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** The feed, for the other services of the suite. */
@Path("/internal/events")
public class FeedResource {

    private static final int MOST = 1000;

    private final FeedReader feed;
    private final FeedConfig config;
    private final URI source;

    FeedResource(FeedReader feed, FeedConfig config, ServiceIdentity identity) {
        this.feed = feed;
        this.config = config;
        this.source = URI.create("/" + identity.name());
    }

    /**
     * Events after a position, in order.
     *
     * @param after the last position that the reader has applied; 0 for everything
     * @param limit at most this many, 1 to 1000
     * @param wait milliseconds to wait for the first event when there is none yet
     */
    @GET
    @Blocking
    @Produces(CloudEventBatch.MEDIA_TYPE)
    @RolesAllowed(Role.SERVICE)
    @Operation(hidden = true)
    public byte[] after(
            @RestQuery @DefaultValue("0") long after,
            @RestQuery @DefaultValue("200") int limit,
            @RestQuery @DefaultValue("0") long wait)
            throws SQLException, InterruptedException {
        if (after < 0 || limit < 1 || limit > MOST || wait < 0) {
            throw ProblemType.BAD_REQUEST.because(
                    "after and wait are not negative, and limit is from 1 to " + MOST + ".");
        }
        Duration patience = FeedSignal.shorter(Duration.ofMillis(wait), config.longestWait());
        return CloudEventBatch.write(source, feed.after(after, limit, patience));
    }
}
