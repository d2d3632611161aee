package io.consentry.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses GATEWAY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.consentry.gateway");

    @Test
    void theGatewayStoresNothing() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "java.sql..", "io.agroal..", "io.vertx.sqlclient..")
                .because("any replica must be able to answer any request, and a door that keeps nothing leaks nothing")
                .check(GATEWAY);
    }

    @Test
    void theGatewayKnowsNoServicesWords() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.consentry.events..", "io.consentry.consultation..", "org.axonframework..")
                .because("it decides who may call, never what a call means: bodies pass through as bytes")
                .check(GATEWAY);
    }

    @Test
    void theMatrixKnowsNoHttpServer() {
        noClasses()
                .that()
                .resideInAPackage("..permit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "io.quarkus..", "jakarta.ws.rs..")
                .because("who may do what must be readable, and testable in milliseconds, without a server")
                .check(GATEWAY);
    }

    @Test
    void onlyThePassageKnowsTheProxy() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..passon..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.vertx.httpproxy..")
                .because("the library that carries the bytes can then be exchanged in one folder")
                .check(GATEWAY);
    }

    @Test
    void nobodyReadsTheMachinesClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .because("time is injected, so that a test can stop it")
                .check(GATEWAY);
    }

    @Test
    void foldersDoNotDependOnEachOtherInCircles() {
        slices().matching("io.consentry.gateway.(*)..")
                .should()
                .beFreeOfCycles()
                .because("each folder is one thing the gateway does")
                .check(GATEWAY);
    }

    @Test
    void restClassesAreCalledResources() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .haveSimpleNameEndingWith("Resource")
                .because("one finds them by name")
                .check(GATEWAY);
    }
}
