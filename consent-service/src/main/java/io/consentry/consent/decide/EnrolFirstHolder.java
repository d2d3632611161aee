package io.consentry.consent.decide;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Let a person decide for a practice that has nobody who may; for operators, on evidence.
 *
 * @param holder subject of the person
 * @param evidence hex SHA-256 of the document that says so
 */
@RegisterForReflection
public record EnrolFirstHolder(Act act, String holder, String evidence) implements PracticeCommand {

    @Override
    @TargetAggregateIdentifier
    public String stream() {
        return act.stream();
    }
}
