package io.consentry.local.runsuite;

import io.consentry.local.keepsecrets.LocalSecrets;
import io.consentry.local.place.Home;
import io.consentry.local.place.Ports;
import io.consentry.local.place.Project;
import io.consentry.local.place.ServiceName;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL and the four services as processes of this machine.
 *
 * <p>The services start beside each other, since each spends most of its start waiting for the processor or the database.
 * They stop before PostgreSQL does, so that what they still finish is still kept.
 */
public final class Suite implements AutoCloseable {

    /** In the place of a setting's value: the setting is not to be given, although it usually is. */
    public static final String NOT_SET = "";

    private static final Duration READY_LIMIT = Duration.ofMinutes(4);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(200);

    private final Project project;
    private final Home home;
    private final Ports ports;
    private final Progress progress;
    private final @Nullable String externalServer;
    private final Map<ServiceName, ServiceProcess> services = new EnumMap<>(ServiceName.class);
    private final Map<String, String> settings = new HashMap<>();
    private Function<ServiceName, Set<String>> namesOfSettings = service -> Set.of();
    private boolean learn;
    private @Nullable DatabaseServer database;
    private @Nullable Environment environment;

    /**
     * A suite that does not run yet.
     *
     * @param externalServer URL of a PostgreSQL server to use instead of an embedded one
     */
    public Suite(Project project, Home home, Ports ports, @Nullable String externalServer, Progress progress) {
        this.project = project;
        this.home = home;
        this.ports = ports;
        this.externalServer = externalServer;
        this.progress = progress;
    }

    /** Gives every service these settings too, by the names of environment variables, from its next start on. */
    public Suite with(Map<String, String> further) {
        settings.putAll(further);
        return this;
    }

    /**
     * Tells each service only the settings of these names, and its ports: to see that a deployment which gives just
     * these gives enough.
     */
    public Suite tellingOnly(Function<ServiceName, Set<String>> names) {
        namesOfSettings = names;
        return this;
    }

    /** Lets Java write down at the end of this run what makes the next start faster, where it can and has not yet. */
    public Suite learning(boolean whether) {
        learn = whether;
        return this;
    }

    /** Starts everything and returns when every service is ready. */
    public void start() throws StartFailed, InterruptedException {
        for (ServiceName service : ServiceName.values()) {
            requireBuilt(service);
        }
        long began = System.nanoTime();
        startDatabase();
        progress.say(
                Progress.line(database().description(), "ready on " + database().address() + " after " + since(began)));
        for (ServiceName service : ServiceName.values()) {
            startService(service);
        }
        awaitReady(EnumSet.allOf(ServiceName.class));
    }

    private void requireBuilt(ServiceName service) throws StartFailed {
        try {
            project.runnable(service);
        } catch (IllegalStateException e) {
            throw new StartFailed(e.getMessage() + ". ./consentry up builds what is missing.", e);
        }
    }

    private void startDatabase() throws StartFailed {
        try {
            LocalSecrets secrets = LocalSecrets.of(home);
            database = externalServer == null
                    ? EmbeddedServer.start(home, ports.postgres(), secrets.databasePassword())
                    : ExternalServer.prepare(externalServer, secrets.databasePassword(), LocalSecrets.homeId(home));
            environment = new Environment(ports, secrets, database().address());
        } catch (IOException | IllegalStateException e) {
            throw new StartFailed("PostgreSQL did not start: " + e.getMessage(), e);
        }
    }

    /** Starts one service; see {@link #awaitReady}. */
    public void startService(ServiceName service) throws StartFailed {
        if (environment == null) {
            throw new IllegalStateException("the services come after the database");
        }
        try {
            Map<String, String> told = new HashMap<>(environment.of(service));
            told.putAll(settings);
            told.values().removeIf(NOT_SET::equals);
            Set<String> names = namesOfSettings.apply(service);
            told.keySet().removeIf(name -> !names.isEmpty() && !names.contains(name) && !Environment.isAPort(name));
            ServiceProcess process = ServiceProcess.start(service, project, home, told, learn);
            services.put(service, process);
            progress.started(process);
        } catch (IOException e) {
            throw new StartFailed(service.module() + " did not start: " + e.getMessage(), e);
        }
    }

    /** Returns when these services are ready. */
    public void awaitReady(Set<ServiceName> wanted) throws StartFailed, InterruptedException {
        Readiness readiness = new Readiness(ports);
        long began = System.nanoTime();
        Set<ServiceName> waiting = EnumSet.copyOf(wanted);
        while (!waiting.isEmpty()) {
            for (ServiceName service : List.copyOf(waiting)) {
                requireHope(service, began);
                if (readiness.isReady(service)) {
                    waiting.remove(service);
                    progress.say(Progress.ready(service, ports.address(service), millisSince(began)));
                }
            }
            Thread.sleep(BETWEEN_QUESTIONS.toMillis());
        }
    }

    private void requireHope(ServiceName service, long began) throws StartFailed {
        if (progress.givenUp()) {
            throw new StartFailed("asked to stop while starting");
        }
        if (!service(service).isAlive()) {
            throw new StartFailed(
                    service.module() + " ended while it was starting. Its log: " + home.log(service.module()));
        }
        if (millisSince(began) > READY_LIMIT.toMillis()) {
            throw new StartFailed(service.module() + " was not ready after " + READY_LIMIT.toSeconds() + " s. Its log: "
                    + home.log(service.module()));
        }
    }

    /** The running process of a service. */
    public ServiceProcess service(ServiceName service) {
        ServiceProcess process = services.get(service);
        if (process == null) {
            throw new IllegalStateException(service.module() + " was not started");
        }
        return process;
    }

    /** Stops one service in good order. */
    public void stopService(ServiceName service) throws InterruptedException {
        service(service).askToStop();
        service(service).awaitEnd();
    }

    /** Completed with a sentence about the first part that ended by itself. */
    public CompletableFuture<?> partEnded() {
        List<CompletableFuture<String>> ends = new ArrayList<>();
        services.forEach((service, process) -> ends.add(process.handle()
                .onExit()
                .thenApply(ended -> service.module() + " ended by itself. Its log: " + home.log(service.module()))));
        ends.add(database().ended().thenApply(ended -> "PostgreSQL ended by itself"));
        return CompletableFuture.anyOf(ends.toArray(CompletableFuture[]::new));
    }

    private DatabaseServer database() {
        if (database == null) {
            throw new IllegalStateException("the database was not started");
        }
        return database;
    }

    /** Stops what runs: the gateway first, so that nothing new comes in, and PostgreSQL last. */
    @Override
    public void close() throws IOException, InterruptedException {
        List<ServiceProcess> gatewayFirst = new ArrayList<>(services.values());
        java.util.Collections.reverse(gatewayFirst);
        for (ServiceProcess process : gatewayFirst) {
            process.askToStop();
        }
        for (ServiceProcess process : gatewayFirst) {
            process.awaitEnd();
        }
        services.clear();
        if (database != null) {
            database.close();
            database = null;
        }
    }

    private static long millisSince(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
    }

    private static String since(long nanos) {
        return Progress.seconds(millisSince(nanos));
    }
}
