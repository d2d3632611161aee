package io.consentry.local.playdemo;

import static io.consentry.local.playdemo.Cast.PRACTICE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.consentry.local.callsuite.Answer;
import java.io.IOException;
import java.util.List;

/** The practice decides; nobody else does. */
record MovingTheSwitch(Stage stage) {

    private static final String SWITCH = "/practices/" + PRACTICE + "/consent";

    void optIn() throws IOException, InterruptedException, Unexpected {
        stage.narrator().step("The practice decides");
        stage.narrator()
                .say("Dr Asha Verrall, data controller of practice " + PRACTICE
                        + ", opts in: to messages at all, and to two services.");
        Answer master = move(SWITCH, "opted-in", "trial");
        show("master", master.text("/master/decision"), master.text("/master/since"), master.text("/master/position"));
        for (Sample sample : Sample.values()) {
            Answer service = move(SWITCH + "/" + sample.service(), "opted-in", "trial");
            String state = "/services/" + sample.service();
            show(
                    sample.service(),
                    service.text(state + "/effective"),
                    service.text(state + "/since"),
                    service.text(state + "/position"));
            if (!service.text(state + "/effective").equals("opted-in")) {
                throw new Unexpected(sample.service() + " to be effectively opted in", "it is not");
            }
        }
    }

    void othersTry() throws IOException, InterruptedException, Unexpected {
        stage.narrator().step("Nobody else can move it");
        stage.narrator()
                .say("The operator who runs the suite tries, and so does the data controller of practice "
                        + Cast.OTHER_PRACTICE + ". Both are refused, and both attempts are recorded.");
        for (String token : List.of(stage.cast().operator(), stage.cast().neighbour())) {
            Answer refusal = Stage.expectProblem(
                    403,
                    "only-the-practice-decides",
                    stage.gateway().put(SWITCH, token, decision("opted-out", "other")));
            stage.narrator().fact("refused", refusal.status() + " " + refusal.problem());
        }
        Answer still = Stage.expect(
                200,
                "the practice's switch",
                stage.gateway().get(SWITCH, stage.cast().dataController()));
        if (!still.text("/master/decision").equals("opted-in")) {
            throw new Unexpected("the switch to stand where the practice left it", "it was moved");
        }
        stage.narrator().fact("the switch", "still opted-in");
    }

    void optOut() throws IOException, InterruptedException, Unexpected {
        stage.narrator().step("The practice opts out");
        stage.narrator().say("Dr Verrall opts out. From the moment this is answered, nothing comes in.");
        Answer master = move(SWITCH, "opted-out", "workload");
        show("master", master.text("/master/decision"), master.text("/master/since"), master.text("/master/position"));
    }

    private Answer move(String path, String decision, String reason)
            throws IOException, InterruptedException, Unexpected {
        Answer answer = stage.gateway().put(path, stage.cast().dataController(), decision(decision, reason));
        return Stage.expect(200, "the decision to be recorded", answer);
    }

    private static ObjectNode decision(String decision, String reason) {
        return Stage.json().put("decision", decision).put("reason", reason);
    }

    private void show(String name, String decision, String since, String position) {
        stage.narrator().fact(name, decision + " since " + since + ", event " + position);
    }
}
