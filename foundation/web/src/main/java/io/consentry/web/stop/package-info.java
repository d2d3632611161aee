/** What a service still does when it has been asked to stop: it finishes what it began, and begins nothing more. */
@NullMarked
package io.consentry.web.stop;

import org.jspecify.annotations.NullMarked;
