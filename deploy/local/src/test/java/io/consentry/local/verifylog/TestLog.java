package io.consentry.local.verifylog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A log in memory and the bundles of it, written from the description of the format and from nothing else. Its keeper can
 * do what no honest one does: change what lies in the past, and hash and sign all of it anew.
 */
final class TestLog {

    static final String ORIGIN = "consentry.test/consent";
    static final String PRACTICE = "A81001";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final Instant BEGAN = Instant.parse("2026-07-01T09:00:00.000001Z");

    final List<Map<String, Object>> events = new ArrayList<>();
    final Set<Integer> signedSizes = new TreeSet<>();
    final List<Key> keys = new ArrayList<>();
    /** What the keeper makes of a leaf before it is hashed, by its place in the list. */
    final Map<Integer, UnaryOperator<String>> writtenOtherwise = new HashMap<>();

    record Key(TestSigner signer, int signsFrom, String endorsement) {}

    TestLog() {
        keys.add(new Key(new TestSigner(ORIGIN), 0, ""));
    }

    /** As many events, of two practices in turn, signed after every fourth. */
    static TestLog of(int size) {
        TestLog log = new TestLog();
        for (int i = 0; i < size; i++) {
            log.add(i % 2 == 0 ? PRACTICE : "B82002");
        }
        return log;
    }

    void add(String practice) {
        Map<String, Object> disclosed = new TreeMap<>(
                Map.of("name", "Dr \"Zo\u00eb\" \u20ac", "note", "back\\slash\n\u0001", "salt", "5a".repeat(16)));
        disclosed.put("name", "Dr \"Zo\u00eb\" \u20ac " + events.size());
        Map<String, Object> event = new TreeMap<>(Map.of(
                "actor",
                new TreeMap<>(Map.of("id", "someone", "ods", practice, "role", "data-controller")),
                "commitment",
                hex(TestSigner.sha256(bytes(disclosed))),
                "decision",
                events.size() % 3 == 0 ? "opted-in" : "opted-out",
                "id",
                "event-" + events.size(),
                "practice",
                practice,
                "requestId",
                "r",
                "type",
                "PracticeOptedIn",
                "version",
                1));
        event.put("disclosed", disclosed);
        events.add(event);
        renumber();
        if (events.size() % 4 == 0) {
            signedSizes.add(events.size());
        }
    }

    /** Gives every event the place and time that its place in the list asks for. */
    void renumber() {
        for (int i = 0; i < events.size(); i++) {
            events.get(i).put("position", i + 1);
            events.get(i).put("recordedAt", TIME.format(BEGAN.plusSeconds(i)));
        }
    }

    void rotate() {
        TestSigner next = new TestSigner(ORIGIN);
        int signsFrom = events.size() + 1;
        String text = ORIGIN + "\nkey\n" + next.key() + "\n" + signsFrom + "\n";
        keys.add(new Key(next, signsFrom, signerOf(events.size()).sign(text)));
    }

    private TestSigner signerOf(int size) {
        return keys.stream()
                .filter(key -> key.signsFrom() <= size)
                .reduce((first, second) -> second)
                .orElseThrow()
                .signer();
    }

    String checkpoint(int size) {
        String root = Base64.getEncoder().encodeToString(root(hashes().subList(0, size)));
        return signerOf(size).sign(ORIGIN + "\n" + size + "\n" + root + "\n");
    }

    private List<byte[]> hashes() {
        return IntStream.range(0, events.size()).mapToObj(this::hash).toList();
    }

    private String leaf(int index) {
        Map<String, Object> leaf = new TreeMap<>(events.get(index));
        leaf.remove("disclosed");
        return writtenOtherwise.getOrDefault(index, UnaryOperator.identity()).apply(text(leaf));
    }

    private byte[] hash(int index) {
        return TestSigner.sha256(new byte[] {0}, leaf(index).getBytes(StandardCharsets.UTF_8));
    }

    /** MTH of RFC 6962, word for word. */
    static byte[] root(List<byte[]> leaves) {
        if (leaves.size() < 2) {
            return leaves.isEmpty() ? TestSigner.sha256() : leaves.get(0);
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        return TestSigner.sha256(new byte[] {1}, root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
    }

    private static List<String> path(int index, List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return new ArrayList<>();
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        boolean left = index < k;
        List<String> path =
                left ? path(index, leaves.subList(0, k)) : path(index - k, leaves.subList(k, leaves.size()));
        path.add(hex(root(left ? leaves.subList(k, leaves.size()) : leaves.subList(0, k))));
        return path;
    }

    /** The lines of the bundle of the whole log. */
    List<String> bundle() {
        List<String> lines = begin(Map.of());
        for (int i = 0; i < events.size(); i++) {
            lines.add(line(i, Map.of()));
            if (signedSizes.contains(i + 1) && i + 1 < events.size()) {
                lines.add(text(Map.of("checkpoint", checkpoint(i + 1))));
            }
        }
        lines.add(text(Map.of("end", true, "events", events.size())));
        return lines;
    }

    List<String> bundleOf(String practice) {
        List<String> lines = begin(Map.of("practice", practice));
        int number = 0;
        for (int i = 0; i < events.size(); i++) {
            if (practice.equals(events.get(i).get("practice"))) {
                number++;
                lines.add(line(i, new TreeMap<>(Map.of("number", number, "proof", path(i, hashes())))));
            }
        }
        lines.add(text(Map.of("end", true, "events", number)));
        return lines;
    }

    private List<String> begin(Map<String, Object> more) {
        Map<String, Object> header = new TreeMap<>(more);
        header.putAll(Map.of(
                "format",
                "consentry-consent-bundle",
                "version",
                1,
                "checkpoint",
                checkpoint(events.size()),
                "size",
                events.size()));
        List<String> lines = new ArrayList<>(List.of(text(header)));
        for (Key key : keys) {
            Map<String, Object> line = new TreeMap<>(Map.of("key", key.signer().key()));
            if (!key.endorsement().isEmpty()) {
                line.put("endorsement", key.endorsement());
            }
            lines.add(text(line));
        }
        return lines;
    }

    private String line(int index, Map<String, Object> more) {
        Map<String, Object> after = new TreeMap<>(more);
        after.put("leafHash", hex(hash(index)));
        Object disclosed = events.get(index).get("disclosed");
        if (disclosed != null) {
            after.put("disclosed", disclosed);
        }
        String first = leaf(index);
        return first.substring(0, first.length() - 1) + "," + text(after).substring(1);
    }

    static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Object value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
