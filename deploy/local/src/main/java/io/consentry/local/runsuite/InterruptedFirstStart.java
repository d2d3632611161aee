package io.consentry.local.runsuite;

import io.consentry.local.place.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Repairs what a first start leaves behind when it is killed half-way: programs half unpacked, a data directory half
 * made. PostgreSQL would refuse both for ever.
 */
final class InterruptedFirstStart {

    private InterruptedFirstStart() {}

    static void clearAway(Home home) throws IOException {
        for (Path programs : children(home.postgresPrograms())) {
            if (Files.isDirectory(programs) && !Files.exists(programs.resolve(".exists"))) {
                delete(programs);
            }
        }
        Path data = home.postgresData();
        if (Files.exists(data) && !Files.exists(home.postgresComplete())) {
            // Moved, not deleted: nothing was ever acknowledged from it, but that is for a person to conclude.
            Files.move(data, data.resolveSibling("data-unfinished-" + UUID.randomUUID()));
        }
    }

    private static List<Path> children(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(directory)) {
            return children.toList();
        }
    }

    private static void delete(Path directory) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(directory)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
