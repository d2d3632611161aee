package io.consentry.filing.item;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.test.AxonAssertionError;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomMatcher;
import org.jspecify.annotations.Nullable;

/** What became of a command: its events, or the refusal, or neither. */
record Tried(List<ItemEvent> events, @Nullable Refusal refusal) {

    /** Given the past, when the command. */
    static Tried given(List<ItemEvent> past, Object command) {
        ResultValidator<Item> result =
                new AggregateTestFixture<>(Item.class).given(past).when(command);
        List<ItemEvent> events = new ArrayList<>();
        result.expectEventsMatching(new CustomMatcher<List<EventMessage<?>>>("any events") {
            @Override
            public boolean matches(Object published) {
                ((List<?>) published).forEach(event -> events.add((ItemEvent) ((EventMessage<?>) event).getPayload()));
                return true;
            }
        });
        List<Refusal> refusals = new ArrayList<>();
        try {
            result.expectException(new CustomMatcher<Throwable>("a refusal") {
                @Override
                public boolean matches(Object thrown) {
                    refusals.add(((ActRefused) thrown).refusal());
                    return true;
                }
            });
        } catch (AxonAssertionError e) {
            // no exception
        }
        return new Tried(List.copyOf(events), refusals.isEmpty() ? null : refusals.get(0));
    }

    /** In a word or two. */
    String words() {
        if (refusal != null) {
            return "refused: " + refusal.getClass().getSimpleName();
        }
        return events.isEmpty()
                ? "nothing"
                : String.join(
                        " ",
                        events.stream()
                                .map(event -> event.getClass().getSimpleName())
                                .toList());
    }
}
