package io.consentry.gateway.console.frame;

import io.consentry.gateway.console.callsuite.SuiteAnswer;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Function;

/** What follows a form: the next page where it was taken; the same page, saying why not, where it was refused. */
public final class AfterForm {

    private AfterForm() {}

    /**
     * The answer to the browser.
     *
     * @param next the page after a form that was taken
     * @param refused the page that says what the suite says against it
     */
    public static Response show(SuiteAnswer answer, String next, Function<String, TemplateInstance> refused) {
        if (answer.isRefusal()) {
            return Response.status(answer.status())
                    .entity(refused.apply(answer.detail()))
                    .build();
        }
        answer.orRefuse();
        return Response.seeOther(URI.create(next)).build();
    }
}
