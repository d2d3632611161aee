package io.consentry.web.profile;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.Config;

/**
 * Refuses to start where settings of the sandbox and of production meet.
 *
 * <p>The sandbox trusts whoever holds a key file on the same machine and lets rules pass that production refuses; a
 * production service that trusts that key, or a sandbox that takes real people's tokens, must not exist for a minute.
 */
@Singleton
class SandboxAndProductionDoNotMix {

    private static final String SANDBOX = "local";

    /** Where real people's tokens come from. */
    private static final List<String> OF_PRODUCTION = List.of("consentry.identity.url", "quarkus.oidc.auth-server-url");
    /** The key that the launcher made. */
    private static final List<String> OF_THE_SANDBOX =
            List.of("consentry.identity.public-key", "quarkus.oidc.public-key");

    private final Config config;

    SandboxAndProductionDoNotMix(Config config) {
        this.config = config;
    }

    void check(@Observes @Priority(1) StartupEvent start) {
        if (LaunchMode.current() != LaunchMode.NORMAL) {
            return;
        }
        refusal(ConfigUtils.getProfiles(), name -> config.getConfigValue(name).getValue() != null)
                .ifPresent(why -> {
                    throw new IllegalStateException(why);
                });
    }

    /** Why these profiles and settings do not go together, if they do not. */
    static Optional<String> refusal(List<String> profiles, Predicate<String> isSet) {
        boolean sandbox = profiles.contains(SANDBOX);
        if (sandbox && profiles.size() > 1) {
            return Optional.of("The profile local goes with no other profile, but these are active: " + profiles);
        }
        Optional<String> stranger = (sandbox ? OF_PRODUCTION : OF_THE_SANDBOX)
                .stream()
                        .filter(isSet)
                        .findFirst()
                        .map(name -> sandbox
                                ? "The profile local is active, but " + name + " is a setting of production."
                                : "The profile local is not active, but " + name + " is a setting of the sandbox.");
        // Without an identity provider nobody could sign in: better to say so now than to refuse every token.
        return stranger.isEmpty() && !sandbox && OF_PRODUCTION.stream().noneMatch(isSet)
                ? Optional.of("The profile local is not active, and consentry.identity.url is not set.")
                : stranger;
    }
}
