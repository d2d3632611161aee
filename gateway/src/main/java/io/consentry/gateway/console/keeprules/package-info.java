/** The services that there are, the rules that messages are held against, and how long notices run. */
@NullMarked
package io.consentry.gateway.console.keeprules;

import org.jspecify.annotations.NullMarked;
