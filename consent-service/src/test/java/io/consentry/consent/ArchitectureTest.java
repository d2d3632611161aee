package io.consentry.consent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.consentry.consent.events.ConsentEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CONSENT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.consentry.consent");

    @Test
    void slices_doNotGoRound() {
        slices().matching("io.consentry.consent.(*)..")
                .should()
                .beFreeOfCycles()
                .because("one can read a slice after those it stands on, and never needs the others")
                .check(CONSENT);
    }

    @Test
    void events_knowNobody() {
        noClasses()
                .that()
                .resideInAPackage("..events..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.consentry.consent.(moveswitch|recordattempt|showstate|replayevents|keepevents)..")
                .because("what is kept for ever must not change with the code that happens to write it")
                .check(CONSENT);
    }

    @Test
    void events_surviveANativeBuild() {
        classes()
                .that()
                .implement(ConsentEvent.class)
                .and()
                .areRecords()
                .should()
                .beAnnotatedWith(RegisterForReflection.class)
                .because("an event that is not registered is stored as an empty object, and nobody is told")
                .check(CONSENT);
    }

    @Test
    void nobody_asksTheMachineForTheTime() {
        noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.OffsetDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("decisions are judged by one clock, the log's")
                .check(CONSENT);
    }

    @Test
    void resources_areNamedSo() {
        classes()
                .that()
                .areAnnotatedWith(jakarta.ws.rs.Path.class)
                .should()
                .haveSimpleNameEndingWith("Resource")
                .because("the API is found by name")
                .check(CONSENT);
    }
}
