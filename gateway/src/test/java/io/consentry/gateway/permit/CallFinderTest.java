package io.consentry.gateway.permit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallFinderTest {

    private static final Call ONE = call("GET", "/things/{id}");
    private static final Call EVENTS = call("GET", "/things/events");
    private static final Call PUT = call("PUT", "/things/{id}");
    private static final Call PART = call("POST", "/practices/{ods}/things/{id}");
    private static final Call BELOW = call("GET", "/pages/*");

    private final CallFinder finder = new CallFinder(List.of(ONE, EVENTS, PUT, PART, BELOW));

    @Test
    void readsTheVariables_ofAPath() {
        assertThat(finder.find("POST", "/practices/Z00001/things/7"))
                .isInstanceOfSatisfying(FoundCall.Listed.class, found -> {
                    assertThat(found.call()).isEqualTo(PART);
                    assertThat(found.organisation()).isEqualTo("Z00001");
                    assertThat(found.variables()).containsEntry("id", "7");
                });
    }

    @Test
    void prefersALiteral_toAVariable() {
        assertThat(finder.find("GET", "/things/events"))
                .isInstanceOfSatisfying(FoundCall.Listed.class, found -> assertThat(found.call())
                        .isEqualTo(EVENTS));
    }

    @Test
    void namesTheOtherMethods_ofAPathThatExists() {
        assertThat(finder.find("DELETE", "/things/7")).isEqualTo(new FoundCall.OtherMethods(Set.of("GET", "PUT")));
        assertThat(finder.find("get", "/things/7")).isInstanceOf(FoundCall.OtherMethods.class);
    }

    @Test
    void findsWhatIsBelow_onlyWhereAllBelowIsListed() {
        assertThat(finder.find("GET", "/pages/a/b.css")).isInstanceOf(FoundCall.Listed.class);
        assertThat(finder.find("GET", "/pages")).isInstanceOf(FoundCall.Unlisted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "", "/things", "/things/", "/things/7/", "//things/7", "/Things/7", "/internal/events"})
    void findsNothing_forAnyOtherPath(String path) {
        assertThat(finder.find("GET", path)).isInstanceOf(FoundCall.Unlisted.class);
    }

    private static Call call(String method, String template) {
        return new Call(method, template, Destination.INGEST, Worth.QUESTION, List.of(Grant.anyone()));
    }
}
