package io.consentry.local.playdemo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** The project's own messages, about invented people, from the invented pharmacy FX001. */
public enum Sample {
    PHARMACY_FIRST("pharmacy-first-uti.xml", "pharmacy-first"),
    CONTRACEPTION("contraception.xml", "contraception");

    /** The sender that the samples name. */
    public static final String PHARMACY = "FX001";

    private static final Pattern UUIDS =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final String file;
    private final String service;

    Sample(String file, String service) {
        this.file = file;
        this.service = service;
    }

    /** Key of the service in the catalogue. */
    public String service() {
        return service;
    }

    /** The message as if written anew: the same content under identifiers that were never used. */
    public byte[] written() throws IOException {
        Map<String, String> fresh = new HashMap<>();
        return UUIDS.matcher(text())
                .replaceAll(found -> fresh.computeIfAbsent(
                        found.group(), old -> UUID.randomUUID().toString()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private String text() throws IOException {
        try (InputStream resource = Sample.class.getResourceAsStream("/samples/" + file)) {
            if (resource == null) {
                throw new IOException("The sample " + file + " is missing from the launcher");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
