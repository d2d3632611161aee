package io.consentry.gateway.explainproblem;

import io.consentry.web.problem.ProblemExplanation;
import io.consentry.web.problem.ProblemType;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The page behind the {@code type} of every problem. */
@Path("/problems")
@PermitAll
class ProblemResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance problem(ProblemType type, ProblemExplanation explanation);

        private Templates() {}
    }

    @GET
    @Path("/{slug}")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance explain(@PathParam("slug") String slug) {
        return ProblemType.bySlug(slug)
                .flatMap(type -> ProblemExplanation.of(type).map(text -> Templates.problem(type, text)))
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("No such problem type."));
    }
}
