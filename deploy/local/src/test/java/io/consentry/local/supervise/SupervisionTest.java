package io.consentry.local.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, started and ended in every way that happens to a suite. */
class SupervisionTest {

    /** One for all: the first start of a home unpacks PostgreSQL, which takes longer than everything else here. */
    private static Sandbox sandbox;

    @BeforeAll
    static void makeSandbox(@TempDir Path directory) throws IOException {
        sandbox = new Sandbox(directory);
    }

    @AfterEach
    void stop() throws Exception {
        sandbox.close();
    }

    @Test
    void upAndDown_leaveNothingRunning_inAPathWithSpaces() throws Exception {
        assertThat(sandbox.up()).satisfies(up -> {
            assertThat(up.output()).contains("PostgreSQL", "gateway", "Ready after", "http://127.0.0.1:11180");
            assertThat(up.exitCode()).isZero();
        });
        Map<String, ProcessHandle> processes = sandbox.processes();
        assertThat(processes).hasSize(5);
        assertThat(sandbox.run("status").exitCode()).isZero();

        assertThat(sandbox.run("down").exitCode()).isZero();
        assertThat(processes.values()).noneMatch(ProcessHandle::isAlive);
        assertThat(sandbox.home().postgresData().resolve("postmaster.pid")).doesNotExist();
        assertThat(sandbox.run("status").exitCode()).isEqualTo(3);
        assertThat(sandbox.run("logs", "suite").output()).contains("Stopping: asked to stop.", "Stopped.");
    }

