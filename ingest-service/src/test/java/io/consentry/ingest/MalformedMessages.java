package io.consentry.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Bodies that are no valid message, each wrong in its own way. None may end in anything but a refusal. */
public final class MalformedMessages {

    public static final String XML = "application/fhir+xml";
    public static final String JSON = "application/fhir+json";

    private static final String OPEN = "<Bundle xmlns=\"http://hl7.org/fhir\">";

    private MalformedMessages() {}

    /** One of them. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Malformed(String what, String mediaType, byte[] body) {
        @Override
        public String toString() {
            return what;
        }
    }

    public static List<Malformed> all() {
        List<Malformed> all = new ArrayList<>();
        xml(all);
        json(all);
        binary(all);
        truncated(all);
        encoded(all);
        return all;
    }

    private static void xml(List<Malformed> all) {
        String good = Samples.text(Samples.PHARMACY_FIRST);
        add(all, "nothing as XML", XML, "");
        add(all, "blank as XML", XML, "   \n");
        add(all, "a word as XML", XML, "hello");
        add(all, "an unclosed element", XML, OPEN);
        add(all, "two roots", XML, OPEN + "</Bundle>" + OPEN + "</Bundle>");
        add(all, "another root", XML, "<Patient xmlns=\"http://hl7.org/fhir\"/>");
        add(all, "no namespace", XML, "<Bundle/>");
        add(all, "another namespace", XML, "<Bundle xmlns=\"http://example.org\"/>");
        add(all, "an empty Bundle", XML, OPEN + "</Bundle>");
        add(all, "HTML", XML, "<!DOCTYPE html><html><body>No</body></html>");
        add(all, "a document type", XML, "<!DOCTYPE Bundle>" + good.substring(good.indexOf("<Bundle")));
        add(
                all,
                "an external entity",
                XML,
                "<!DOCTYPE Bundle [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + OPEN
                        + "<id value=\"&x;\"/></Bundle>");
        add(
                all,
                "a remote document type",
                XML,
                "<!DOCTYPE Bundle SYSTEM \"http://127.0.0.1:1/never.dtd\">" + OPEN + "</Bundle>");
        add(all, "an entity bomb", XML, entityBomb());
        add(all, "an undeclared entity", XML, OPEN + "<id value=\"&unknown;\"/></Bundle>");
        add(all, "deep nesting", XML, OPEN + "<entry>".repeat(20_000) + "</entry>".repeat(20_000) + "</Bundle>");
        add(all, "200,000 elements", XML, OPEN + "<entry/>".repeat(200_000) + "</Bundle>");
        add(all, "10,000 empty entries", XML, OPEN + "<entry></entry>".repeat(10_000) + "</Bundle>");
        add(all, "1,000 attributes", XML, OPEN.replace(">", attributes() + ">") + "</Bundle>");
        add(all, "an attribute twice", XML, OPEN + "<id value=\"1\" value=\"2\"/></Bundle>");
        add(all, "a declaration of another encoding", XML, good.replace("UTF-8", "ISO-8859-1"));
        add(all, "a control character", XML, OPEN + "<id value=\"\u0001\"/></Bundle>");
        add(all, "text between elements", XML, good.replaceFirst("<type", "loose <type"));
        add(all, "a zero by its number between elements", XML, good.replaceFirst("<type", "&#0;<type"));
        add(
                all,
                "an acknowledgement that says neither yes nor no",
                XML,
                good.replaceFirst("<valueBoolean value=\"true\"/>", "<valueBoolean id=\"x\"/>"));
        add(all, "an extension with two values", XML, good.replaceFirst("</valueCodeableConcept>", "$0<valueCode/>"));
        add(all, "a broken reference between elements", XML, good.replaceFirst("<type", "& <type"));
        add(all, "JSON in the name of XML", XML, new String(Samples.json(Samples.PHARMACY_FIRST), UTF_8));
        add(all, "a resource of no known type", XML, good.replaceAll("Observation>", "Obversation>"));
        add(all, "a date that is none", XML, good.replace("1984-06-02", "1984-19-42"));
        add(all, "a number that is none", XML, good.replace("value=\"38.20\"", "value=\"warm\""));
        add(all, "a number beyond measure", XML, good.replace("value=\"38.20\"", "value=\"1e999999999\""));
        add(all, "a long number beyond measure", XML, good.replace("38.20", "1." + "0".repeat(60) + "e9999"));
        add(all, "other digits beyond measure", XML, good.replace("38.20", "1e\u0669\u0669\u0669\u0669"));
        add(all, "a number without end", XML, good.replace("38.20", "9".repeat(5_000)));
        add(all, "a code of no known value", XML, good.replace("<gender value=\"male\"/>", "<gender value=\"x\"/>"));
        add(all, "an identifier with a line break", XML, good.replace("pharmacy-first-0001", "a&#10;b"));
        add(all, "an identifier beyond measure", XML, good.replace("pharmacy-first-0001", "x".repeat(100_000)));
        add(all, "no identifier", XML, good.replace("<value value=\"pharmacy-first-0001\"/>", ""));
        add(all, "two Bundles of documents", XML, twice(good));
    }

    private static void json(List<Malformed> all) {
        String good = new String(Samples.json(Samples.PHARMACY_FIRST), UTF_8);
        add(all, "nothing as JSON", JSON, "");
        add(all, "null", JSON, "null");
        add(all, "an array", JSON, "[]");
        add(all, "a string", JSON, "\"Bundle\"");
        add(all, "an empty object", JSON, "{}");
        add(all, "another resource", JSON, "{\"resourceType\":\"Patient\"}");
        add(all, "no resource type", JSON, good.replaceFirst("\"resourceType\": \"Bundle\",", ""));
        add(all, "a resource type that is a number", JSON, "{\"resourceType\":7}");
        add(all, "an entry that is a string", JSON, "{\"resourceType\":\"Bundle\",\"entry\":\"x\"}");
        add(all, "entries that are numbers", JSON, "{\"resourceType\":\"Bundle\",\"entry\":[1,2]}");
        add(all, "entries that are null", JSON, "{\"resourceType\":\"Bundle\",\"entry\":[null,null]}");
        add(all, "an identifier that is an array", JSON, "{\"resourceType\":\"Bundle\",\"identifier\":[[]]}");
        add(all, "a member twice", JSON, "{\"resourceType\":\"Bundle\",\"type\":\"message\",\"type\":\"document\"}");
        add(all, "a trailing comma", JSON, "{\"resourceType\":\"Bundle\",}");
        add(all, "something behind the end", JSON, good + "{}");
        add(all, "a comment", JSON, "/* */ " + good);
        add(all, "NaN", JSON, "{\"resourceType\":\"Bundle\",\"total\":NaN}");
        add(
                all,
                "a number of 10,000 digits",
                JSON,
                "{\"resourceType\":\"Bundle\",\"total\":" + "9".repeat(10_000) + "}");
        add(
                all,
                "an extension with two values as JSON",
                JSON,
                good.replaceFirst("\"valueCodeableConcept\"", "\"valueCode\":\"x\",$0"));
        add(all, "deep arrays", JSON, "{\"a\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}");
        add(all, "deep objects", JSON, "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000));
        add(all, "XML in the name of JSON", JSON, Samples.text(Samples.PHARMACY_FIRST));
        add(all, "a quoted number beyond measure", JSON, good.replace("38.20", "\"1." + "0".repeat(60) + "e9999\""));
        add(all, "half a surrogate as identifier", JSON, good.replace("pharmacy-first-0001", "\\ud800"));
        add(all, "a zero in the identifier", JSON, good.replace("pharmacy-first-0001", "a\\u0000b"));
        add(all, "a zero in a name", JSON, good.replace("SPECIMEN", "a\\u0000b"));
        add(all, "a zero in a code", JSON, good.replace("presenting-complaints-or-issues", "a\\u0000b"));
        add(all, "a zero in the name of a member", JSON, good.replaceFirst("\"family\"", "\"fam\\\\u0000ily\""));
        add(all, "half a surrogate in a name", JSON, good.replace("SPECIMEN", "a\\ud83d b"));
        add(all, "the other half in a text", JSON, good.replace("\"Heart rate\"", "\"a\\ude00\""));
        add(all, "half a surrogate at the end of a code", JSON, good.replace("vital-signs", "a\\ud83d"));
    }

