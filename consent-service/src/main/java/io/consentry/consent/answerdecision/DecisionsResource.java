package io.consentry.consent.answerdecision;

import io.consentry.consent.answerdecision.Decisions.Answers;
import io.consentry.consent.answerdecision.Decisions.Questions;
import io.consentry.web.caller.Role;
import io.consentry.web.problem.ProblemType;
import io.netty.channel.EventLoop;
import io.smallrye.mutiny.Uni;
import io.vertx.core.impl.ContextInternal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Asked by the services of the suite before a message is let in. */
@Path("/internal/decisions")
class DecisionsResource {

    /** Whoever waits longer holds the message instead. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DecisionQuery query;

    DecisionsResource(DecisionQuery query) {
        this.query = query;
    }

    @POST
    @RolesAllowed(Role.SERVICE)
    @Operation(hidden = true)
    public Uni<Answers> decide(@Valid @Nullable Questions questions) {
        if (questions == null) {
            throw ProblemType.BAD_REQUEST.because("The request has no questions.");
        }
        return query.answer(questions.questions())
                .map(Answers::new)
                .ifNoItem()
                .after(PATIENCE)
                .on(thisEventLoop())
                .failWith(() -> ProblemType.UNAVAILABLE.because("The consent database does not answer."));
    }

    /** Timers of its own wake no other thread, as one of the usual pool would for each question. */
    private static EventLoop thisEventLoop() {
        return ContextInternal.current().nettyEventLoop();
    }
}
