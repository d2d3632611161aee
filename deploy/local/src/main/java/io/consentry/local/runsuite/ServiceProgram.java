package io.consentry.local.runsuite;

import io.consentry.local.place.Home;
import io.consentry.local.place.Project;
import io.consentry.local.place.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How Java is told to run a service, so that it starts fast.
 *
 * <p>Java remembers from one run to the next which classes it loaded and how it linked and used them (JEP 483, 514, 515),
 * but only of classes on its own class path. The packaged service has a class loader of its own; so the same jars are put on
 * the class path, in the same order of precedence. What was learnt is written when the service stops, and belongs to these
 * very jars and this very Java.
 */
final class ServiceProgram {

    /** How the argument begins that says where to write down what was learnt. */
    static final String LEARN = "-XX:AOTCacheOutput=";

    private static final int LEARNS = 25;
    private static final String MAIN = "io.quarkus.runner.GeneratedMain";
    /** What the packaged jar's manifest opens, and a class path does not: threads are cleared of what a task left in them. */
    private static final String OPEN = "--add-opens=java.base/java.lang=ALL-UNNAMED";

    /** The library that compresses brings a part that is not Java, and uses it on a class path only. */
    private static final String NATIVE_PARTS = "--enable-native-access=ALL-UNNAMED";

    private static final String LOG_MANAGER = "-Djava.util.logging.manager=org.jboss.logmanager.LogManager";

    private final Path jar;
    private final Path kept;
    private final String name;

    private ServiceProgram(Path jar, Path kept, String name) {
        this.jar = jar;
        this.kept = kept;
        this.name = name;
    }

    static ServiceProgram of(ServiceName service, Project project, Home home) {
        return new ServiceProgram(project.runnable(service), home.learnt(), service.module());
    }

    /**
     * The arguments after those of the virtual machine itself.
     *
     * @param learn whether to write down what this run shows, unless an earlier one did
     */
    List<String> arguments(boolean learn) throws IOException {
        if (Runtime.version().feature() < LEARNS || !Files.exists(part("quarkus/generated-bytecode.jar"))) {
            return List.of("-jar", jar.toString());
        }
        List<String> arguments = new ArrayList<>();
        Path learnt = kept.resolve(name + "-" + Long.toHexString(fingerprint()) + ".aot");
        if (Files.exists(learnt)) {
            arguments.add("-XX:AOTCache=" + learnt);
        } else if (learn) {
            forgetOthers();
            arguments.add(LEARN + learnt);
        }
        arguments.add(OPEN);
        arguments.add(NATIVE_PARTS);
        arguments.add(LOG_MANAGER);
        arguments.add("@" + classPath());
        arguments.add(MAIN);
        return arguments;
    }

    /** In a file of arguments: so many jars would be most of what is shown of a process. */
    private Path classPath() throws IOException {
        Files.createDirectories(kept);
        String jars =
                jars().stream().map(Path::toString).collect(Collectors.joining(System.getProperty("path.separator")));
        return Files.writeString(kept.resolve(name + ".classpath"), "-cp \"" + jars.replace("\\", "\\\\") + "\"\n");
    }

    private List<Path> jars() throws IOException {
        List<Path> jars = new ArrayList<>();
        // What the build has rewritten comes before what it was made from.
        jars.add(part("quarkus/transformed-bytecode.jar"));
        jars.add(part("quarkus/generated-bytecode.jar"));
        for (String folder : List.of("app", "lib/boot", "lib/main")) {
            try (Stream<Path> files = Files.list(part(folder))) {
                files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(jars::add);
            }
        }
        jars.removeIf(file -> !Files.exists(file));
        return jars;
    }

    private Path part(String path) {
        return jar.resolveSibling(path);
    }

    private long fingerprint() throws IOException {
        long sum = Runtime.version().toString().hashCode();
        for (Path file : jars()) {
            sum = 31 * sum + file.hashCode();
            sum = 31 * sum + Files.size(file);
            sum = 31 * sum + Files.getLastModifiedTime(file).toMillis();
        }
        return sum;
    }

    private void forgetOthers() throws IOException {
        Files.createDirectories(kept);
        try (Stream<Path> files = Files.list(kept)) {
            for (Path old : files.filter(file -> file.getFileName().toString().matches(name + "-[0-9a-f]+\\.aot.*"))
                    .toList()) {
                Files.deleteIfExists(old);
            }
        }
    }
}
