/** Which request it was: an id that is echoed, logged and kept with every event. */
@NullMarked
package io.consentry.web.request;

import org.jspecify.annotations.NullMarked;
