package io.consentry.local.runsuite;

import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.local.place.Home;
import io.consentry.local.place.Project;
import io.consentry.local.place.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.io.TempDir;

class ServiceProgramTest {

    private static final int JAVA_THAT_LEARNS = 25;

    private final Path directory;

    ServiceProgramTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeEach
    void packAsTheBuildDoes() throws IOException {
        for (String jar : List.of(
                "quarkus-run.jar",
                "quarkus/generated-bytecode.jar",
                "quarkus/transformed-bytecode.jar",
                "app/gateway.jar",
                "lib/boot/boot.jar",
                "lib/main/library.jar")) {
            Path file = directory.resolve("project/gateway/target/quarkus-app").resolve(jar);
            Files.createDirectories(file.getParent());
            Files.writeString(file, jar);
        }
    }

    private List<String> arguments(boolean learn) throws IOException {
        return ServiceProgram.of(
                        ServiceName.GATEWAY,
                        new Project(directory.resolve("project")),
                        new Home(directory.resolve("home")))
                .arguments(learn);
    }

    @Test
    void program_isThePackagedJar_whereNothingCanBeLearnt() throws IOException {
        Files.delete(directory.resolve("project/gateway/target/quarkus-app/quarkus/generated-bytecode.jar"));

        assertThat(arguments(true)).hasSize(2).first().isEqualTo("-jar");
    }

    @Test
    @EnabledForJreRange(minVersion = JAVA_THAT_LEARNS)
    void classPath_putsWhatTheBuildHasRewritten_beforeWhatItWasMadeFrom() throws IOException {
        String file = arguments(false).stream()
                .filter(argument -> argument.startsWith("@"))
                .findFirst()
                .orElseThrow()
                .substring(1);

        assertThat(Files.readString(Path.of(file)))
                .containsSubsequence(
                        "transformed-bytecode", "generated-bytecode", "gateway.jar", "boot.jar", "library");
    }

    @Test
    @EnabledForJreRange(minVersion = JAVA_THAT_LEARNS)
    void whatTheManifestOpens_isOpenedOnTheClassPathToo() throws IOException {
        assertThat(arguments(false)).contains("--add-opens=java.base/java.lang=ALL-UNNAMED");
    }

    @Test
    @EnabledForJreRange(minVersion = JAVA_THAT_LEARNS)
    void whatWasLearnt_isUsed_untilAJarChanges() throws IOException {
        assertThat(arguments(false)).noneMatch(argument -> argument.startsWith("-XX:AOT"));
        String output = "-XX:AOTCacheOutput=";
        String learning = arguments(true).stream()
                .filter(argument -> argument.startsWith(output))
                .findFirst()
                .orElseThrow();
        Path learnt = Files.createFile(Path.of(learning.substring(output.length())));

        assertThat(arguments(true)).contains("-XX:AOTCache=" + learnt);

        Files.writeString(directory.resolve("project/gateway/target/quarkus-app/app/gateway.jar"), "another build");

        assertThat(arguments(false)).noneMatch(argument -> argument.startsWith("-XX:AOT"));
        assertThat(arguments(true)).anyMatch(argument -> argument.startsWith(output));
        assertThat(learnt).doesNotExist();
    }
}
