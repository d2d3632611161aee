package io.consentry.filing.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever people, senders and operators do one after another, the item and a simple model of it agree. */
class RandomActsTest {

    @Property(tries = 150)
    void item_agreesWithTheModel_afterEveryAct(@ForAll("acts") List<Function<Long, Object>> acts) {
        List<ItemEvent> past = new ArrayList<>(List.of(Samples.received()));
        ItemModel model = new ItemModel();
        for (Function<Long, Object> act : acts) {
            Object command = act.apply(model.version);

            Tried tried = Tried.given(past, command);

            assertThat(!tried.events().isEmpty())
                    .as("%s after %s: %s", command, past, tried.words())
                    .isEqualTo(model.tries(command));
            past.addAll(tried.events());
            assertThat(past).hasSize((int) model.version + 1);
            assertThat(status(past)).isEqualTo(model.status);
        }
    }

    /** What the worklist would show. */
    private static String status(List<ItemEvent> past) {
        String status = "pending";
        for (ItemEvent event : past) {
            if (event instanceof ItemFiled filed) {
                status = filed.status().word();
            } else if (event instanceof ItemRejected) {
                status = "rejected";
            } else if (event instanceof ItemReplaced) {
                status = "replaced";
            } else if (event instanceof ItemWithdrawn) {
                status = "withdrawn";
            } else if (event instanceof DecisionUndone undone) {
                status = undone.backTo();
            } else if (event instanceof FilingRetracted retracted) {
                status = retracted.backTo();
            }
        }
        return status;
    }

    /** Acts of people who saw the current version, mostly, and of others who saw none. */
    @Provide
    Arbitrary<List<Function<Long, Object>>> acts() {
        Arbitrary<Long> missed = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.just(0L)),
                Tuple.of(1, Arbitraries.longs().between(-1, 1)));
        Arbitrary<Instant> times = Arbitraries.of(Samples.NOW, Samples.NOW.plus(Samples.UNDO_TIME));
        Arbitrary<Function<Long, Object>> act = Combinators.combine(
                        Arbitraries.integers().between(0, 10), missed, times)
                .as((kind, off, at) -> version -> command(kind, version + off, at));
        return act.list().ofMinSize(1).ofMaxSize(14);
    }

    private static Object command(int kind, long seen, Instant at) {
        return switch (kind) {
            case 0 -> Samples.file(seen, List.of(), List.of(2));
            case 1 -> Samples.file(seen, List.of(1), List.of(2));
            case 2 -> Samples.reject(seen);
            case 3 -> Samples.undo(seen, at);
            case 4 -> Samples.retract(seen, at);
            case 5 -> Samples.assign(seen, at.equals(Samples.NOW) ? "bob" : null);
            case 6 -> Samples.addNote(seen);
            case 7 -> Samples.replace(Samples.PRACTICE);
            case 8 -> Samples.withdraw(Samples.PRACTICE);
            case 9 -> Samples.recall(Samples.PRACTICE);
            default -> Samples.confirmRecall(Samples.PRACTICE);
        };
    }
}
