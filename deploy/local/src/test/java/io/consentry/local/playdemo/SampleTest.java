package io.consentry.local.playdemo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SampleTest {

    private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern REFERENCES = Pattern.compile("<reference value=\"urn:uuid:([^\"]+)\"");
    private static final Pattern FULL_URLS = Pattern.compile("<fullUrl value=\"urn:uuid:([^\"]+)\"");

    @ParameterizedTest
    @EnumSource
    void written_hasIdentifiersThatWereNeverUsed(Sample sample) throws IOException {
        Set<String> first = uuids(text(sample));
        assertThat(uuids(text(sample))).hasSameSizeAs(first).doesNotContainAnyElementsOf(first);
    }

    @ParameterizedTest
    @EnumSource
    void written_keepsReferencesWhole(Sample sample) throws IOException {
        String text = text(sample);
        assertThat(found(REFERENCES, text)).isNotEmpty().isSubsetOf(found(FULL_URLS, text));
    }

    private static String text(Sample sample) throws IOException {
        return new String(sample.written(), StandardCharsets.UTF_8);
    }

    private static Set<String> uuids(String text) {
        return UUIDS.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }
}
