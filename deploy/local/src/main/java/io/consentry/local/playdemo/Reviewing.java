package io.consentry.local.playdemo;

import static io.consentry.local.playdemo.Cast.PRACTICE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.consentry.local.callsuite.Answer;
import java.io.IOException;
import java.util.Optional;

/** A person at the practice reads what came, and files or rejects it. Nothing is filed by itself. */
record Reviewing(Stage stage) {

    /** Characters of an entry that are shown, so that a line stays in a narrow terminal. */
    private static final int LONGEST = 50;

    private static final String ITEMS = "/practices/" + PRACTICE + "/items";

    void findInWorklist(String id) throws IOException, InterruptedException, Unexpected {
        stage.narrator().step("It is in the practice's worklist");
        Answer page = Stage.await("the message in the worklist", () -> worklistPageWith(id), answer -> line(answer, id)
                .isPresent());
        JsonNode line = line(page, id).orElseThrow();
        stage.narrator().fact("patient", line.at("/patient/name").asText());
        stage.narrator().fact("NHS number", line.at("/patient/nhsNumber").asText());
        stage.narrator().fact("service", line.path("service").asText());
        stage.narrator().fact("received", line.path("receivedAt").asText());
        stage.narrator().fact("flags", line.path("flags").asText());
    }

    void file(String id) throws IOException, InterruptedException, Unexpected {
        stage.narrator().step("A person reads it and files it");
        Answer item = read(id);
        for (JsonNode entry : item.json().path("entries")) {
            stage.narrator().fact(entry.path("kind").asText(), words(entry));
        }
        ObjectNode request = Stage.json();
        ArrayNode acknowledged = request.putArray("acknowledge");
        item.json()
                .path("flags")
                .forEach(flag -> acknowledged.add(flag.path("id").asText()));
        Answer filed = act(id, item, "file", request);
        stage.narrator().fact("by", "Dr Tomas Lind");
        stage.narrator().fact("now", filed.text("/status") + ", version " + filed.text("/version"));
    }

    void reject(String id) throws IOException, InterruptedException, Unexpected {
        stage.narrator().step("A person rejects another");
        Stage.await("the message in the worklist", () -> item(id), answer -> answer.status() == 200);
        Answer rejected = act(
                id, read(id), "reject", Stage.json().put("reason", "incomplete").put("note", "Sent again by phone."));
        stage.narrator().fact("by", "Dr Tomas Lind");
        stage.narrator().fact("now", rejected.text("/status") + ", because incomplete");
    }

    private Answer act(String id, Answer item, String what, ObjectNode request)
            throws IOException, InterruptedException, Unexpected {
        String etag = item.header("ETag").orElseThrow(() -> new Unexpected("a version to act on", "there is no ETag"));
        return Stage.expect(
                200,
                "the item to be acted on",
                stage.gateway().post(ITEMS + "/" + id + "/" + what, stage.cast().reviewer(), etag, request));
    }

    private Answer read(String id) throws IOException, InterruptedException, Unexpected {
        return Stage.expect(200, "the item", item(id));
    }

    private Answer item(String id) throws IOException, InterruptedException {
        return stage.gateway().get(ITEMS + "/" + id, stage.cast().reviewer());
    }

    /** The worklist is oldest first, so a sandbox that is long in use shows new items on a late page. */
    private Answer worklistPageWith(String id) throws IOException, InterruptedException {
        String query = "?status=pending&limit=500";
        Answer page = stage.gateway().get(ITEMS + query, stage.cast().reviewer());
        while (line(page, id).isEmpty() && page.json().hasNonNull("next")) {
            page = stage.gateway()
                    .get(
                            ITEMS + query + "&next=" + page.text("/next"),
                            stage.cast().reviewer());
        }
        return page;
    }

    private static Optional<JsonNode> line(Answer page, String id) {
        for (JsonNode line : page.json().path("items")) {
            if (line.path("id").asText().equals(id)) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    private static String words(JsonNode entry) {
        String name = entry.at("/code/display").asText(entry.path("text").asText());
        String number = entry.at("/value/number").asText();
        String all = number.isEmpty()
                ? name
                : name + ": " + number + " " + entry.at("/value/unit").asText();
        return all.length() > LONGEST ? all.substring(0, LONGEST - 3) + "..." : all;
    }
}
