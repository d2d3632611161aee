/** What every page stands in: layout, menu, style, and what is shown when something is refused. */
@NullMarked
package io.consentry.gateway.console.frame;

import org.jspecify.annotations.NullMarked;
