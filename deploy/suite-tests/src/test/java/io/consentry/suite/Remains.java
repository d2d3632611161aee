package io.consentry.suite;

import io.consentry.local.place.ServiceName;
import io.consentry.postgres.SuiteDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.postgresql.PGConnection;

/** Everything that a running suite leaves anywhere: its files and their names, its databases, its metrics. */
final class Remains {

    private static final Pattern BYTES = Pattern.compile("\\\\\\\\x([0-9a-f]{16,})");

    private final SharedSuite.Running suite;
    private final Map<String, byte[]> wanted;
    private final List<String> found = new ArrayList<>();

    private Remains(SharedSuite.Running suite, Map<String, byte[]> wanted) {
        this.suite = suite;
        this.wanted = wanted;
    }

    /** Where any of this stands, each place with what was found in it. */
    static List<String> search(SharedSuite.Running suite, Map<String, byte[]> wanted) throws Exception {
        Remains remains = new Remains(suite, wanted);
        remains.searchFiles();
        for (SuiteDatabase database : SuiteDatabase.values()) {
            remains.searchTables(database);
        }
        for (ServiceName service : ServiceName.values()) {
            String address = "http://127.0.0.1:" + suite.ports().management(service) + "/q/metrics";
            remains.look(
                    "metrics of " + service.module(),
                    URI.create(address).toURL().openStream().readAllBytes());
        }
        return remains.found;
    }

    /** What of this a text holds. */
    static List<String> in(byte[] content, Map<String, byte[]> wanted) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        return wanted.entrySet().stream()
                .filter(trace -> text.contains(new String(trace.getValue(), StandardCharsets.ISO_8859_1)))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void look(String place, byte[] content) {
        in(content, wanted).forEach(what -> found.add(what + " in " + place));
    }

    /** The logs, and PostgreSQL's own files: its log of what it wrote holds rows that no table holds any more. */
    private void searchFiles() throws IOException {
        Path programs = suite.home().postgresPrograms();
        List<Path> files;
        try (Stream<Path> all = Files.walk(suite.home().directory())) {
            files = all.filter(path -> !path.startsWith(programs)).toList();
        }
        for (Path file : files) {
            look("the name of " + file, file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            if (Files.isRegularFile(file)) {
                look(file.toString(), Files.readAllBytes(file));
            }
        }
    }

    private void searchTables(SuiteDatabase database) throws SQLException, IOException {
        try (Connection admin = suite.connectAsAdmin(database.databaseName())) {
            for (String table : tables(admin)) {
                ByteArrayOutputStream rows = new ByteArrayOutputStream();
                copy(admin, table, rows);
                String place = "table " + table + " of " + database.databaseName();
                look(place, rows.toByteArray());
                lookIntoBytes(place, rows.toString(StandardCharsets.UTF_8));
            }
        }
    }

    private static List<String> tables(Connection admin) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = admin.createStatement();
                ResultSet row = statement.executeQuery("select format('%I.%I', schemaname, tablename) from pg_tables"
                        + " where schemaname not in ('pg_catalog', 'information_schema') order by 1")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    private static void copy(Connection admin, String table, OutputStream rows) throws SQLException, IOException {
        admin.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", rows);
    }

    /** Bytes that are only packed, and not encrypted, would hide what they hold from a search of the text. */
    private void lookIntoBytes(String place, String rows) {
        BiConsumer<String, byte[]> inside = (how, bytes) -> look(place + ", " + how, bytes);
        Matcher bytes = BYTES.matcher(rows);
        while (bytes.find()) {
            byte[] value =
                    HexFormat.of().parseHex(bytes.group(1), 0, bytes.group(1).length() / 2 * 2);
            inside.accept("as bytes", value);
            inside.accept("unpacked", inflated(value, true));
            inside.accept("unpacked with its header", inflated(value, false));
        }
    }

    private static byte[] inflated(byte[] bytes, boolean bare) {
        Inflater inflater = new Inflater(bare);
        try {
            inflater.setInput(bytes);
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            byte[] chunk = new byte[8192];
            for (int read = inflater.inflate(chunk); read > 0; read = inflater.inflate(chunk)) {
                content.write(chunk, 0, read);
            }
            return content.toByteArray();
        } catch (DataFormatException e) {
            return new byte[0];
        } finally {
            inflater.end();
        }
    }
}
