package io.consentry.consent.answerrequest;

import io.consentry.consent.events.Actor;
import io.consentry.consent.events.RequestAnswered;
import io.consentry.consent.events.RequestReceived;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class OutsideRequestTest {

    private static final Actor PAT = new Actor("pat", "programme", "NHSE1");
    private static final Actor ANN = new Actor("ann", "data-controller", "Z00001");
    private static final RequestReceived OF_ALL =
            new RequestReceived("r1", null, "A supplier", Instant.EPOCH, "ab".repeat(32), PAT);
    private static final RequestReceived OF_ONE =
            new RequestReceived("r1", "Z00001", "A supplier", Instant.EPOCH, "ab".repeat(32), PAT);

    private final FixtureConfiguration<OutsideRequest> fixture = new AggregateTestFixture<>(OutsideRequest.class);

    @Test
    void request_isKept() {
        fixture.givenNoPriorActivity()
                .when(new ReceiveRequest("r1", "Z00001", "A supplier", Instant.EPOCH, "ab".repeat(32), PAT))
                .expectEvents(OF_ONE);
    }

    @Test
    void requestOfAll_isAnswered_byTheProgramme_andByNoPractice() {
        fixture.given(OF_ALL)
                .when(new AnswerRequest("r1", "declined", null, PAT))
                .expectEvents(new RequestAnswered("r1", null, "declined", PAT));
        new AggregateTestFixture<>(OutsideRequest.class)
                .given(OF_ALL)
                .when(new AnswerRequest("r1", "declined", "Z00001", ANN))
                .expectException(HttpProblem.class)
                .expectNoEvents();
    }

    @Test
    void requestOfOnePractice_isAnswered_byThatPracticeOnly() {
        fixture.given(OF_ONE)
                .when(new AnswerRequest("r1", "accepted", "Z00001", ANN))
                .expectEvents(new RequestAnswered("r1", "Z00001", "accepted", ANN));
        for (String other : new String[] {"Z00002", ""}) {
            new AggregateTestFixture<>(OutsideRequest.class)
                    .given(OF_ONE)
                    .when(new AnswerRequest("r1", "accepted", other.isEmpty() ? null : other, ANN))
                    .expectException(HttpProblem.class)
                    .expectNoEvents();
        }
    }

    @Test
    void answer_givesNoEvent_whenItIsTheSame_andIsRefusedWhenItIsAnother() {
        RequestAnswered declined = new RequestAnswered("r1", null, "declined", PAT);
        fixture.given(OF_ALL, declined)
                .when(new AnswerRequest("r1", "declined", null, PAT))
                .expectNoEvents();
        new AggregateTestFixture<>(OutsideRequest.class)
                .given(OF_ALL, declined)
                .when(new AnswerRequest("r1", "accepted", null, PAT))
                .expectException(HttpProblem.class)
                .expectNoEvents();
    }
}
