package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.Codes;
import io.consentry.ingest.readmessage.FhirNames;
import io.consentry.ingest.readmessage.UpdateRecord;
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

    static String serviceOf(UpdateRecord message) {
        return message.composition()
                .flatMap(composition -> Codes.in(composition.resource().getType(), FhirNames.SNOMED_CT))
                .map(SERVICES::get)
                .orElse("unknown");
    }

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
                new AVeryHighBloodPressureIsUrgent(),
                new ThePatientIsNamed(),
                new TheNhsNumberIsVerified(),
                new ADeathIsShown(),
                new EveryCodeKeepsItsCheckDigit(),
                new EveryMeasurementHasItsUnit(),
                new ABloodPressureIsOneOfTheTriplets(),
                new SystolicIsAboveDiastolic(),
                new ABloodPressureIsPossible(),
                new UnsupportedMeasurementsAreShown(),
                new APregnancyWithAMedicineIsAcknowledged(),
                new APregnancyFitsThePatient(),
                new AMessageDoesNotContradictItselfOnPregnancy(),
                new EveryMedicineHasItsDosage(),
                new EveryMedicineHasItsQuantity(),
                new EveryMedicineIsNamedByItsCode(),
                new AMedicineThatWasNotSuppliedIsShown(),
                new WhatIsNotSoIsSeenAsSuch(),
                new EveryDateLiesInThePatientsLife(),
                new EveryReferenceStaysInTheDocument(),
                new EverySubjectIsThePatient(),
                new NoModifierIsIgnored(),
                new NoEntryStandsTwice(),
                new WhatIsHiddenFromThePatientIsMarked(),
                new ARestrictedDocumentIsNotTaken(),
                new ContraceptionUnderSixteenIsHiddenFromThePatientsView(),
                new ContraceptionUnderThirteenIsASafeguardingMatter(),
                new AnAttachmentIsAPdf(),
                new AnAttachmentBeginsAsAPdf(),
                new EverySummaryHasWords(),
                new ADocumentIsSentOnce(),
                new AReplacementNamesWhatItReplaces(),
                new APossibleDuplicateIsShown(),
                new ADeliveryElsewhereIsShown());
    }
}
