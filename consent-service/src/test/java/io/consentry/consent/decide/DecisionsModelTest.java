package io.consentry.consent.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consentry.consent.cancelscheduled.CancellationsStandAlone;
import io.consentry.consent.decide.SwitchModel.Step;
import io.consentry.consent.events.Actor;
import io.consentry.consent.events.Decision;
import io.consentry.consent.keepevents.Circumstances;
import io.consentry.consent.keepevents.Commands;
import io.consentry.consent.keepevents.Disclosure;
import io.consentry.consent.keepevents.PartOfEventSourcing;
import io.consentry.consent.keepevents.StandAlone;
import io.consentry.consent.showstate.ConsentState;
import io.consentry.consent.showstate.ConsentStates;
import io.consentry.consent.showstate.StatesStandAlone;
import io.consentry.eventstore.EventSourcing;
import io.consentry.eventstore.EventSourcingBuilder;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/**
 * Whatever a practice does, in whatever order, over whatever time and restarts: the stored state is that of a simple
 * model, at every past position and instant, and what was answered about the past is answered again.
 */
class DecisionsModelTest {

    private static final List<String> SWITCHES = List.of("", "contraception", "pharmacy-first");
    private static final long TODAY = Long.MAX_VALUE - 1;

    private static @Nullable StandAlone database;
    private static @Nullable EventSourcing eventSourcing;
    private static int practices;

    /** Something that happens. */
    sealed interface Happening permits Move, Pause, Cancel, TimePasses, Restart {}

    /** At once where there is no delay, else so many milliseconds later. */
    record Move(String service, Decision decision, int delay) implements Happening {}

    record Pause() implements Happening {}

    /** Of one of the decisions so far. */
    record Cancel(int which) implements Happening {}

    record TimePasses(int micros) implements Happening {}

    record Restart() implements Happening {}

    @Provide
    Arbitrary<List<Happening>> histories() {
        Arbitrary<Happening> move = Combinators.combine(
                        Arbitraries.of(SWITCHES),
                        Arbitraries.of(Decision.class),
                        Arbitraries.frequencyOf(
                                Tuple.of(1, Arbitraries.just(0)),
                                Tuple.of(2, Arbitraries.integers().between(1, 40))))
                .as(Move::new);
        return Arbitraries.frequencyOf(
                        Tuple.of(8, move),
                        Tuple.of(1, Arbitraries.just((Happening) new Pause())),
                        Tuple.of(3, Arbitraries.integers().between(0, 30).map(Cancel::new)),
                        Tuple.of(4, Arbitraries.integers().between(1, 30_000).map(TimePasses::new)),
                        Tuple.of(1, Arbitraries.just((Happening) new Restart())))
                .list()
                .ofMinSize(1)
                .ofMaxSize(80);
    }

    @BeforeContainer
    static void begin() throws IOException, SQLException {
        database = StandAlone.start();
        // Far ahead of the machine's clock, the log's stands still but for what the test and the events do to it.
        database.setClock("timestamptz '2100-01-01T00:00:00Z'");
        restart();
    }

    @AfterContainer
    static void end() throws IOException {
        if (eventSourcing != null) {
            eventSourcing.close();
        }
        if (database != null) {
            database.close();
        }
    }

    private static StandAlone database() {
        return Optional.ofNullable(database).orElseThrow();
    }

    private static EventSourcing eventSourcing() {
        return Optional.ofNullable(eventSourcing).orElseThrow();
    }

    private static void restart() {
        if (eventSourcing != null) {
            eventSourcing.close();
        }
        PartOfEventSourcing practice =
                (EventSourcingBuilder builder) -> builder.aggregate(PracticeConsent.class, 20, "1");
        eventSourcing = database()
                .eventSourcing(List.of(practice, StatesStandAlone.projection(), CancellationsStandAlone.projection()));
    }

    @Property(tries = 60)
    void storedState_isThatOfTheModel_atEveryPositionAndInstant(@ForAll("histories") List<Happening> history)
            throws Exception {
        new Run(String.format("T%05d", practices++)).through(history);
    }

    /** One practice's history, in the store and in the model. */
    private static final class Run {

        private final String practice;
        private final Actor ann;
        private final Commands commands = database().commands(DecisionsModelTest::eventSourcing);
        private final ConsentStates states = StatesStandAlone.of(database().dataSource());
        private final SwitchModel model = new SwitchModel();
        private final Map<Long, Instant> recorded = new LinkedHashMap<>();
        private final Map<Instant, ConsentState> answered = new LinkedHashMap<>();
        private final List<String> ids = new ArrayList<>();
        private long head;
        private boolean enrolled;

        Run(String practice) {
            this.practice = practice;
            this.ann = new Actor("ann", "data-controller", practice);
            this.head = database()
                    .rows()
                    .first("select position from consent_head", row -> row.getLong(1))
                    .orElseThrow();
        }

