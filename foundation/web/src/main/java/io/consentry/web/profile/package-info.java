/** Keeps the sandbox and production apart. */
@NullMarked
package io.consentry.web.profile;

import org.jspecify.annotations.NullMarked;
