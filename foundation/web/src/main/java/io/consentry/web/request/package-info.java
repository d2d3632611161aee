/** Which request it was: an id that is echoed, logged and kept with every event; and that its address names something. */
@NullMarked
package io.consentry.web.request;

import org.jspecify.annotations.NullMarked;
