package io.consentry.local.checknative;

import io.consentry.local.place.Project;
import io.consentry.local.place.ServiceName;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Part of {@code ./consentry test}: compares what each service reaches by reflection with its native sources. */
@Command(name = "check-native", hidden = true)
public final class CheckNativeCommand implements Callable<Integer> {

    private static final String PUBLISHED = "io.consentry.events.PublishedEvent";

    /** Messages that no annotated method names: those that travel between services. */
    private static final Map<ServiceName, List<String>> ALSO_STORED =
            Map.of(ServiceName.INGEST, List.of(PUBLISHED), ServiceName.FILING, List.of(PUBLISHED));

    private static final Set<ServiceName> HANDLE_MESSAGES = Set.of(ServiceName.CONSENT, ServiceName.FILING);

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Project project = Project.fromSystemProperty();
        boolean complete = true;
        for (ServiceName service : ServiceName.values()) {
            NativeSources sources = NativeSources.of(project, service);
            Set<String> needed = needed(sources);
            Set<String> missing = new TreeSet<>(needed);
            missing.removeAll(sources.reflective());
            complete &= missing.isEmpty();
            out.println(service.module() + ": " + needed.size() + " classes are reached by reflection, "
                    + (missing.isEmpty() ? "all are registered" : missing.size() + " are not registered:"));
            missing.forEach(name -> out.println("  " + name));
        }
        return complete ? 0 : 1;
    }

    private static Set<String> needed(NativeSources sources) throws IOException {
        try (URLClassLoader loader = sources.classLoader()) {
            Set<String> needed = ReflectiveNeeds.of(sources.classes(), loader);
            if (needed.isEmpty() && HANDLE_MESSAGES.contains(sources.service())) {
                throw new IOException("No handlers were found in " + sources.classes() + ": this check is broken");
            }
            for (String message : ALSO_STORED.getOrDefault(sources.service(), List.of())) {
                needed.addAll(ReflectiveNeeds.ofMessage(message, loader));
            }
            return needed;
        }
    }
}
