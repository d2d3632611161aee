package io.consentry.ingest.checkmessage;

import io.consentry.consultation.Entry;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;

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
        return "Observation.effective";
    }

    @Override
    public void check(Examined examined, Findings findings) {
        Optional<LocalDate> birth = Dates.day(examined.consultation().patient().birthDate());
        LocalDate latest = Dates.day(examined.receivedAt()).plusDays(1);
        if (birth.isPresent() && birth.get().isAfter(latest)) {
            findings.add("Patient.birthDate", "The date of birth lies in the future.");
        }
        if (isOutside(Dates.day(examined.consultation().date()), birth, latest)) {
            findings.add("Composition.date", "The date lies in the future, or before the patient was born.");
        }
        for (Entry entry : examined.consultation().entries()) {
            if (isOutside(Dates.day(entry.date()), birth, latest)) {
                findings.add(
                        Finding.about(entry, "date", "The date lies in the future, or before the patient was born."));
            }
        }
    }

    private static boolean isOutside(Optional<LocalDate> date, Optional<LocalDate> birth, LocalDate latest) {
        return date.isPresent()
                && (date.get().isAfter(latest)
                        || (birth.isPresent() && date.get().isBefore(birth.get())));
    }
}
