package io.consentry.local.verifylog;

import static io.consentry.local.verifylog.TestLog.PRACTICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class VerifyCommandTest {

    /** The line of the first event: the header and one key stand before it. */
    private static final int FIRST = 2;

    @TempDir
    private @Nullable Path directory;

    private final TestLog log = TestLog.of(12);

    private record Outcome(int exitCode, JsonNode verdict) {}

    private Outcome verify(List<String> lines, String... options) throws IOException {
        Path bundle = write("bundle", String.join("\n", lines) + "\n");
        List<String> arguments = new ArrayList<>(List.of(bundle.toString(), "--json"));
        arguments.addAll(Arrays.asList(options));
        StringWriter out = new StringWriter();
        int exitCode = new CommandLine(new VerifyCommand())
                .setOut(new PrintWriter(out))
                .execute(arguments.toArray(String[]::new));
        return new Outcome(exitCode, new ObjectMapper().readTree(out.toString()));
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(java.util.Objects.requireNonNull(directory).resolve(name), content);
    }

    private String checkpointOf(TestLog honest, int size) throws IOException {
        return write("checkpoint-" + size, honest.checkpoint(size)).toString();
    }

    private String keyOf(TestLog honest, int index) throws IOException {
        return write("key", honest.keys.get(index).signer().key() + "\n").toString();
    }

    /** The line of the event at a position, where a checkpoint stands after every fourth. */
    private static int line(int position) {
        return FIRST + position - 1 + (position - 1) / 4;
    }

    /** What somebody does to the file, who cannot sign: what is wrong shows where it is wrong. */
    static Stream<Arguments> editedFiles() {
        return Stream.of(
                edit("a payload is changed", 5, lines -> replace(lines, 5, "opted-out", "opted-in")),
                edit("a time is changed", 6, lines -> replace(lines, 6, "T09:00:05", "T09:00:06")),
                edit("a name is changed", 7, lines -> replace(lines, 7, "Dr ", "Mr ")),
                edit("a hash is changed", 7, lines -> replace(lines, 7, "\"leafHash\":\"", "\"leafHash\":\"0")),
                edit(
                        "a hash is taken away",
                        7,
                        lines -> lines.set(line(7), lines.get(line(7)).replaceAll(",\"leafHash\":\"[0-9a-f]+\"", ""))),
                edit("one in the middle is deleted", 6, lines -> lines.remove(line(6))),
                edit("the tail is deleted", 10, lines -> lines.subList(line(10), lines.size())
                        .clear()),
                edit("the tail is deleted and the end made to fit", 10, lines -> {
                    lines.subList(line(10), lines.size()).clear();
                    lines.add("{\"end\":true,\"events\":9}");
                }),
                edit("the last line breaks off", 12, lines -> {
                    lines.subList(line(12) + 1, lines.size()).clear();
                    lines.set(line(12), lines.get(line(12)).substring(0, 200));
                }),
                edit("two are swapped", 6, lines -> Collections.swap(lines, line(6), line(7))),
                edit("one is inserted twice", 6, lines -> lines.add(line(6), lines.get(line(6)))),
                edit(
                        "another is inserted",
                        6,
                        lines -> lines.add(line(6), TestLog.of(30).bundle().get(line(25)))),
                edit(
                        "a member is added behind the hash",
                        6,
                        lines -> lines.set(
                                line(6), lines.get(line(6)).replaceAll("\\}$", ",\"decision\":\"opted-in\"}"))),
                edit("a member stands twice", 6, lines -> replace(lines, 6, "{\"actor\"", "{\"version\":1,\"actor\"")),
                edit("something else stands between", 6, lines -> lines.add(line(6), "{\"hello\":1}")),
                edit("something stands behind the end", 13, lines -> lines.add("{}")));
    }

    private static Arguments edit(String name, int firstBad, Consumer<List<String>> attack) {
        return arguments(name, firstBad, attack);
    }

    private static void replace(List<String> lines, int position, String from, String to) {
        String line = lines.get(line(position));
        assertThat(line).contains(from);
        lines.set(line(position), line.replace(from, to));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("editedFiles")
    void verify_namesTheFirstBadPosition_when(String name, int firstBad, Consumer<List<String>> attack)
            throws IOException {
        List<String> lines = log.bundle();
        attack.accept(lines);

        Outcome outcome = verify(lines, "--checkpoint", checkpointOf(log, 8), "--key", keyOf(log, 0));

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.verdict().path("outcome").asText()).isEqualTo("tampered");
        assertThat(outcome.verdict().path("firstBadPosition").asInt()).isEqualTo(firstBad);
    }

    /** What the log's own keeper does, who hashes and signs everything anew: the file agrees with itself. */
    static Stream<Arguments> rewrittenLogs() {
        return Stream.of(
                rewrite("a payload is changed", 5, 8, false, log -> log.events
                        .get(6)
                        .put("decision", "maybe")),
                rewrite("a time is changed", 5, 8, false, log -> log.events
                        .get(6)
                        .put("recordedAt", "2026-07-01T09:00:06.500000Z")),
                rewrite("one in the middle is deleted", 5, 8, false, log -> {
                    log.events.remove(5);
                    log.renumber();
                }),
                rewrite("two are swapped", 5, 8, false, log -> {
                    Collections.swap(log.events, 5, 6);
                    log.renumber();
                }),
                rewrite("one is inserted", 5, 8, false, log -> {
                    log.events.add(5, new java.util.TreeMap<>(log.events.get(1)));
                    log.renumber();
                }),
                rewrite("the tail is deleted", 8, 8, false, log -> log.events
                        .subList(7, 12)
                        .clear()),
                rewrite("an older database is restored", 6, 6, false, log -> log.events
                        .subList(5, 12)
                        .clear()),
                rewrite("an older database is restored and written on", 5, 8, false, log -> {
                    log.events.subList(5, 12).clear();
                    TestLog.of(20).events.subList(13, 20).forEach(log.events::add);
                    log.renumber();
                }),
                rewrite("all is rewritten with a new key", 1, 8, true, log -> log.events
                        .get(6)
                        .put("decision", "maybe")));
    }

    private static Arguments rewrite(String name, int first, int last, boolean newKey, Consumer<TestLog> attack) {
        return arguments(name, first, last, newKey, attack);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rewrittenLogs")
    void verify_findsARewrittenLog_againstAnEarlierCheckpoint_when(
            String name, int first, int last, boolean newKey, Consumer<TestLog> attack) throws IOException {
        String kept = checkpointOf(log, 8);
        if (newKey) {
            log.keys.set(0, new TestLog.Key(new TestSigner(TestLog.ORIGIN), 0, ""));
        }
        attack.accept(log);

        assertThat(verify(log.bundle()).exitCode())
                .as("unanchored, it agrees with itself")
                .isZero();
        Outcome outcome = verify(log.bundle(), "--checkpoint", kept);
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.verdict().path("firstBadPosition").asInt()).isEqualTo(first);
        assertThat(outcome.verdict().path("lastBadPosition").asInt()).isEqualTo(last);
    }

    /** What the log's keeper writes, hashes and signs from the start, so that it can be read as two things later. */
    static Stream<Arguments> ambiguousLeaves() {
        return Stream.of(
                ambiguous("a member stands twice", "\"decision\":", "\"decision\":\"opted-out\",\"decision\":"),
                ambiguous(
                        "a member stands twice, once with an escaped letter",
                        "\"decision\":",
                        "\"decis\\u0069on\":\"opted-out\",\"decision\":"),
                ambiguous("who did it stands twice", "\"id\":\"someone\"", "\"id\":\"another\",\"id\":\"someone\""),
                ambiguous("it is no JSON", "\"version\":1", "\"version\":01"),
                ambiguous("its time is of another zone, hours before", ".000001Z", ".000001+14:00"),
                ambiguous("its time is of another form", ".000001Z", ".0001Z"));
    }

    private static Arguments ambiguous(String name, String from, String to) {
        return arguments(name, from, to);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ambiguousLeaves")
    void verify_findsALeaf_thatCanBeReadInTwoWays_when(String name, String from, String to) throws IOException {
        log.writtenOtherwise.put(6, leaf -> leaf.replace(from, to));

        for (List<String> bundle : List.of(log.bundle(), log.bundleOf(PRACTICE))) {
            Outcome outcome = verify(bundle, "--key", keyOf(log, 0), "--checkpoint", checkpointOf(log, 12));
            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.verdict().path("firstBadPosition").asInt()).isEqualTo(7);
        }
    }

    /** Everything in the file is genuine, and it is still not what was exported. */
    @Test
    void verify_findsAnOlderCheckpoint_inThePlaceOfTheNewest() throws IOException {
        List<String> lines = log.bundle();
        ObjectMapper json = new ObjectMapper();
        ObjectNode header = (ObjectNode) json.readTree(lines.get(0));
        lines.set(0, header.put("checkpoint", log.checkpoint(8)).put("size", 8).toString());

        Outcome outcome = verify(lines, "--key", keyOf(log, 0));

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.verdict().path("firstBadPosition").asInt()).isEqualTo(9);
    }

    /** Whether the first is told too late a time or the second too early a one, the times alone do not show. */
    @Test
    void verify_namesBothEvents_whenTheirTimesAreOutOfOrder() throws IOException {
        Collections.swap(log.events, 5, 6);
        log.events.get(5).put("position", 6);
        log.events.get(6).put("position", 7);

        Outcome outcome = verify(log.bundle());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.verdict().path("firstBadPosition").asInt()).isEqualTo(6);
        assertThat(outcome.verdict().path("lastBadPosition").asInt()).isEqualTo(7);
    }

    @Test
    void verify_findsANewKey_againstThePinnedOne() throws IOException {
        String pinned = keyOf(log, 0);
        log.keys.set(0, new TestLog.Key(new TestSigner(TestLog.ORIGIN), 0, ""));

        assertThat(verify(log.bundle(), "--key", pinned).exitCode()).isEqualTo(1);
        assertThat(verify(log.bundleOf(PRACTICE), "--key", pinned).exitCode()).isEqualTo(1);
    }

    /** A log that was cut back to what was signed once is what was signed: the key cannot tell, and says so. */
    @Test
    void verify_saysThatAKeyAloneShowsNoCut() throws IOException {
        String later = checkpointOf(log, 12);
        log.events.subList(8, 12).clear();

        Outcome byKey = verify(log.bundle(), "--key", keyOf(log, 0));
        assertThat(byKey.exitCode()).isZero();
        assertThat(byKey.verdict().path("explanation").toString()).contains("only a checkpoint kept from later");
        assertThat(verify(log.bundle(), "--checkpoint", later).exitCode()).isEqualTo(1);
    }

    @Test
    void verify_isConsistent_andSaysHowItIsAnchored_forAnUntouchedBundle() throws IOException {
        Outcome alone = verify(log.bundle());
        assertThat(alone.exitCode()).isZero();
        assertThat(alone.verdict().path("anchored").asBoolean()).isFalse();
        assertThat(alone.verdict().path("explanation").toString()).contains("NOT ANCHORED");

        for (int size : List.of(1, 8, 11, 12)) {
            Outcome anchored = verify(log.bundle(), "--checkpoint", checkpointOf(log, size), "--key", keyOf(log, 0));
            assertThat(anchored.exitCode()).isZero();
            assertThat(anchored.verdict().path("anchored").asBoolean()).isTrue();
            assertThat(anchored.verdict().path("events").asInt()).isEqualTo(12);
        }
        assertThat(verify(TestLog.of(0).bundle()).exitCode()).isZero();
    }

    @Test
    void verify_takesAFileOfCheckpoints_whoseLastWasTornOff() throws IOException {
        String last = log.checkpoint(12);
        String file = write("anchor", log.checkpoint(7) + "\n" + last.substring(0, last.indexOf("\n\n") + 2))
                .toString();

        assertThat(verify(log.bundle(), "--checkpoint", file).exitCode()).isZero();
    }

    @Test
    void verify_takesAFileOfManyCheckpoints_asTheAnchorOutsideHasThem() throws IOException {
        String file = write("anchor", log.checkpoint(3) + "\n" + log.checkpoint(7) + "\n" + log.checkpoint(12) + "\n")
                .toString();
        assertThat(verify(log.bundle(), "--checkpoint", file).exitCode()).isZero();

        log.events.get(5).put("decision", "maybe");
        Outcome outcome = verify(log.bundle(), "--checkpoint", file);
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.verdict().path("firstBadPosition").asInt()).isEqualTo(5);
        assertThat(outcome.verdict().path("lastBadPosition").asInt()).isEqualTo(7);
    }

    @Test
    void verify_isConsistent_whenNamesAreWithheldOrErased() throws IOException {
        log.events.get(3).remove("disclosed");
        assertThat(verify(log.bundle(), "--key", keyOf(log, 0)).exitCode()).isZero();
        log.events.forEach(event -> event.remove("disclosed"));
        assertThat(verify(log.bundle(), "--checkpoint", checkpointOf(log, 8)).exitCode())
                .isZero();
        assertThat(verify(log.bundleOf(PRACTICE), "--key", keyOf(log, 0)).exitCode())
                .isZero();
    }

    @Test
    void verify_isConsistent_whenAnotherToolHasRearrangedTheLines() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> rearranged = new ArrayList<>();
        for (String line : log.bundle()) {
            Map<?, ?> members = json.readValue(line, Map.class);
            List<Object> names = new ArrayList<>(members.keySet());
            Collections.reverse(names);
            StringBuilder out = new StringBuilder("{ ");
            for (Object name : names) {
                out.append(out.length() > 2 ? " , " : "")
                        .append(json.writeValueAsString(name))
                        .append(" : ")
                        .append(json.writeValueAsString(members.get(name)).replace("\u00eb", "\\u00eb"));
            }
            rearranged.add(out.append(" }").toString());
        }
        assertThat(verify(rearranged, "--key", keyOf(log, 0)).exitCode()).isZero();
    }

    @Test
    void verify_followsTheKeys_fromAPinnedOldOneToTheNewest() throws IOException {
        String old = keyOf(log, 0);
        String kept = checkpointOf(log, 8);
        log.rotate();
        log.add(PRACTICE);
        log.rotate();
        log.add(PRACTICE);
        assertThat(verify(log.bundle(), "--key", old, "--checkpoint", kept).exitCode())
                .isZero();
        assertThat(verify(log.bundle(), "--key", keyOf(log, 2)).exitCode()).isZero();
        assertThat(verify(log.bundleOf(PRACTICE), "--key", keyOf(log, 0)).exitCode())
                .isZero();

        // Somebody else's key in the place of the newest, named by nobody who may.
        TestLog.Key honest = log.keys.get(2);
        TestSigner stranger = new TestSigner(TestLog.ORIGIN);
        String text = TestLog.ORIGIN + "\nkey\n" + stranger.key() + "\n" + honest.signsFrom() + "\n";
        log.keys.set(2, new TestLog.Key(stranger, honest.signsFrom(), stranger.sign(text)));
        assertThat(verify(log.bundle(), "--key", old).exitCode()).isEqualTo(1);
        log.keys.set(2, new TestLog.Key(stranger, honest.signsFrom(), honest.endorsement()));
        assertThat(verify(log.bundle(), "--key", old).exitCode()).isEqualTo(1);
    }

    /** The newest key is published before an event is signed with it: until then it vouches for none, and accuses none. */
    @Test
    void verify_cannotSayYet_whenThePinnedKeyHasSignedNothing() throws IOException {
        log.rotate();
        String newest = keyOf(log, 1);
        for (List<String> bundle : List.of(log.bundle(), log.bundleOf(PRACTICE))) {
            Outcome outcome = verify(bundle, "--key", newest);
            assertThat(outcome.verdict().path("explanation").toString())
                    .contains("Cannot be said yet", "from 13 events");
            assertThat(outcome.exitCode()).isEqualTo(2);
        }
        List<String> edited = log.bundle();
        edited.set(line(5) + 1, edited.get(line(5) + 1).replace("opted-out", "opted-in"));
        assertThat(verify(edited, "--key", newest).exitCode())
                .as("an edit shows all the same")
                .isEqualTo(1);

        log.add(PRACTICE);
        assertThat(verify(log.bundle(), "--key", newest).exitCode()).isZero();
        assertThat(verify(log.bundleOf(PRACTICE), "--key", newest).exitCode()).isZero();
    }

    @Test
    void bundleOfAPractice_isCheckedEventByEvent() throws IOException {
        List<String> whole = log.bundleOf(PRACTICE);
        assertThat(verify(whole, "--key", keyOf(log, 0)).exitCode()).isZero();
        assertThat(verify(whole, "--checkpoint", checkpointOf(log, 12)).exitCode())
                .isZero();
        assertThat(verify(whole, "--checkpoint", checkpointOf(log, 8)).exitCode())
                .isEqualTo(2);

        List<String> without = new ArrayList<>(whole);
        without.remove(FIRST + 2);
        assertThat(verify(without).verdict().path("firstBadPosition").asInt()).isEqualTo(4);
        List<String> changed = new ArrayList<>(whole);
        changed.set(FIRST + 2, changed.get(FIRST + 2).replace("opted-out", "opted-in"));
        assertThat(verify(changed).verdict().path("firstBadPosition").asInt()).isEqualTo(5);
        List<String> other = new ArrayList<>(whole);
        other.set(FIRST + 1, TestLog.of(13).bundleOf(PRACTICE).get(FIRST + 1));
        assertThat(verify(other).verdict().path("firstBadPosition").asInt()).isEqualTo(3);
        assertThat(verify(whole.subList(0, whole.size() - 1)).exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "{}",
                "[1]",
                "{\"position\":1}",
                "{\"format\":\"consentry-consent-bundle\",\"version\":2}",
                "{\"format\":\"consentry-consent-bundle\",\"version\":1,\"checkpoint\":\"a\\n\"}"
            })
    void verify_isUnusable_forWhatIsNoBundle(String content) throws IOException {
        Outcome outcome = verify(List.of(content));

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.verdict().path("outcome").asText()).isEqualTo("unusable");
    }

    @Test
    void verify_isUnusable_forAnchorsThatAreNone() throws IOException {
        String nothing = write("nothing", "hello\n").toString();
        assertThat(verify(log.bundle(), "--checkpoint", nothing).exitCode()).isEqualTo(2);
        assertThat(verify(log.bundle(), "--key", nothing).exitCode()).isEqualTo(2);
        assertThat(verify(log.bundle(), "--key", nothing + "-there").exitCode()).isEqualTo(2);
        String another = write("another", log.checkpoint(8).replace(TestLog.ORIGIN, "another.test/log"))
                .toString();
        assertThat(verify(log.bundle(), "--checkpoint", another).exitCode()).isEqualTo(2);
    }
}
