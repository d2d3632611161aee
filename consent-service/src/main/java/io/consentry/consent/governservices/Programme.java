package io.consentry.consent.governservices;

import io.consentry.consent.events.NoticeIssued;
import io.consentry.consent.events.ProgrammeEvent;
import io.consentry.consent.events.RulesChanged;
import io.consentry.consent.events.ServiceAdded;
import io.consentry.consent.governservices.AServiceNeedsANoticeThatHasRun.Announced;
import io.consentry.web.problem.ProblemType;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** What holds for all practices together. */
@RegisterForReflection
class Programme {

    /** The services that stood in the catalogue before the first was added, with their codes: as in its migration. */
    private static final Map<String, Set<String>> FIRST_SERVICES = Map.of(
            "pharmacy-first", Set.of("1577041000000109", "2129921000000100"),
            "blood-pressure-check", Set.of("1659111000000107"),
            "contraception", Set.of("1659121000000101"));

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // the framework reads it
    private @Nullable String stream;

    private final Map<String, Announced> notices = new HashMap<>();
    private final Map<String, Set<String>> services = new HashMap<>(FIRST_SERVICES);
    private final Map<String, String> safeguards = new HashMap<>();
    private @Nullable NoticePeriod period;

    Programme() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(IssueNotice command) {
        keep(decide(command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AddService command) {
        keep(decide(command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ChangeNoticePeriod command) {
        keep(decide(command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ChangeSafeguard command) {
        keep(decide(command));
    }

    private static void keep(List<ProgrammeEvent> events) {
        events.forEach(AggregateLifecycle::apply);
    }

    private List<ProgrammeEvent> decide(IssueNotice command) {
        Duration inForce = period(command.firstPeriod()).inForceAt(command.now());
        ANoticeRunsItsPeriod.check(command.earliestEffect(), inForce, command.now());
        return List.of(new NoticeIssued(
                command.notice(),
                command.service(),
                command.earliestEffect(),
                inForce.toString(),
                command.issuedBy(),
                command.consulted(),
                command.documentSha256(),
                command.actor()));
    }

    private List<ProgrammeEvent> decide(AddService command) {
        Set<String> present = services.get(command.service());
        if (present != null) {
            if (present.equals(Set.copyOf(command.codes()))) {
                return List.of();
            }
            throw ProblemType.SERVICE_EXISTS.because("The catalogue has a service of this key with other codes.");
        }
        ACodeNamesOneService.check(command.service(), command.codes(), services);
        AServiceNeedsANoticeThatHasRun.check(notices.get(command.notice()), command.service(), command.now());
        return List.of(new ServiceAdded(command.service(), command.codes(), command.notice(), command.actor()));
    }

    private List<ProgrammeEvent> decide(ChangeNoticePeriod command) {
        NoticePeriod known = period(command.firstPeriod());
        Duration inForce = known.inForceAt(command.now());
        boolean waits = known.next() != null && !inForce.equals(known.next());
        if (command.period().equals(waits ? known.next() : inForce)) {
            return List.of();
        }
        return List.of(new RulesChanged(
                RulesChanged.NOTICE_PERIOD,
                inForce.toString(),
                command.period().toString(),
                AShorterPeriodWaitsOutTheOldOne.effectOf(command.period(), inForce, command.now()),
                command.actor()));
    }

    private List<ProgrammeEvent> decide(ChangeSafeguard command) {
        String was = safeguards.get(command.safeguard());
        return command.mode().equals(was)
                ? List.of()
                : List.of(new RulesChanged(command.safeguard(), was, command.mode(), null, command.actor()));
    }

    private NoticePeriod period(Duration first) {
        return period == null ? NoticePeriod.of(first) : period;
    }

    @EventSourcingHandler
    void on(NoticeIssued issued) {
        stream = ProgrammeCommand.STREAM;
        notices.put(issued.notice(), new Announced(issued.service(), issued.earliestEffect()));
        if (period == null) {
            period = NoticePeriod.of(Duration.parse(issued.period()));
        }
    }

    @EventSourcingHandler
    void on(ServiceAdded added) {
        stream = ProgrammeCommand.STREAM;
        services.put(added.service(), Set.copyOf(added.codes()));
    }

    @EventSourcingHandler
    void on(RulesChanged changed, @Timestamp Instant recordedAt) {
        stream = ProgrammeCommand.STREAM;
        if (!changed.rule().equals(RulesChanged.NOTICE_PERIOD)) {
            safeguards.put(changed.rule(), changed.value());
            return;
        }
        Duration next = Duration.parse(changed.value());
        Duration was = changed.was() == null ? next : Duration.parse(changed.was());
        period = changed.effectiveFrom() == null
                ? NoticePeriod.of(next)
                : new NoticePeriod(
                        was, next, AShorterPeriodWaitsOutTheOldOne.effectOf(changed.effectiveFrom(), was, recordedAt));
    }
}
