package io.consentry.local.checknative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.consentry.local.place.Project;
import io.consentry.local.place.ServiceName;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What a native build of one service would be made from.
 *
 * @param service whose
 * @param module the service's folder
 */
record NativeSources(ServiceName service, Path module) {

    private static final String REFLECTION = "META-INF/native-image/reflect-config.json";

    static NativeSources of(Project project, ServiceName service) {
        return new NativeSources(service, project.root().resolve(service.module()));
    }

    /** The service's own compiled classes. */
    Path classes() {
        return module.resolve("target/classes");
    }

    /** Every class that the binary could reach by reflection. */
    Set<String> reflective() throws IOException {
        try (ZipFile jar = new ZipFile(runner().toFile())) {
            ZipEntry entry = jar.getEntry(REFLECTION);
            if (entry == null) {
                throw new IOException(service.module() + ": its native sources hold no " + REFLECTION);
            }
            Set<String> names = new TreeSet<>();
            try (InputStream content = jar.getInputStream(entry)) {
                for (JsonNode registered : new ObjectMapper().readTree(content)) {
                    names.add(registered.path("name").asText());
                }
            }
            return names;
        }
    }

    /** Sees the service's classes and all it is built with, and nothing of this program. */
    URLClassLoader classLoader() throws IOException {
        List<URL> urls = new ArrayList<>();
        urls.add(url(classes()));
        // Holds the classes that the build changed, which are then missing from their own libraries.
        urls.add(url(runner()));
        try (Stream<Path> libraries = Files.list(sources().resolve("lib"))) {
            for (Path library : libraries.toList()) {
                urls.add(url(library));
            }
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private Path runner() throws IOException {
        try (Stream<Path> files = Files.list(sources())) {
            return files.filter(file -> file.toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException(service.module() + " has no native sources"));
        }
    }

    private Path sources() throws IOException {
        Path sources = module.resolve("target/native-sources");
        if (!Files.isDirectory(sources)) {
            throw new IOException(service.module() + " has no native sources; ./consentry test builds them");
        }
        return sources;
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
