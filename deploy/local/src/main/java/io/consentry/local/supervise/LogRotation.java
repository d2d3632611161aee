package io.consentry.local.supervise;

import io.consentry.local.place.Home;
import io.consentry.local.place.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Gives every start logs of its own and keeps those of the last few. */
record LogRotation(List<Path> logs) {

    private static final int KEPT = 3;

    static LogRotation of(Home home) {
        List<Path> logs = new ArrayList<>(List.of(home.suiteLog(), home.log("postgresql")));
        for (ServiceName service : ServiceName.values()) {
            logs.add(home.log(service.module()));
        }
        return new LogRotation(logs);
    }

    void run() throws IOException {
        for (Path log : logs) {
            for (int age = KEPT; age > 0; age--) {
                Path younger = age == 1 ? log : aged(log, age - 1);
                if (Files.exists(younger)) {
                    Files.move(younger, aged(log, age), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static Path aged(Path log, int age) {
        return log.resolveSibling(log.getFileName() + "." + age);
    }
}
