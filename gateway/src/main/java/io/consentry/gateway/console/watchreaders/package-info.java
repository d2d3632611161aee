/** Who read the log, exported it or had it replayed: auditors watch each other, too. */
@NullMarked
package io.consentry.gateway.console.watchreaders;

import org.jspecify.annotations.NullMarked;
