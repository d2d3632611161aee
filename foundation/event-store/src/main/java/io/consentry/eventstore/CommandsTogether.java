package io.consentry.eventstore;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Commands that share a transaction, and the way to the database: the streams that they concern are read by one statement,
 * and no command has a savepoint of its own. What they append is written by one statement anyhow.
 */
final class CommandsTogether {

    private static final String PASTS = "pasts-of-commands-together";

    private final CommandBus bus;
    private final PostgresEventStorage storage;
    private final CommandTargetResolver targets;

    CommandsTogether(CommandBus bus, PostgresEventStorage storage, CommandTargetResolver targets) {
        this.bus = bus;
        this.storage = storage;
        this.targets = targets;
    }

    /** Within the unit of work at hand. */
    <R> List<CommandAnswer<R>> send(List<?> commands) {
        if (commands.isEmpty()) {
            return List.of();
        }
        List<Addressed> addressed = commands.stream()
                .<CommandMessage<Object>>map(GenericCommandMessage::asCommandMessage)
                .map(command ->
                        new Addressed(command, targets.resolveTarget(command).getIdentifier()))
                .toList();
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        root.resources().put(PASTS, pasts(streams(addressed)));
        try {
            Map<Addressed, CommandAnswer<R>> answers = new IdentityHashMap<>();
            // Each stream is locked until the end: in the same order, whoever sends them, nobody waits for each other.
            addressed.stream()
                    .sorted(Comparator.comparing(Addressed::stream))
                    .forEach(one -> answers.put(one, dispatch(one.command())));
            return addressed.stream().map(answers::get).toList();
        } finally {
            root.resources().remove(PASTS);
        }
    }

    /** A single stream is read once its lock is held: whoever waited for it finds what happened meanwhile. */
    private Map<String, List<DomainEventData<?>>> pasts(Set<String> streams) {
        return streams.size() == 1 ? Map.of() : storage.readAll(streams);
    }

    private static Set<String> streams(List<Addressed> commands) {
        return commands.stream().map(Addressed::stream).collect(Collectors.toSet());
    }

    private <R> CommandAnswer<R> dispatch(CommandMessage<Object> command) {
        FutureCallback<Object, R> result = new FutureCallback<>();
        bus.dispatch(command, result);
        CommandResultMessage<? extends R> answer = result.getResult();
        if (answer.isExceptional() && answer.exceptionResult() instanceof LockAcquisitionFailedException blocked) {
            throw new ConcurrencyException("Somebody else waits for what is locked here", blocked);
        }
        return CommandAnswer.of(answer);
    }

    /** Whether the thread is at work on commands that are sent together. */
    static boolean areAtWork() {
        return CurrentUnitOfWork.isStarted()
                && CurrentUnitOfWork.get().root().resources().containsKey(PASTS);
    }

    /** The events of a stream where they were read with those of others, else what the supplier reads. */
    static List<? extends DomainEventData<?>> pastOf(
            String stream, long from, int atMost, Supplier<List<? extends DomainEventData<?>>> otherwise) {
        List<DomainEventData<?>> past = areAtWork() ? pastsAtHand().get(stream) : null;
        return past == null
                ? otherwise.get()
                : past.stream()
                        .filter(event -> event.getSequenceNumber() >= from)
                        .limit(atMost)
                        .toList();
    }

    private static Map<String, List<DomainEventData<?>>> pastsAtHand() {
        return CurrentUnitOfWork.get().root().getResource(PASTS);
    }

    private record Addressed(CommandMessage<Object> command, String stream) {}
}
