package io.consentry.ingest.checkmessage;

import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Neighbours.class)
class RulesAtWorkTest {

    @Inject
    Safeguards safeguards;

    @Test
    void everyRuleThatIsTested_isAtWork_andNoOther() {
        assertThat(safeguards.rules().stream().map(Object::getClass).map(Class::getName))
                .containsExactlyInAnyOrderElementsOf(Rules.all().stream()
                        .map(rule -> rule.getClass().getName())
                        .toList());
    }
}
