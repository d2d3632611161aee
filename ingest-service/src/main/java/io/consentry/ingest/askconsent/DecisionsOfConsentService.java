package io.consentry.ingest.askconsent;

import io.consentry.web.internal.ServiceTokenFilter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The consent service's internal contract. */
@Path("/internal/decisions")
@RegisterRestClient(configKey = "consent")
@RegisterProvider(ServiceTokenFilter.class)
@RegisterForReflection(targets = Question.class)
interface DecisionsOfConsentService {

    @POST
    Uni<Answers> decide(Questions questions);

    /** What is asked, in order. */
    @RegisterForReflection
    record Questions(List<Question> questions) {}

    /** One answer for each question, in the order asked. */
    @RegisterForReflection
    record Answers(List<Answer> answers) {}

    /** One practice's decision for one service. */
    @RegisterForReflection
    record Answer(String practice, String service, String outcome, long position, Instant at) {

        boolean answers(Question question) {
            return practice.equals(question.practice()) && service.equals(question.service());
        }
    }
}
