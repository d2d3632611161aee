/**
 * Checks what cannot be seen on the JVM: that a native binary could reach by reflection all that is stored or handled.
 */
@NullMarked
package io.consentry.local.checknative;

import org.jspecify.annotations.NullMarked;
