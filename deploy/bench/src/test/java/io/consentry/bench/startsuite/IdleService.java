package io.consentry.bench.startsuite;

import io.consentry.local.place.Project;
import io.consentry.local.place.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A service that never is ready: a benchmark that waits for it can be killed in the middle of its start. */
final class IdleService {

    private IdleService() {}

    public static void main(String[] arguments) throws InterruptedException {
        Thread.currentThread().join();
    }

    /** A project all of whose services are this. */
    static Project packageAll(Path root) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, IdleService.class.getName());
        attributes.put(
                Attributes.Name.CLASS_PATH,
                IdleService.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString());
        for (ServiceName service : ServiceName.values()) {
            Path jar = root.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
            Files.createDirectories(jar.getParent());
            new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        }
        return new Project(root);
    }
}
