package io.consentry.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.consentry.ingest.checkmessage.Rule;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses INGEST = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.consentry.ingest");

    @Test
    void fhir_staysWhereMessagesAreReadAndChecked() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..readmessage..", "..checkmessage..", "..receivemessage..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.hl7.fhir..", "ca.uhn.fhir..")
                .because("everything behind the door speaks the suite's own words")
                .check(INGEST);
    }

    @Test
    void slices_doNotGoRound() {
        slices().matching("io.consentry.ingest.(*)..")
                .should()
                .beFreeOfCycles()
                .because("one can follow a message by folder names alone")
                .check(INGEST);
    }

    @Test
    void rules_areNamedAsSentences_andKnownToNobody() {
        classes()
                .that()
                .implement(Rule.class)
                .should()
                .notBePublic()
                .andShould()
                .haveSimpleNameNotEndingWith("Rule")
                .because("the list of the folder is the manual of the safeguards")
                .check(INGEST);
    }

    @Test
    void nobody_readsTheMachinesClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .because("time is injected, so that a test can stop it")
                .check(INGEST);
    }

    @Test
    void onlyOneClass_talksToTheConsentService() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..askconsent..")
                .should()
                .dependOnClassesThat()
                .haveSimpleName("DecisionsOfConsentService")
                .because("an answer that cannot be relied on must count as none, and one class sees to that")
                .check(INGEST);
    }
}
