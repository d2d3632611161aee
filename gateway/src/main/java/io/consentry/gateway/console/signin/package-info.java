/** Knows who sits at the browser: by the identity provider, or in the sandbox by choosing somebody. */
@NullMarked
package io.consentry.gateway.console.signin;

import org.jspecify.annotations.NullMarked;
