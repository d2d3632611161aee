/** Versions of things that more than one person may change. */
@NullMarked
package io.consentry.web.version;

import org.jspecify.annotations.NullMarked;
