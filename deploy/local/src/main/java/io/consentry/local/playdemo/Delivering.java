package io.consentry.local.playdemo;

import static io.consentry.local.playdemo.Cast.PRACTICE;

import io.consentry.local.callsuite.Answer;
import java.io.IOException;
import java.util.function.Predicate;

/** The pharmacy sends, and is told what became of what it sent. */
record Delivering(Stage stage) {

    private static final String XML = "application/fhir+xml";

    /** Sends a sample and gives its id. */
    String send(Sample sample) throws IOException, InterruptedException, Unexpected {
        stage.narrator().step("A pharmacy sends a consultation: " + sample.service());
        byte[] message = sample.written();
        Answer taken = Stage.expect(202, "the message to be taken", post(message));
        stage.narrator().fact("id", taken.text("/id"));
        stage.narrator().fact("status", taken.text("/status"));
        stage.narrator()
                .fact(
                        "let in by",
                        "event " + taken.text("/decision/position") + ", read at " + taken.text("/decision/at"));
        taken.json().path("flags").forEach(flag -> stage.narrator()
                .fact("flag", flag.path("rule").asText()));
        Answer again = Stage.expect(200, "the same message again to be recognised", post(message));
        if (!again.text("/id").equals(taken.text("/id"))) {
            throw new Unexpected("the same id for the same message", "it was " + again.text("/id"));
        }
        stage.narrator().fact("sent twice", "same id, nothing doubled");
        return taken.text("/id");
    }

    /** Waits until the sender is told the outcome. */
    void hearOutcome(String id, String outcome) throws IOException, InterruptedException, Unexpected {
        stage.narrator().step("The pharmacy hears: " + outcome);
        Predicate<Answer> told = answer -> answer.text("/status").equals(outcome);
        Answer answer = Stage.await(
                "the sender to be told " + outcome,
                () -> stage.gateway().get("/update-records/" + id, stage.cast().pharmacy()),
                told);
        answer.json().path("timeline").forEach(entry -> stage.narrator()
                .fact(
                        entry.path("status").asText(),
                        entry.path("at").asText()
                                + (entry.hasNonNull("reason")
                                        ? ", " + entry.path("reason").asText()
                                        : "")));
    }

    void beRefused() throws IOException, InterruptedException, Unexpected {
        stage.narrator().step("The next message is refused");
        Answer refused = Stage.expectProblem(409, "practice-opted-out", post(Sample.PHARMACY_FIRST.written()));
        if (!refused.text("/itkCode").equals("20010")) {
            throw new Unexpected("the ITK3 code 20010", "it was " + refused.text("/itkCode"));
        }
        stage.narrator().fact("answer", "409 practice-opted-out, ITK3 code 20010");
        stage.narrator().fact("fallback", refused.text("/fallback/id"));
        stage.narrator().say("The pharmacy now owes the practice this consultation another way; the duty stays open.");
    }

    private Answer post(byte[] message) throws IOException, InterruptedException {
        return stage.gateway().sendMessage(PRACTICE, stage.cast().pharmacy(), XML, message);
    }
}