    private static void binary(List<Malformed> all) {
        byte[] good = Samples.xml(Samples.PHARMACY_FIRST);
        byte[] noise = new byte[4096];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (i * 31 + 7);
        }
        all.add(new Malformed("noise as XML", XML, noise));
        all.add(new Malformed("noise as JSON", JSON, noise));
        all.add(new Malformed("zeros", XML, new byte[1000]));
        all.add(new Malformed("gzip that nobody announced", XML, gzip(good)));
        all.add(new Malformed("a gzip bomb", XML, gzip(new byte[20_000_000])));
        all.add(new Malformed(
                "UTF-16", XML, Samples.text(Samples.PHARMACY_FIRST).getBytes(UTF_16)));
        all.add(new Malformed(
                "Latin-1 in the name of UTF-8",
                XML,
                Samples.text(Samples.PHARMACY_FIRST)
                        .replace("SPECIMEN", "SPÉCIMEN")
                        .getBytes(ISO_8859_1)));
        all.add(new Malformed("a broken sequence of UTF-8", JSON, new byte[] {'{', '"', (byte) 0xC3, '"', '}'}));
    }

    private static void truncated(List<Malformed> all) {
        for (String sample : List.of(Samples.PHARMACY_FIRST, Samples.CONTRACEPTION, Samples.BLOOD_PRESSURE)) {
            byte[] xml = Samples.xml(sample);
            byte[] json = Samples.json(sample);
            for (int part = 1; part < 20; part++) {
                all.add(new Malformed(
                        sample + " XML cut at " + part + "/20", XML, Arrays.copyOf(xml, xml.length * part / 20)));
                all.add(new Malformed(
                        sample + " JSON cut at " + part + "/20", JSON, Arrays.copyOf(json, json.length * part / 20)));
            }
        }
    }

    private static void encoded(List<Malformed> all) {
        for (String sample : List.of(Samples.PHARMACY_FIRST, Samples.CONTRACEPTION, Samples.BLOOD_PRESSURE)) {
            for (String encoding : List.of("UTF-16LE", "UTF-16BE", "UTF-32", "IBM037")) {
                Charset charset = Charset.forName(encoding);
                String json = new String(Samples.json(sample), UTF_8);
                all.add(new Malformed(
                        sample + " XML in " + encoding,
                        XML,
                        Samples.text(sample).getBytes(charset)));
                all.add(new Malformed(sample + " JSON in " + encoding, JSON, json.getBytes(charset)));
            }
        }
    }

    private static String attributes() {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            attributes.append(" a").append(i).append("=\"\"");
        }
        return attributes.toString();
    }

    private static String twice(String good) {
        int start = good.lastIndexOf("<entry>", good.indexOf("<Bundle>"));
        String document = good.substring(start, good.lastIndexOf("</Bundle>"));
        return good.replace(document, document + document);
    }

    private static String entityBomb() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE Bundle [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 40; i++) {
            bomb.append("<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">");
        }
        return bomb + "]>" + OPEN + "<id value=\"&a39;\"/></Bundle>";
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(small)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return small.toByteArray();
    }

    private static void add(List<Malformed> all, String what, String mediaType, String body) {
        all.add(new Malformed(what, mediaType, body.getBytes(UTF_8)));
    }
}
