package io.consentry.ingest.checkmessage;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every rule of the service, without the service. A test compares the list with the beans that really run. */
final class Rules {

    private static final Map<String, String> SERVICES = Map.of(
            "2129921000000100", "pharmacy-first",
            "1659111000000107", "blood-pressure-check",
            "1659121000000101", "contraception");

    private Rules() {}

    static List<Rule> all() {
        return List.of(
                new ItIsAMessageWithAnId(),
                new TheHeaderIsComplete(),
                new TheSenderIsNamedByItsOdsCode(),
                new ThereIsOneCompleteDocument(),
                new TheCompositionListsItsParts(),
                new OnlyResourcesOfTheFirstIteration(),
                new TheServiceIsInTheCatalogue(code -> Optional.ofNullable(SERVICES.get(code))),
                new SectionsHoldNoHtml(),
                new EveryValueIsOfItsType(),
                new TheNhsNumberIsThere(),
                new TheNhsNumberKeepsItsCheckDigit(),
                new OrganisationsAreNamedByTheirOdsCodes(),
                new EveryPregnancyIsAcknowledged(),
                new AVeryHighBloodPressureIsUrgent());
    }
}
