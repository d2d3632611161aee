package io.consentry.local.playdemo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.consentry.local.callsuite.Answer;
import io.consentry.local.callsuite.Gateway;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** What every scene needs: the gateway, the people, the narrator, and a way to insist. */
record Stage(Gateway gateway, Cast cast, Narrator narrator) {

    /** A suite that was started for people tells senders only after a minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    static ObjectNode json() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Insists on a status. */
    static Answer expect(int status, String meaning, Answer answer) throws Unexpected {
        if (answer.status() != status) {
            throw new Unexpected(meaning + " (" + status + ")", "the answer was " + answer.summary());
        }
        return answer;
    }

    /** Insists on a refusal by name. */
    static Answer expectProblem(int status, String problem, Answer answer) throws Unexpected {
        expect(status, "the refusal " + problem, answer);
        if (!answer.problem().equals(problem)) {
            throw new Unexpected("the refusal " + problem, "it was " + answer.summary());
        }
        return answer;
    }

    /** Asks until the answer is as hoped for, for half a minute at most. */
    static Answer await(String meaning, Callable<Answer> ask, Predicate<Answer> hope)
            throws Unexpected, IOException, InterruptedException {
        long began = System.nanoTime();
        while (true) {
            Answer answer = call(ask);
            if (hope.test(answer)) {
                return answer;
            }
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new Unexpected(
                        meaning + " within " + PATIENCE.toSeconds() + " s",
                        "the last answer was " + answer.summary() + " " + answer.text("/status"));
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    private static Answer call(Callable<Answer> ask) throws IOException, InterruptedException {
        try {
            return ask.call();
        } catch (IOException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
