/** Tokens for the local suite: the sandbox's stand-in for an identity provider. */
@NullMarked
package io.consentry.local.issuetoken;

import org.jspecify.annotations.NullMarked;
