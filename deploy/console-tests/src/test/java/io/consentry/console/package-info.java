/** The console as people use it: in a browser, over the whole suite. */
@NullMarked
package io.consentry.console;

import org.jspecify.annotations.NullMarked;
