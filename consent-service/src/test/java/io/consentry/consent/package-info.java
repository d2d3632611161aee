@NullMarked
package io.consentry.consent;

import org.jspecify.annotations.NullMarked;
