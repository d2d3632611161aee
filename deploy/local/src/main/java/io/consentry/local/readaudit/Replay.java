package io.consentry.local.readaudit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The switches of all practices, computed from nothing but the log.
 *
 * <p>In force at a time is the decision with the latest effect up to then, and among those of one moment the last
 * recorded. A decision that was called off before its time never takes effect. A switch that nobody ever decided is
 * opted out.
 */
public final class Replay {

    /** What a practice's master switch is called beside its services. */
    public static final String MASTER = "master";

    private final Map<String, Map<String, List<Move>>> moves = new TreeMap<>();
    private final Set<String> cancelled = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private long last;
    private Instant lastRecorded = Instant.MIN;

    /** Takes the next event of a whole log, and notes where it does not follow on the one before. */
    public void add(ConsentEvent event) {
        if (event.position() != last + 1) {
            faults.add("position " + event.position() + " follows on " + last);
        }
        if (event.recordedAt().isBefore(lastRecorded)) {
            faults.add("position " + event.position() + " was recorded before the one it follows on");
        }
        last = event.position();
        lastRecorded = event.recordedAt();
        event.cancels().ifPresent(cancelled::add);
        if (event.movedASwitch()) {
            String name = event.service() == null ? MASTER : event.service();
            moves.computeIfAbsent(event.practice(), practice -> new TreeMap<>())
                    .computeIfAbsent(name, none -> new ArrayList<>())
                    .add(new Move(
                            event.position(),
                            Objects.requireNonNull(event.decision()),
                            event.inForceFrom(),
                            event.id()));
        }
    }

    /** How many events there were: in a gapless log, the position of the last. */
    public long events() {
        return last;
    }

    /** What is wrong with the order of the log; nothing for a log that is whole. */
    public List<String> faults() {
        return Collections.unmodifiableList(faults);
    }

    /** Every practice that ever moved a switch. */
    public Iterable<String> practices() {
        return Collections.unmodifiableSet(moves.keySet());
    }

    /** The names of a practice's switches that were ever moved. */
    public Iterable<String> switches(String practice) {
        return Collections.unmodifiableSet(
                moves.getOrDefault(practice, Map.of()).keySet());
    }

    /** The decision in force at a time. */
    public Optional<Move> inForce(String practice, String name, Instant at) {
        return moves.getOrDefault(practice, Map.of()).getOrDefault(name, List.of()).stream()
                .filter(move -> !move.inForceFrom().isAfter(at) && !cancelled.contains(move.id()))
                .max(Comparator.comparing(Move::inForceFrom).thenComparing(Move::position));
    }

    /**
     * A decision: what is kept of its event, so that a log of a million fits into memory.
     *
     * @param id of the event, by which a later one may call it off
     */
    public record Move(long position, String decision, Instant inForceFrom, String id) {}
}
