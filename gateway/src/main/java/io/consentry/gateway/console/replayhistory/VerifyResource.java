package io.consentry.gateway.console.replayhistory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.consentry.gateway.console.callsuite.SuiteAnswer;
import io.consentry.gateway.console.callsuite.SuiteApi;
import io.consentry.gateway.console.frame.Frame;
import io.consentry.gateway.console.frame.Frames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Whether the log is what it was: its signed head, a replay against the live state, and the file that proves itself. */
@Path("/console/verify")
@PermitAll
@Blocking
public class VerifyResource {

    private static final String ID = "[A-Za-z0-9-]{1,64}";

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance verify(Frame frame, List<String> head, @Nullable Run run, @Nullable Run last);

        private Templates() {}
    }

    /** A replay of the log, and what it found. */
    @RegisterForReflection
    record Run(
            String id,
            String status,
            Instant askedAt,
            @Nullable Long upTo,
            @Nullable Long replayed,
            @Nullable Long differences) {

        public boolean done() {
            return status.equals("done");
        }

        public boolean same() {
            return done() && differences != null && differences == 0;
        }
    }

    /** The newest replays, whoever asked for them, the newest first. */
    @RegisterForReflection
    record Runs(List<Run> replays) {

        @Nullable Run lastDone() {
            return replays.stream().filter(Run::done).findFirst().orElse(null);
        }
    }

    private final SuiteApi suite;
    private final Frames frames;

    VerifyResource(SuiteApi suite, Frames frames) {
        this.suite = suite;
        this.frames = frames;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance verify(@RestQuery @Nullable String run) {
        SuiteAnswer head = suite.get("/audit/checkpoint", MediaType.WILDCARD);
        Run asked = run == null || !run.matches(ID)
                ? null
                : suite.get("/audit/replays/" + run).as(Run.class);
        Run last = asked == null ? suite.get("/audit/replays").as(Runs.class).lastDone() : null;
        return Templates.verify(
                frames.frame(), head.isSuccess() ? head.body().lines().toList() : List.of(), asked, last);
    }

    @POST
    public Response replay() {
        Run begun = suite.post("/audit/replays", JsonNodeFactory.instance.objectNode())
                .as(Run.class);
        return Response.seeOther(URI.create("/console/verify?run=" + begun.id()))
                .build();
    }

    /** The whole log as a file, which the command line verifies offline. */
    @GET
    @Path("/bundle")
    public Response bundle() {
        String bundle =
                suite.get("/audit/bundle", MediaType.WILDCARD).orRefuse().body();
        return Response.ok(bundle, MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Disposition", "attachment; filename=\"consentry-log.bundle\"")
                .build();
    }
}
