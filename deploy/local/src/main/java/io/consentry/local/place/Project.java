package io.consentry.local.place;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The built project that the suite runs from.
 *
 * @param root where the {@code consentry} script stands
 */
public record Project(Path root) {

    /** The property by which the script says where the project is. */
    public static final String PROPERTY = "consentry.project";

    public static Project fromSystemProperty() {
        String root = System.getProperty(PROPERTY, ".");
        return new Project(Path.of(root).toAbsolutePath().normalize());
    }

    /**
     * The runnable jar of a service.
     *
     * @throws IllegalStateException when the service was not built
     */
    public Path runnable(ServiceName service) {
        Path jar = root.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(service.module() + " is not built: " + jar + " is missing");
        }
        return jar;
    }
}