    @Test
    void secondUp_saysSoAndExits_whileTheFirstGoesOn() throws Exception {
        sandbox.up();
        RunRecord first = sandbox.running();

        assertThat(sandbox.up()).satisfies(second -> {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.output()).contains("runs already");
        });
        assertThat(sandbox.running()).isEqualTo(first);
    }

    @Test
    void twoUpsAtOnce_giveOneSuite() throws Exception {
        List<String> up = List.of("up", "--detach", "--port-offset", Integer.toString(Sandbox.portOffset()));
        Process one = sandbox.start(up);
        Process other = sandbox.start(up);
        assertThat(List.of(one.waitFor(), other.waitFor())).containsExactlyInAnyOrder(0, 1);
        assertThat(sandbox.run("status").exitCode()).isZero();
    }

    @Test
    void nextStart_endsWhatAKilledSupervisorLeft_andNothingElse() throws Exception {
        sandbox.up();
        Map<String, ProcessHandle> left = sandbox.processes();
        sandbox.killSupervisor();
        assertThat(left.values()).allMatch(ProcessHandle::isAlive);
        Process bystander = new ProcessBuilder("sleep", "60").start();

        assertThat(sandbox.up()).satisfies(next -> {
            assertThat(next.output()).contains("left over from a start that was killed", "Ready after");
            assertThat(next.exitCode()).isZero();
        });
        assertThat(left.values()).noneMatch(ProcessHandle::isAlive);
        assertThat(bystander.isAlive()).isTrue();
        bystander.destroy();
    }

    @Test
    void down_endsWhatAKilledSupervisorLeft() throws Exception {
        sandbox.up();
        Map<String, ProcessHandle> left = sandbox.processes();
        sandbox.killSupervisor();

        assertThat(sandbox.run("down").exitCode()).isZero();
        assertThat(left.values()).noneMatch(ProcessHandle::isAlive);
    }

    /** Where the clock was wrong and is set, every process seems to have started at another time than was written down. */
    @Test
    void statusAndDown_knowTheSuite_whenTheClockWasSet() throws Exception {
        sandbox.up();
        Map<String, ProcessHandle> processes = sandbox.processes();
        sandbox.setClock(Duration.ofMinutes(3));

        assertThat(sandbox.run("status")).satisfies(status -> {
            assertThat(status.output()).contains("PostgreSQL");
            assertThat(status.exitCode()).isZero();
        });
        assertThat(sandbox.run("down").output()).contains("Stopped.");
        assertThat(processes.values()).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void down_endsWhatAKilledSupervisorLeft_whenTheClockWasSet() throws Exception {
        sandbox.up();
        Map<String, ProcessHandle> left = sandbox.processes();
        sandbox.killSupervisor();
        sandbox.setClock(Duration.ofMinutes(3));

        assertThat(sandbox.run("down").exitCode()).isZero();
        assertThat(left.values()).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void nextStart_isNotFooled_whenPostgresAndItsSupervisorWereKilledAndItsNumberWasReused() throws Exception {
        sandbox.up();
        ProcessHandle postgres = sandbox.process("PostgreSQL");
        sandbox.killSupervisor();
        postgres.destroyForcibly();
        postgres.onExit().get(10, TimeUnit.SECONDS);
        Process bystander = new ProcessBuilder("sleep", "60").start();
        Path note = sandbox.home().postgresData().resolve("postmaster.pid");
        Files.writeString(note, Files.readString(note).replaceFirst("\\d+", Long.toString(bystander.pid())));

        assertThat(sandbox.up().exitCode()).isZero();
        assertThat(bystander.isAlive()).isTrue();
        bystander.destroy();
    }

    @Test
    void allStops_whenOnePartEndsByItself() throws Exception {
        sandbox.up();
        Map<String, ProcessHandle> processes = sandbox.processes();
        ProcessHandle supervisor = sandbox.running().owner().orElseThrow();

        sandbox.process("ingest-service").destroyForcibly();

        supervisor.onExit().get(30, TimeUnit.SECONDS);
        assertThat(processes.values()).noneMatch(ProcessHandle::isAlive);
        assertThat(sandbox.run("logs", "suite").output()).contains("ingest-service ended by itself");
    }

    @Test
    void upInTheForeground_endsWell_onlyWhenItWasAskedTo() throws Exception {
        Process asked = upInTheForeground();
        assertThat(sandbox.run("down").exitCode()).isZero();
        assertThat(asked.waitFor()).isZero();

        Process failed = upInTheForeground();
        sandbox.process("ingest-service").destroyForcibly();
        assertThat(failed.waitFor()).isEqualTo(1);

        Process killed = upInTheForeground();
        sandbox.killSupervisor();
        assertThat(killed.waitFor()).isEqualTo(1);
    }

    private Process upInTheForeground() throws Exception {
        Process up = sandbox.start(List.of("up", "--port-offset", Integer.toString(Sandbox.portOffset())));
        while (RunRecord.running(sandbox.home()).filter(RunRecord::isReady).isEmpty()) {
            assertThat(up.isAlive()).isTrue();
            Thread.sleep(100);
        }
        return up;
    }

    @Test
    void allStops_whenTheCommandThatStartedItIsKilled() throws Exception {
        Process up = upInTheForeground();
        Map<String, ProcessHandle> processes = sandbox.processes();
        ProcessHandle supervisor = sandbox.running().owner().orElseThrow();

        up.destroyForcibly();

        supervisor.onExit().get(30, TimeUnit.SECONDS);
        assertThat(processes.values()).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void up_namesThePortAndItsHolder_whenOneIsInUse() throws Exception {
        int port = 8082 + Sandbox.portOffset();
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(sandbox.up()).satisfies(up -> {
                assertThat(up.exitCode()).isEqualTo(1);
                assertThat(up.output())
                        .contains("Port " + taken.getLocalPort() + ", needed by consent-service, is in use by process "
                                + ProcessHandle.current().pid());
            });
        }
        assertThat(RunRecord.running(sandbox.home())).isEmpty();
    }

    @Test
    void up_startsAnew_whenTheVeryFirstStartWasKilledHalfWay() throws Exception {
        Path data = sandbox.home().postgresData();
        Files.deleteIfExists(sandbox.home().postgresComplete());
        Files.createDirectories(data);
        Files.writeString(data.resolve("postgresql.conf"), "half a line");

        assertThat(sandbox.up().exitCode()).isZero();
    }

    @Test
    void up_namesTheFileOfThePassword_whenOnlyThatIsLost() throws Exception {
        sandbox.up();
        sandbox.run("down");
        Path password = sandbox.home().secrets().resolve("database-admin-password");
        Path kept = Files.move(password, sandbox.home().directory().resolve("kept"));
        try {
            for (int start = 0; start < 2; start++) {
                assertThat(sandbox.up()).satisfies(up -> {
                    assertThat(up.exitCode()).isEqualTo(1);
                    assertThat(up.output()).contains(password.toString(), "pg_hba.conf");
                });
            }
        } finally {
            Files.move(kept, password, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** What the message says to do where there is no copy of the file. */
    @Test
    void up_givesANewPassword_whereTheOldIsLostAndTheServerAsksForNone() throws Exception {
        sandbox.up();
        sandbox.run("down");
        Files.delete(sandbox.home().secrets().resolve("database-admin-password"));
        Path rules = sandbox.home().postgresData().resolve("pg_hba.conf");
        Files.writeString(rules, Files.readString(rules).replace("scram-sha-256", "trust"));

        assertThat(sandbox.up().exitCode()).isZero();
        assertThat(rules).content().contains("scram-sha-256").doesNotContain("trust");
    }

    @Test
    void down_stopsTheSuite_whateverElseLiesInItsHome(@TempDir Path elsewhere) throws Exception {
        sandbox.up();
        Map<String, ProcessHandle> processes = sandbox.processes();
        Path home = sandbox.home().directory();
        Path foreign = Files.createDirectory(home.resolve("foreign"));
        Path broken = Files.createDirectory(home.resolve("broken"));
        for (Path directory : List.of(foreign, broken, elsewhere)) {
            Files.writeString(directory.resolve("lock"), "somebody else's");
        }
        Files.writeString(broken.resolve("run.json"), "{");
        Files.copy(sandbox.home().runRecord(), elsewhere.resolve("run.json"));
        Files.createSymbolicLink(home.resolve("linked"), elsewhere);

        assertThat(sandbox.run("down")).satisfies(down -> {
            assertThat(down.output()).contains("Stopped.", broken + " was not ended");
            assertThat(down.exitCode()).isZero();
        });
        assertThat(processes.values()).noneMatch(ProcessHandle::isAlive);
        assertThat(elsewhere.resolve("run.json")).exists();
        assertThat(List.of(foreign, broken, elsewhere))
                .allSatisfy(directory -> assertThat(directory.resolve("lock")).hasContent("somebody else's"));
    }

    @Test
    void down_endsAlsoWhatAKilledStartLeftInAHomeWithinThisOne() throws Exception {
        Sandbox within = sandbox.within("bench-short");
        within.up();
        Map<String, ProcessHandle> left = within.processes();
        within.killSupervisor();

        assertThat(sandbox.run("down").exitCode()).isZero();
        assertThat(left.values()).noneMatch(ProcessHandle::isAlive);
    }
}
