package io.consentry.gateway.console.callsuite;

import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.time.Duration;

/** The open connections to the front door, shared by all pages; they carry no cookies and follow nothing. */
@Singleton
class Connections {

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    HttpClient client() {
        return client;
    }
}
