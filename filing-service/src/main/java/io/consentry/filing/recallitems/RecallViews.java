package io.consentry.filing.recallitems;

import io.consentry.filing.threads.OffTheEventLoop;
import io.consentry.web.caller.Caller;
import io.consentry.web.caller.Role;
import io.consentry.web.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Recalls as whoever asks may see them: counts of all practices for an operator, its own for a practice. */
@Singleton
class RecallViews {

    private final RecallRegister register;
    private final OwnRecalledItems own;

    RecallViews(RecallRegister register, OwnRecalledItems own) {
        this.register = register;
        this.own = own;
    }

    Uni<List<RecallPage>> all(Caller caller) {
        if (caller.has(Role.OPERATOR)) {
            return OffTheEventLoop.call(register::newest);
        }
        return own.counts(caller.ods())
                .chain(counts -> OffTheEventLoop.call(() -> register.these(counts.keySet()).stream()
                        .map(recall -> recall.of(Objects.requireNonNull(counts.get(recall.id()))))
                        .toList()));
    }

    /** 404 where there is none, or none that concerns the caller. */
    Uni<RecallPage> one(String recallId, Caller caller) {
        return caller.has(Role.OPERATOR) ? asOperator(recallId) : asPractice(recallId, caller.ods());
    }

    Uni<RecallPage> asOperator(String recallId) {
        return OffTheEventLoop.call(() -> {
            RecallPage recall = required(register.find(recallId));
            return recall.with(recall.found(), register.atPractices(recallId));
        });
    }

    Uni<RecallPage> asPractice(String recallId, String practice) {
        return own.counts(practice)
                .map(counts -> required(Optional.ofNullable(counts.get(recallId))))
                .chain(here -> OffTheEventLoop.call(
                        () -> required(register.find(recallId)).of(here)));
    }

    private static <T> T required(Optional<T> found) {
        return found.orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no such recall for you."));
    }
}
