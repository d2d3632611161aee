package io.consentry.web.follow;

import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** What a service tells somebody who follows, for as long as they may. */
public final class LiveStream {

    private LiveStream() {}

    /**
     * These events, with a comment now and then so that neither side keeps a connection that is dead, until the token
     * that opened the stream ends.
     *
     * @param signOfLife time between two comments
     */
    public static Multi<OutboundSseEvent> of(
            Multi<OutboundSseEvent> events, Sse sse, Duration signOfLife, JsonWebToken token, Instant now) {
        Multi<OutboundSseEvent> signsOfLife = Multi.createFrom()
                .ticks()
                .every(signOfLife)
                .onOverflow()
                .drop()
                .map(tick -> sse.newEventBuilder().comment("still here").build());
        Duration left = Duration.between(now, Instant.ofEpochSecond(token.getExpirationTime()));
        return Multi.createBy()
                .merging()
                .streams(events, signsOfLife)
                .select()
                .first(left.isNegative() ? Duration.ZERO : left);
    }
}
