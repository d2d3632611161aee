package io.consentry.local.verifylog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * An event as it stands in a bundle: the leaf, and after it what was added to it. One object is used for all lines.
 *
 * <p>A line is first taken as it stands. Only where that does not fit is it brought into canonical form, so that a
 * bundle that passed through another tool verifies as well.
 */
final class EventLine {

    private static final byte[] POSITION = ascii("position");
    private static final byte[] RECORDED_AT = ascii("recordedAt");
    private static final byte[] COMMITMENT = ascii("commitment");
    private static final byte[] PRACTICE = ascii("practice");
    private static final List<String> ADDED = List.of("disclosed", "leafHash", "number", "proof");
    private static final List<byte[]> ADDED_NAMES =
            ADDED.stream().map(EventLine::ascii).toList();
    private static final HexFormat HEX = HexFormat.of();

    private final Hashing hashing;
    private final Members members = new Members();
    private final int[] added = new int[ADDED.size()];
    private byte[] line = {};
    private int length;
    private int leafTo;
    private int leafMembers;

    EventLine(Hashing hashing) {
        this.hashing = hashing;
    }

    /** Takes a line; false where it is no event with a leaf before what was added. */
    boolean read(byte[] bytes, int size) {
        line = bytes;
        length = size;
        Arrays.fill(added, -1);
        leafMembers = 0;
        leafTo = 1;
        return members.find(bytes, length) && split() && has(POSITION);
    }

    private boolean split() {
        boolean inLeaf = true;
        for (int member = 0; member < members.count(); member++) {
            int kind = kindOf(member);
            if (kind < 0) {
                if (!inLeaf) {
                    return false;
                }
                leafTo = members.to(member);
                leafMembers++;
            } else if (added[kind] >= 0) {
                return false;
            } else {
                inLeaf = false;
                added[kind] = member;
            }
        }
        return true;
    }

    private int kindOf(int member) {
        for (int kind = 0; kind < added.length; kind++) {
            if (members.isNamed(member, ADDED_NAMES.get(kind))) {
                return kind;
            }
        }
        return -1;
    }

    /** Brings a line that was rearranged into the form in which it was written. */
    static byte[] asWritten(byte[] bytes, int length) throws IOException {
        if (!(CanonicalJson.read(bytes, length) instanceof ObjectNode event)) {
            throw new IOException("no object");
        }
        StringBuilder out = new StringBuilder();
        ObjectNode after = event.objectNode();
        for (String name : ADDED) {
            JsonNode value = event.remove(name);
            if (value != null) {
                after.set(name, value);
            }
        }
        CanonicalJson.write(event, out);
        if (!after.isEmpty()) {
            out.setLength(out.length() - 1);
            StringBuilder rest = new StringBuilder();
            CanonicalJson.write(after, rest);
            out.append(',').append(rest, 1, rest.length());
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    byte[] hash() {
        return hashing.ofLeaf(line, 0, leafTo, (byte) '}');
    }

    /** Whether the hash is the one that the line itself gives. */
    boolean gives(byte[] hash) {
        return added[1] >= 0 && Arrays.equals(hex(members.from(added[1]), members.to(added[1])), hash);
    }

    /** Where the event says it stands; -1 where it does not. */
    long position() {
        int member = find(POSITION);
        return member < 0 ? -1 : number(member);
    }

    /** Its number among those of its practice; -1 where it has none. */
    long number() {
        return added[2] < 0 ? -1 : number(added[2]);
    }

    /**
     * Whether all who read the line read the same: it is JSON that names each member once, and its time is of the known
     * form. The hash of a line that was written otherwise from the start says nothing of this.
     */
    boolean isReadInOneWay() {
        try {
            CanonicalJson.check(line, length);
        } catch (IOException e) {
            return false;
        }
        return TimeForm.isKeptBy(recordedAt());
    }

    /** When it was recorded: as text, which is in order as the times are. */
    String recordedAt() {
        return text(RECORDED_AT);
    }

    String practice() {
        return text(PRACTICE);
    }

    boolean isDisclosed() {
        return added[0] >= 0;
    }

    /** Whether the name and note that are disclosed are those that the leaf commits to. */
    boolean isDisclosedTruly() {
        byte[] hash = hashing.of(line, members.from(added[0]), members.to(added[0]));
        int commitment = find(COMMITMENT);
        return commitment >= 0 && Arrays.equals(hex(members.from(commitment), members.to(commitment)), hash);
    }

    /** The hashes of its proof, nearest first; empty where one is none. */
    List<byte[]> proof() {
        List<byte[]> hashes = new ArrayList<>();
        if (added[3] >= 0) {
            int step = 2 * Hashing.LENGTH + 3;
            for (int at = members.from(added[3]) + 1; at + step <= members.to(added[3]); at += step) {
                hashes.add(hex(at, at + step - 1));
            }
        }
        return hashes;
    }

    private long number(int member) {
        int from = members.from(member);
        int digits = members.to(member) - from;
        long number = 0;
        for (int at = from; at < from + digits; at++) {
            int digit = line[at] - '0';
            if (digit < 0 || digit > 9 || digits > 18) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return digits == 0 ? -1 : number;
    }

    private String text(byte[] name) {
        int member = find(name);
        return member < 0 || members.to(member) - members.from(member) < 2
                ? ""
                : new String(
                        line,
                        members.from(member) + 1,
                        members.to(member) - members.from(member) - 2,
                        StandardCharsets.UTF_8);
    }

    private boolean has(byte[] name) {
        return find(name) >= 0;
    }

    private int find(byte[] name) {
        for (int member = 0; member < leafMembers; member++) {
            if (members.isNamed(member, name)) {
                return member;
            }
        }
        return -1;
    }

    /** The hash in a text of hex digits, quotes included; nothing where it is none. */
    private byte[] hex(int from, int to) {
        if (to - from != 2 * Hashing.LENGTH + 2) {
            return new byte[0];
        }
        try {
            return HEX.parseHex(new String(line, from + 1, 2 * Hashing.LENGTH, StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
