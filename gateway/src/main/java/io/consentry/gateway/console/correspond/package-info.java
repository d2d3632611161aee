/** What was announced to practices and what was asked of them, as letters with their answers. */
@NullMarked
package io.consentry.gateway.console.correspond;

import org.jspecify.annotations.NullMarked;
