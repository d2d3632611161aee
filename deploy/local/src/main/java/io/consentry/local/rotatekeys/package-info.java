/** Gives the clinical content of a running suite another key-encryption key, and takes the old one away. */
@NullMarked
package io.consentry.local.rotatekeys;

import org.jspecify.annotations.NullMarked;
