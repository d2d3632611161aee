package io.consentry.filing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.consentry.filing.item.ItemCommand;
import io.consentry.filing.item.ItemEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses FILING = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.consentry.filing");

    @Test
    void slices_doNotGoRound() {
        slices().matching("io.consentry.filing.(*)..")
                .should()
                .beFreeOfCycles()
                .because("one can read a slice after those it stands on, and never needs the others")
                .check(FILING);
    }

    @Test
    void item_knowsNobody() {
        noClasses()
                .that()
                .resideInAPackage("..filing.item..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..",
                        "jakarta.ws.rs..",
                        "jakarta.persistence..",
                        "org.hibernate..",
                        "io.consentry.consultation..",
                        "io.consentry.feed..")
                .because("what is decided rests on the item's past and the command alone,"
                        + " and what it leaves behind holds nothing of the patient")
                .check(FILING);
    }

    @Test
    void eventsAndCommands_surviveANativeBuild() {
        classes()
                .that()
                .areAssignableTo(ItemEvent.class)
                .or()
                .areAssignableTo(ItemCommand.class)
                .and()
                .areNotInterfaces()
                .should()
                .beAnnotatedWith(RegisterForReflection.class)
                .orShould()
                .beInterfaces()
                .because("an event that is not registered is stored as an empty object, and nobody is told")
                .check(FILING);
    }

    @Test
    void handlers_surviveANativeBuild() {
        methods()
                .that()
                .areAnnotatedWith(EventHandler.class)
                .or()
                .areAnnotatedWith(CommandHandler.class)
                .or()
                .areAnnotatedWith(EventSourcingHandler.class)
                .should()
                .beDeclaredInClassesThat()
                .areAnnotatedWith(RegisterForReflection.class)
                .because("the framework finds handlers by reflection, and without it finds none")
                .check(FILING);
    }

    @Test
    void nobody_asksTheMachineForTheTime() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .because("a test must be able to stop the clock")
                .check(FILING);
    }

    @Test
    void resources_areNamedSo() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .haveSimpleNameEndingWith("Resource")
                .because("whoever looks for what can be reached from outside finds it by name")
                .check(FILING);
    }
}
