package io.consentry.ingest.readmessage;

/** The names that the guide gives its code systems, identifiers and extensions. */
public final class FhirNames {

    public static final String SNOMED_CT = "http://snomed.info/sct";
    public static final String DMD = "https://dmd.nhs.uk";
    public static final String UCUM = "http://unitsofmeasure.org";

    public static final String ODS_CODE = "https://fhir.nhs.uk/Id/ods-organization-code";
    public static final String NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number";
    public static final String GPHC_NUMBER = "https://fhir.hl7.org.uk/Id/gphc-number";

    public static final String MESSAGE_EVENT = "https://fhir.nhs.uk/STU3/CodeSystem/ITK-MessageEvent-2";
    public static final String MESSAGE_HANDLING =
            "https://fhir.nhs.uk/STU3/StructureDefinition/Extension-ITK-MessageHandling-2";
    public static final String RECORD_STANDARD_HEADINGS = "https://fhir.nhs.uk/CodeSystem/RecordStandardHeadings";
    public static final String VERIFICATION_STATUS =
            "https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-NHSNumberVerificationStatus-1";
    public static final String OUTCOME_OF_ATTENDANCE =
            "https://fhir.hl7.org.uk/STU3/StructureDefinition/Extension-CareConnect-OutcomeOfAttendance-1";

    /** Label of what the patient is not to see in patient-facing services. */
    public static final String NOT_FOR_THE_PATIENT = "NOPAT";

    private FhirNames() {}
}
