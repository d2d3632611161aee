package io.consentry.web.internal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who this service is to the others of the suite. */
@ConfigMapping(prefix = "consentry.service")
public interface ServiceIdentity {

    /** Name of the service, the subject of its tokens. */
    String name();

    /** Base64 of the PKCS#8 RSA key it signs its tokens with. */
    String signingKey();

    /** Base64 of the public key that every service's tokens are verified with; the OIDC tenant of internal paths. */
    String publicKey();

    /** Issuer of service tokens. */
    @WithDefault("consentry-services")
    String issuer();

    /** Audience of service tokens. */
    @WithDefault("consentry-internal")
    String audience();
}
