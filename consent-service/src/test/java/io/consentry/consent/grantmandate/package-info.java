@NullMarked
package io.consentry.consent.grantmandate;

import org.jspecify.annotations.NullMarked;
