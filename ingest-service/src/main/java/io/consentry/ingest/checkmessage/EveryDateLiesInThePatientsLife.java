package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.Placed;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import org.hl7.fhir.dstu3.model.Resource;
import org.jspecify.annotations.Nullable;

@Singleton
class EveryDateLiesInThePatientsLife implements Rule {

    @Override
    public String name() {
        return "dates";
    }

    @Override
    public String sentence() {
        return "No date lies in the future, or before the patient was born.";
    }

    @Override
    public String path() {
        return "Resource.descendants().ofType(dateTime)";
    }

    @Override
    public void check(Examined examined, Findings findings) {
        Optional<LocalDate> birth = Dates.day(examined.consultation().patient().birthDate());
        LocalDate latest = Dates.day(examined.receivedAt()).plusDays(1);
        if (birth.isPresent() && birth.get().isAfter(latest)) {
            findings.add("Patient.birthDate", "The date of birth lies in the future.");
        }
        for (Placed<Resource> placed : examined.message().content()) {
            WhenItHappened.of(placed.resource()).forEach((element, date) -> {
                if (isOutside(date.getValueAsString(), birth, latest)) {
                    findings.add(placed, element, "The date lies in the future, or before the patient was born.");
                }
            });
        }
    }

    private static boolean isOutside(@Nullable String date, Optional<LocalDate> birth, LocalDate latest) {
        return Dates.earliest(date).filter(first -> first.isAfter(latest)).isPresent()
                || (birth.isPresent()
                        && Dates.latest(date)
                                .filter(last -> last.isBefore(birth.get()))
                                .isPresent());
    }
}
