package io.consentry.filing.item;

import static io.consentry.filing.item.Samples.NOW;
import static io.consentry.filing.item.Samples.PRACTICE;
import static io.consentry.filing.item.Samples.UNDO_TIME;
import static io.consentry.filing.item.Samples.filed;
import static io.consentry.filing.item.Samples.received;
import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.testing.ApprovedFile;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.junit.jupiter.api.Test;

/**
 * The whole decision table of an item: each command tried in each state, against a table that a person has read and
 * approved. A new command or status without its lines fails here.
 */
class EveryCommandInEveryStateTest {

    private static final Instant FINAL = NOW.plus(UNDO_TIME);

    private static Map<String, List<ItemEvent>> states() {
        Map<String, List<ItemEvent>> states = new LinkedHashMap<>();
        states.put("pending", past());
        states.put("pending, assigned to bob", past(Samples.assigned("bob")));
        states.put("pending, recalled", past(Samples.recalled()));
        states.put("pending, recall confirmed", past(Samples.recalled(), Samples.recallConfirmed()));
        states.put("pending, after an undo", past(filed(List.of()), Samples.undone("pending")));
        states.put("pending, after a retraction", past(filed(List.of()), Samples.retracted("pending")));
        states.put("filed", past(filed(List.of())));
        states.put("filed, recalled", past(filed(List.of()), Samples.recalled()));
        states.put("filed, newer document came", past(filed(List.of()), Samples.newerDocument()));
        states.put("filed, withdrawal asked", past(filed(List.of()), Samples.withdrawalAsked()));
        states.put("filed-with-changes", past(filed(List.of(1))));
        states.put("rejected", past(Samples.rejected()));
        states.put("replaced", past(Samples.replaced()));
        states.put("withdrawn", past(Samples.withdrawn()));
        return states;
    }

    private static List<ItemEvent> past(ItemEvent... later) {
        List<ItemEvent> past = new ArrayList<>();
        past.add(received());
        past.addAll(List.of(later));
        return past;
    }

    /** Each command as somebody sends it who saw the version. */
    private static Map<String, Object> commands(long seen) {
        Map<String, Object> commands = new LinkedHashMap<>();
        commands.put("file all", Samples.file(seen, List.of(), List.of(2)));
        commands.put("file without an entry", Samples.file(seen, List.of(1), List.of(2)));
        commands.put("file past a pressing flag", Samples.file(seen, List.of(), List.of()));
        commands.put("file nothing", Samples.file(seen, List.of(1, 2, 3, 4, 5), List.of(2)));
        commands.put("file without an unknown entry", Samples.file(seen, List.of(6), List.of(2)));
        commands.put("reject", Samples.reject(seen));
        commands.put("assign to bob", Samples.assign(seen, "bob"));
        commands.put("assign to nobody", Samples.assign(seen, null));
        commands.put("undo in time", Samples.undo(seen, NOW));
        commands.put("undo too late", Samples.undo(seen, FINAL));
        commands.put("retract in time to undo", Samples.retract(seen, NOW));
        commands.put("retract", Samples.retract(seen, FINAL));
        commands.put("add a note", Samples.addNote(seen));
        commands.put("replace", Samples.replace(PRACTICE));
        commands.put("replace, from another practice", Samples.replace("Z00002"));
        commands.put("withdraw", Samples.withdraw(PRACTICE));
        commands.put("withdraw, from another practice", Samples.withdraw("Z00002"));
        commands.put("recall", Samples.recall(PRACTICE));
        commands.put("recall, at another practice", Samples.recall("Z00002"));
        commands.put("confirm a recall", Samples.confirmRecall(PRACTICE));
        commands.put("confirm a recall, from another practice", Samples.confirmRecall("Z00002"));
        return commands;
    }

    @Test
    void everyCommand_doesInEveryState_whatTheApprovedTableSays() {
        StringBuilder table = new StringBuilder();
        states().forEach((state, past) -> {
            table.append(state).append('\n');
            commands(past.size() - 1L).forEach((name, command) -> table.append("    ")
                    .append(name)
                    .append(" -> ")
                    .append(Tried.given(past, command).words())
                    .append('\n'));
        });

        ApprovedFile.matches(Path.of("src/test/approved/every-command-in-every-state.txt"), table.toString());
    }

    @Test
    void everyActOfAPerson_isRefusedAsStale_inEveryState_whenAnotherVersionWasSeen() {
        for (Map.Entry<String, List<ItemEvent>> state : states().entrySet()) {
            long current = state.getValue().size() - 1L;
            for (long seen : new long[] {current - 1, current + 1, -1}) {
                commands(seen).forEach((name, command) -> {
                    if (command instanceof ItemCommand) {
                        assertThat(Tried.given(state.getValue(), command).refusal())
                                .as(state.getKey() + ", " + name)
                                .isEqualTo(new Refusal.StaleVersion(current));
                    }
                });
            }
        }
    }

    @Test
    void table_coversEveryCommandAndEveryStatus() {
        Set<Class<?>> handled = Arrays.stream(Item.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(CommandHandler.class))
                .map(Method::getParameterTypes)
                .map(parameters -> parameters[0])
                .collect(Collectors.toSet());
        assertThat(commands(0).values().stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(handled);
        assertThat(states().keySet().stream()
                        .map(name -> name.replaceAll(",.*", ""))
                        .collect(Collectors.toSet()))
                .isEqualTo(
                        Arrays.stream(ItemStatus.values()).map(ItemStatus::word).collect(Collectors.toSet()));
    }
}
