package io.consentry.gateway.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * As much of a browser as signing in needs: it keeps cookies, and fills in the provider's form. Browsers count the
 * loopback interface as secure, so cookies that are for secure connections only are sent there too.
 */
final class Browser {

    private static final Pattern FORM = Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");

    private final Map<String, String> cookies = new LinkedHashMap<>();

    HttpResponse<String> get(URI address) {
        return send(Http.request(address));
    }

    /** Fills in the form of the sign-in page at this address. The answer leads back to whoever asked for it. */
    HttpResponse<String> signIn(URI page, String name, String password) {
        HttpResponse<String> asked = get(page);
        Matcher form = FORM.matcher(asked.body());
        assertThat(form.find()).as(asked.statusCode() + " " + asked.body()).isTrue();
        URI action = URI.create(form.group(1).replace("&amp;", "&"));
        return send(Http.form(action, Map.of("username", name, "password", password)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = Http.send(request.build());
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
        return answer;
    }

    private void keep(String cookie) {
        String[] named = cookie.split(";", 2)[0].split("=", 2);
        if (named[1].isEmpty() || cookie.contains("Max-Age=0")) {
            cookies.remove(named[0]);
        } else {
            cookies.put(named[0], named[1]);
        }
    }

    /** Where an answer leads. */
    static URI destination(HttpResponse<?> answer) {
        return URI.create(answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError("leads nowhere: " + answer.statusCode() + " " + answer.body())));
    }
}
