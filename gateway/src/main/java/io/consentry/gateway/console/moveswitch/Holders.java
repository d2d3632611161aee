package io.consentry.gateway.console.moveswitch;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/** Who may decide for a practice. */
@RegisterForReflection
record Holders(List<Holder> mandates) {

    /** One person's mandate. */
    @RegisterForReflection
    record Holder(String holder, String basis, Instant since) {}
}