        void through(List<Happening> history) throws Exception {
            for (Happening happening : history) {
                happen(happening);
                Instant now = commands.now();
                compare(states.now(practice), now, TODAY);
                answered.put(now, states.at(practice, now));
            }
            atTheEnd();
        }

        private void happen(Happening happening) throws SQLException {
            Instant now = commands.now();
            if (happening instanceof TimePasses time) {
                database().setClock("recorded_at + interval '" + time.micros() + " microseconds'");
            } else if (happening instanceof Restart) {
                restart();
            } else if (happening instanceof Move move) {
                move(move, now);
            } else if (happening instanceof Cancel cancel && !model.steps().isEmpty()) {
                cancel(model.steps().get(cancel.which() % model.steps().size()), cancel.which() % ids.size(), now);
            } else if (happening instanceof Pause) {
                boolean moves = model.decisionAt("", now, TODAY) == Decision.OPTED_IN;
                send(new PauseSwitch(act(now), "workload"));
                if (moves) {
                    Instant at = event(now);
                    decided(at, Decision.OPTED_OUT, "");
                    model.steps().get(model.steps().size() - 1).pause = true;
                }
            }
        }

        private void move(Move move, Instant now) {
            Instant later = now.truncatedTo(ChronoUnit.MILLIS).plusMillis(move.delay());
            Instant from = move.delay() == 0 ? null : later;
            if (from != null && !from.isAfter(now)) {
                return;
            }
            boolean already = from == null
                    ? model.decisionAt(move.service(), now, TODAY) == move.decision()
                            && !model.isPausedAt(move.service(), now, TODAY)
                    : model.decidedFor(move.service(), from) == move.decision();
            String service = move.service().isEmpty() ? null : move.service();
            send(new MoveSwitch(act(now), service, move.decision(), "trial", from, true));
            if (already) {
                return;
            }
            Instant before = enrolled ? now : event(now);
            enrolled = true;
            Instant at = event(before);
            decided(from == null || from.isBefore(at) ? at : from, move.decision(), move.service());
        }

        private void cancel(Step step, int index, Instant now) {
            CancelScheduled command = new CancelScheduled(act(now), ids.get(index));
            if (step.cancelledBy != Long.MAX_VALUE || !step.from.isAfter(now.plusNanos(1000))) {
                assertThatThrownBy(() -> send(command)).isInstanceOf(HttpProblem.class);
                return;
            }
            send(command);
            event(now);
            step.cancelledBy = head;
        }

        private Act act(Instant now) {
            return new Act(practice, ann, now, null);
        }

        private void send(PracticeCommand command) {
            commands.send(command, new Circumstances("model", Disclosure.of("Ann", null)));
        }

        /** An event has the next position, a microsecond later. */
        private Instant event(Instant now) {
            head++;
            Instant at = now.plusNanos(1000);
            recorded.put(head, at);
            return at;
        }

        private void decided(Instant from, Decision decision, String service) {
            model.add(head, from, decision, service);
            ids.add(database()
                    .rows()
                    .first("select event_id from consent_event where position = ?", row -> row.getString(1), head)
                    .orElseThrow());
        }

        private void compare(ConsentState state, Instant time, long known) {
            assertThat(state.master().decision()).isEqualTo(model.decisionAt("", time, known));
            assertThat(state.master().position())
                    .isEqualTo(model.inForce("", time, known)
                            .map(step -> step.position)
                            .orElse(0L));
            for (String service : SWITCHES.subList(1, SWITCHES.size())) {
                var own = Objects.requireNonNull(state.services().get(service));
                assertThat(own.decision()).isEqualTo(model.decisionAt(service, time, known));
                assertThat(own.position())
                        .isEqualTo(model.inForce(service, time, known)
                                .map(step -> step.position)
                                .orElse(0L));
            }
        }

        private void atTheEnd() throws IOException {
            assertThat(commands.now())
                    .isAfterOrEqualTo(
                            recorded.values().stream().reduce((a, b) -> b).orElse(Instant.EPOCH));
            answered.forEach((time, answer) -> {
                ConsentState again = states.at(practice, time);
                assertThat(again.master()).isEqualTo(answer.master());
                assertThat(again.services()).isEqualTo(answer.services());
            });
            TreeSet<Instant> instants = new TreeSet<>(recorded.values());
            model.steps().forEach(step -> instants.addAll(List.of(step.from, step.from.minusNanos(1000))));
            instants.forEach(time -> compare(states.at(practice, time), time, TODAY));
            for (Map.Entry<Long, Instant> event : recorded.entrySet()) {
                Optional<ConsentState> then =
                        StatesStandAlone.every(database().dataSource(), event.getValue(), event.getKey()).stream()
                                .filter(state -> state.practice().equals(practice))
                                .findFirst();
                boolean decided = SWITCHES.stream().anyMatch(key -> model.inForce(key, event.getValue(), event.getKey())
                        .isPresent());
                assertThat(then.isPresent()).isEqualTo(decided);
                then.ifPresent(state -> compare(state, event.getValue(), event.getKey()));
            }
        }
    }
}
