package io.consentry.ingest.checkmessage;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** How a deployment sets its safeguards: {@code ingest.rules.<name>=reject|flag|off}. */
@ConfigMapping(prefix = "ingest")
public interface RulesConfig {

    /** Modes by rule name; a rule that is not named keeps its own. */
    Map<String, RuleMode> rules();
}
