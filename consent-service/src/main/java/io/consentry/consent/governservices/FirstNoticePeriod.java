package io.consentry.consent.governservices;

import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The notice period before the first change of the rules: four weeks. A sandbox may have a shorter one, so that a notice
 * can be seen to run; elsewhere no setting shortens it.
 */
@ApplicationScoped
class FirstNoticePeriod {

    static final Duration FOUR_WEEKS = Duration.ofDays(28);

    private final Duration period;

    FirstNoticePeriod(@ConfigProperty(name = "consent.sandbox.notice-period", defaultValue = "P28D") Duration shorter) {
        boolean sandbox = ConfigUtils.isProfileActive("local") || ConfigUtils.isProfileActive("test");
        period = sandbox ? shorter : FOUR_WEEKS;
    }

    Duration get() {
        return period;
    }
}
