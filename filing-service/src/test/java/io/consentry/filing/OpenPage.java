package io.consentry.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** A page that follows a practice's worklist. */
public final class OpenPage {

    private final BufferedReader heard;

    private OpenPage(InputStream stream) {
        this.heard = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    /** One that is connected by now. */
    public static OpenPage at(String practice, String token) throws Exception {
        HttpRequest follow = HttpRequest.newBuilder(URI.create(
                        RestAssured.baseURI + ":" + RestAssured.port + "/practices/" + practice + "/items/events"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(follow, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new OpenPage(answer.body());
    }

    /** The first line from now on that begins with this; "nothing" where the stream ends before. */
    public CompletableFuture<String> firstLine(String start) {
        return CompletableFuture.supplyAsync(() ->
                heard.lines().filter(line -> line.startsWith(start)).findFirst().orElse("nothing"));
    }
}
