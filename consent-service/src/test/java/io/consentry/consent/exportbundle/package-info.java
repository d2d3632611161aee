@NullMarked
package io.consentry.consent.exportbundle;

import org.jspecify.annotations.NullMarked;
