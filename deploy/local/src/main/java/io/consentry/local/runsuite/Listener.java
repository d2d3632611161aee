package io.consentry.local.runsuite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Names the process that listens on a port, as far as this user may see. */
final class Listener {

    private static final String UNKNOWN = "a process that this user cannot see";
    private static final int COLUMN_OF_LOCAL_ADDRESS = 1;
    private static final int COLUMN_OF_STATE = 3;
    private static final int COLUMN_OF_INODE = 9;
    private static final String LISTENING = "0A";
    private static final int SHORT_ENOUGH = 120;

    private Listener() {}

    /** A few words such as {@code process 4711 (/usr/bin/nginx -g daemon off;)}. */
    static String of(int port) {
        try {
            Optional<ProcessHandle> listener =
                    Files.isDirectory(Path.of("/proc/net")) ? fromProc(port) : fromLsof(port);
            return listener.map(Listener::describe).orElse(UNKNOWN);
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    private static String describe(ProcessHandle process) {
        String line = process.info().commandLine().orElse("its command cannot be read");
        String shortened = line.length() > SHORT_ENOUGH ? line.substring(0, SHORT_ENOUGH) + "..." : line;
        return "process " + process.pid() + " (" + shortened + ")";
    }

    private static Optional<ProcessHandle> fromProc(int port) throws IOException {
        String suffix = String.format(Locale.ROOT, ":%04X", port);
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            Path file = Path.of(table);
            if (!Files.isReadable(file)) {
                continue;
            }
            for (String line : Files.readAllLines(file)) {
                String[] columns = line.strip().split("\\s+", -1);
                if (columns.length > COLUMN_OF_INODE
                        && columns[COLUMN_OF_LOCAL_ADDRESS].endsWith(suffix)
                        && columns[COLUMN_OF_STATE].equals(LISTENING)) {
                    return holderOf("socket:[" + columns[COLUMN_OF_INODE] + "]");
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<ProcessHandle> holderOf(String socket) {
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process, socket))
                .findFirst();
    }

    private static boolean holds(ProcessHandle process, String socket) {
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return open.anyMatch(descriptor -> pointsTo(descriptor, socket));
        } catch (IOException | java.io.UncheckedIOException e) {
            return false;
        }
    }

    private static boolean pointsTo(Path descriptor, String socket) {
        try {
            return Files.readSymbolicLink(descriptor).toString().equals(socket);
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<ProcessHandle> fromLsof(int port) throws IOException {
        Process lsof = new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN").start();
        try (var output = lsof.inputReader()) {
            String pid = output.readLine();
            return pid == null ? Optional.empty() : ProcessHandle.of(Long.parseLong(pid.strip()));
        }
    }
}
